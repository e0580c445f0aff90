import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedFacts,
  isAnythingTold,
  NOTHING_TOLD,
  PERSON_FIELDS,
  PERSON_LISTS,
  personFactsOf,
  type PersonFacts,
} from '@/lib/domain/report/person-facts'
import { listedValues } from '@/lib/domain/statistics/registry/dimension-values'
import { noAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import { casePersonSchema, ownPersonSchema, personFieldsOf, personSchema } from '@/lib/schemas/report/person-form'

const answer = <T extends string>(codes: readonly T[]) => fc.option(fc.constantFrom(...codes))
const person: fc.Arbitrary<PersonFacts> = fc.record({
  sex: answer(PERSON_LISTS.sex),
  ageBand: answer(PERSON_LISTS.ageBand),
  education: answer(PERSON_LISTS.education),
  sector: answer(PERSON_LISTS.sector),
})

describe('who reports', () => {
  test('comes out of the form and the database as it went in', () => {
    fc.assert(
      fc.property(person, (facts) => {
        expect(personSchema.parse(personFieldsOf(facts))).toEqual(facts)
        expect(personFactsOf(facts)).toEqual(facts)
        expect(isAnythingTold(facts)).toBe(Object.values(facts).some((code) => code !== null))
        expect(changedFacts(facts, facts)).toEqual([])
        expect(changedFacts(facts, { ...facts, sex: facts.sex === 'male' ? null : 'male' })).toEqual(['sex'])
      }),
    )
  })

  test('is nothing where nothing is posted or stored, and a code of no list is refused, not kept', () => {
    expect(personSchema.parse({})).toEqual(NOTHING_TOLD)
    expect(personFactsOf({ sex: 'F', sector: null })).toEqual(NOTHING_TOLD)
    for (const field of PERSON_FIELDS) expect(personSchema.safeParse({ [field]: 'x' }).success).toBe(false)
  })

  test('needs the version it was shown with, on both pages', () => {
    const requestId = crypto.randomUUID()
    expect(casePersonSchema.safeParse({ requestId, version: '2' }).success).toBe(true)
    expect(casePersonSchema.safeParse({ requestId }).success).toBe(false)
    expect(ownPersonSchema.safeParse({ requestId, caseId: requestId, version: '0' }).success).toBe(false)
  })

  test('is left out of a report without a yes to statistics', () => {
    const told = { ...noAnswers(), person: { ...NOTHING_TOLD, sex: 'male' as const } }
    expect(prune(told).person).toBeUndefined()
    expect(prune({ ...told, consents: ['statistics'] }).person).toEqual(told.person)
  })

  test('is told by the lists that the statistics count by', () => {
    expect(listedValues('sex')).toEqual(PERSON_LISTS.sex)
    expect(listedValues('age_band')).toEqual(PERSON_LISTS.ageBand)
    expect(listedValues('sector')).toEqual(PERSON_LISTS.sector)
  })
})
