import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeEdits, type Answers, type RowGroup } from '@/lib/domain/writing/merge-edits'

const NAMES: RowGroup = { fields: ['name', 'kind'], key: ['name'], most: 4 }
const named = (...names: string[]): Answers =>
  Object.fromEntries(
    names.flatMap((name, place) => [
      [`name${place + 1}`, name],
      [`kind${place + 1}`, 'registered'],
    ]),
  )

const answers = fc.record({
  country: fc.constantFrom('', 'VN', 'JP', 'KH'),
  source: fc.constantFrom('', 'register', 'letter'),
  roles: fc.uniqueArray(fc.constantFrom('broker', 'sender', 'employer')),
})
const asSet = (value: Answers) => ({ ...value, roles: [value['roles'] ?? []].flat().toSorted() })

test('what nobody else changed is as it was typed; what was not touched is as it is now', () => {
  fc.assert(
    fc.property(answers, answers, (before, other) => {
      const mine = mergeEdits({ before, typed: other, now: before })
      expect(asSet(mine.values)).toEqual(asSet(other))
      expect([mine.taken, mine.differing]).toEqual([[], []])
      const theirs = mergeEdits({ before, typed: before, now: other })
      expect(asSet(theirs.values)).toEqual(asSet(other))
      expect(theirs.differing).toEqual([])
    }),
  )
})

test('every field that a colleague changed is either told or the same as typed', () => {
  fc.assert(
    fc.property(answers, answers, answers, (before, typed, now) => {
      const { taken, differing } = mergeEdits({ before, typed, now })
      const told = [...taken, ...differing].map(({ field }) => field)
      for (const field of ['country', 'source'] as const)
        expect(told.includes(field)).toBe(now[field] !== before[field] && now[field] !== typed[field])
    }),
  )
})

test('both changed one field: what was typed stands, and the other is told', () => {
  const merged = mergeEdits({ before: { country: 'VN' }, typed: { country: 'JP' }, now: { country: 'KH' } })
  expect(merged).toEqual({ values: { country: 'JP' }, taken: [], differing: [{ field: 'country', now: ['KH'] }] })
})

test('a name added here and a name added there are both kept, and one taken away by a colleague stays away', () => {
  const before = named('An Phat', 'Old name')
  const merged = mergeEdits(
    { before, typed: named('An Phat', 'Old name', 'アンファット'), now: named('An Phat', '安发') },
    [NAMES],
  )
  expect(merged.values).toEqual(named('An Phat', '安发', 'アンファット'))
  expect(merged.taken).toEqual([{ field: 'name1', now: ['An Phat', '安发'] }])
})

test('the name put first here stays first', () => {
  const before = named('An Phat', 'AP Group')
  const merged = mergeEdits(
    { before, typed: named('AP Group', 'An Phat'), now: named('An Phat', 'AP Group', '安发') },
    [NAMES],
  )
  expect(merged.values['name1']).toBe('AP Group')
  expect(merged.values['name3']).toBe('安发')
})

test('a row changed there and taken away here stays until somebody takes it away again', () => {
  const before = named('An Phat', 'AP Group')
  const now = { ...before, kind2: 'former' }
  const merged = mergeEdits({ before, typed: named('An Phat'), now }, [NAMES])
  expect(merged.values).toMatchObject({ name2: 'AP Group', kind2: 'former' })
  expect(merged.differing.map(({ field }) => field)).toEqual(['name1'])
})

test('a question that is not asked any more is left out', () => {
  const merged = mergeEdits({
    before: { word_a: '?', word_b: '?' },
    typed: { word_a: 'x', word_b: 'y' },
    now: { word_b: '?' },
  })
  expect(merged).toEqual({ values: { word_b: 'y' }, taken: [], differing: [] })
})

test('fields that only the form has, a reason, pass through', () => {
  const merged = mergeEdits({
    before: { severity: 'high' },
    typed: { severity: 'low', reason: 'x' },
    now: { severity: 'high' },
  })
  expect(merged.values).toEqual({ severity: 'low', reason: 'x' })
})
