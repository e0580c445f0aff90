import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSENT_KINDS } from '@/lib/domain/consents'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { CONTACT_CHANNELS } from '@/lib/domain/report/contact-channels'
import { isSubmittable, prune } from '@/lib/domain/report/reached-answers'
import {
  nextFeeScreen,
  nextStep,
  positionOf,
  previousStep,
  REPORT_STEPS,
  stepsFor,
} from '@/lib/domain/report/report-steps'

const anyAnswers: fc.Arbitrary<ReportAnswers> = fc.record({
  grievances: fc.subarray([...GRIEVANCE_CODES]),
  dangers: fc.subarray([...DANGER_CODES]),
  destination: fc.constant('JP' as const),
  parties: fc.array(fc.record({ role: fc.constantFrom(...PARTY_ROLES) }), { maxLength: 3 }),
  paid: fc.constantFrom('yes', 'no', 'unsure', undefined),
  fees: fc.array(fc.record({ amountMinor: fc.constantFrom('5', undefined) }), { maxLength: 3 }),
  debt: fc.constantFrom(undefined, { borrowed: 'yes' as const, owedMinor: '5' }, { borrowed: 'no' as const }),
  pay: fc.constantFrom(undefined, { contractMonths: 36 }),
  story: fc.constantFrom(undefined, ' ', 'They kept my passport.'),
  contact: fc.record({ channel: fc.constantFrom(...CONTACT_CHANNELS), detail: fc.constant('x') }),
  consents: fc.subarray([...CONSENT_KINDS]),
})

describe('the steps of a report', () => {
  it('are the shortest for somebody who only tells a story', () => {
    expect(stepsFor({ ...noAnswers(), paid: 'no' })).toEqual([
      'grievances',
      'corridor',
      'scheme',
      'parties',
      'paid',
      'pay',
      'story',
      'contact',
      'consents',
      'check',
    ])
  })

  it('are the longest for somebody who was hit, paid and wants a call', () => {
    const told: ReportAnswers = {
      ...noAnswers(),
      grievances: ['violence'],
      parties: [{ role: 'broker' }],
      paid: 'unsure',
      contact: { channel: 'line' },
    }
    expect(stepsFor(told)).toEqual(REPORT_STEPS)
  })

  it('go forward and back along the same path, from the first to the last', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const path = stepsFor(answers)
        expect([path[0], path.at(-1)]).toEqual(['grievances', 'check'])
        for (const [index, step] of path.entries()) {
          expect(nextStep(answers, step)).toBe(path[index + 1] ?? null)
          expect(previousStep(answers, step)).toBe(path[index - 1] ?? null)
        }
      }),
    )
  })

  it('find the way from a step the path no longer reaches', () => {
    expect(nextStep(noAnswers(), 'danger')).toBe('corridor')
    expect(previousStep({ ...noAnswers(), paid: 'no' }, 'fees')).toBe('paid')
  })

  it('ask everybody about contract and pay: who paid nothing counts for the recruitment cost indicator, too', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(stepsFor(answers)).toContain('pay')
      }),
    )
  })

  it('stand at eight stations that never go back', () => {
    const numbers = REPORT_STEPS.map((step) => positionOf(step).number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
  })

  it('ask four screens per payment', () => {
    expect([nextFeeScreen('payee'), nextFeeScreen('category'), nextFeeScreen('how')]).toEqual([
      'category',
      'amount',
      null,
    ])
  })
})

describe('prune', () => {
  it('drops what the path no longer reaches', () => {
    const told: ReportAnswers = {
      ...noAnswers(),
      grievances: ['fees_debt'],
      dangers: ['in_danger_now'],
      paid: 'no',
      fees: [{ category: 'rc_medical' }],
      debt: { borrowed: 'yes' },
      pay: { contractMonths: 36 },
      contact: { channel: 'here_only', detail: '090-0000-0000' },
      consents: ['keep_complaint', 'keep_special_care', 'contact_worker'],
    }
    expect(prune(told)).toMatchObject({
      dangers: [],
      fees: [],
      debt: undefined,
      pay: { contractMonths: 36 },
      contact: { channel: 'here_only' },
      consents: ['keep_complaint'],
    })
    expect(prune(told).contact).not.toHaveProperty('detail')
  })

  it('changes nothing the second time and keeps every answer on the path', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = prune(answers)
        expect(prune(once)).toEqual(once)
        expect(stepsFor(once)).toEqual(stepsFor(answers))
        expect(once.grievances).toEqual(answers.grievances)
      }),
    )
  })
})

describe('isSubmittable', () => {
  it.each([
    [{}, false],
    [{ story: '  ' }, false],
    [{ story: 'Tôi đã trả tiền.' }, true],
    [{ paid: 'yes', fees: [{ category: 'rc_medical' }] }, true],
    [{ paid: 'yes', fees: [{ amountText: 'a lot' }] }, true],
    [{ paid: 'yes', fees: [{ payeeName: 'x' }] }, false],
    [{ paid: 'no', fees: [{ category: 'rc_medical' }] }, false],
    [{ grievances: ['violence'] }, false],
  ] as const)('says of %j: %s', (told, answer) => {
    expect(isSubmittable({ ...noAnswers(), ...structuredClone<object>(told) })).toBe(answer)
  })
})
