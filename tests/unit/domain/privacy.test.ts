import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { eraseDayAfter } from '@/lib/domain/erasing'
import { BREACH_DATA, dutiesOf, notifyReasons, SPECIAL_CARE, type BreachFacts } from '@/lib/domain/privacy/breach'
import { DATA_LAWS, lawsTouched } from '@/lib/domain/privacy/data-laws'
import { ACTIVITIES, unnamedKinds } from '@/lib/domain/privacy/processing-register'
import { heldUntil, isHeld } from '@/lib/domain/retention/holds'
import { planLines } from '@/lib/domain/retention/plan'
import { RETAINED_KINDS } from '@/lib/domain/retention/periods'

const HOUR = 3_600_000
const facts = fc.record({
  knownAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  data: fc.uniqueArray(fc.constantFrom(...BREACH_DATA), { minLength: 1 }),
  people: fc.option(fc.nat(100_000)),
  origins: fc.uniqueArray(fc.constantFrom(...ORIGIN_CODES)),
  isIntended: fc.boolean(),
  isFraudRisk: fc.boolean(),
}) satisfies fc.Arbitrary<BreachFacts>

describe('an incident', () => {
  test('has every authority and the people told within 72 hours of when it was known, whatever longer time a law gives', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const duties = dutiesOf(one)
        for (const { duty, dueAt } of duties)
          if (duty !== 'final') expect(dueAt.getTime() - one.knownAt.getTime()).toBeLessThanOrEqual(72 * HOUR)
        expect(duties.filter(({ duty }) => duty === 'authority').map(({ law }) => law)).toEqual(
          lawsTouched(one.origins).map(({ code }) => code),
        )
        expect(duties.some(({ law }) => law === 'jp_appi')).toBe(true)
        const final = duties.find(({ duty }) => duty === 'final')
        expect((final?.dueAt.getTime() ?? 0) - one.knownAt.getTime()).toBe((one.isIntended ? 60 : 30) * 24 * HOUR)
      }),
    )
  })

  test.each([
    [1000, [], []],
    [1001, [], ['many_people']],
    [null, [], ['people_unknown']],
    [1, [SPECIAL_CARE[0]], ['special_care']],
  ] as const)('of %s people with %s is one for the authority because of %s', (people, data, expected) => {
    const one = {
      knownAt: new Date(0),
      data: ['money' as const, ...data.flatMap((kind) => kind ?? [])],
      people,
      origins: [],
    }
    expect(notifyReasons({ ...one, isIntended: false, isFraudRisk: false })).toEqual(expected)
  })

  test('touches the law of Japan and of the countries of the people, and no other', () => {
    expect(lawsTouched(['VN', 'KH']).map(({ country }) => country)).toEqual(['JP', 'VN'])
    expect(new Set(DATA_LAWS.map(({ code }) => code)).size).toBe(DATA_LAWS.length)
  })
})

describe('a hold', () => {
  const day = 86_400_000
  const holds = fc.array(
    fc.record({
      setAt: fc.constant(new Date(0)),
      endsAt: fc.integer({ min: 1, max: 1000 }).map((days) => new Date(days * day)),
      liftedAt: fc.option(fc.integer({ min: 1, max: 1000 }).map((days) => new Date(days * day))),
    }),
  )
  test('that stands is never outrun by the day of an erasure', () => {
    fc.assert(
      fc.property(holds, fc.integer({ min: 0, max: 1000 }), (all, days) => {
        const at = new Date(days * day)
        const until = heldUntil(all, at)
        expect(until !== null).toBe(all.some((hold) => isHeld(hold, at)))
        const erased = eraseDayAfter(at, [], until)
        for (const hold of all)
          if (isHeld(hold, at)) expect(erased.getTime()).toBeGreaterThanOrEqual(hold.endsAt.getTime())
      }),
    )
  })
})

test('a plan loses nothing: what goes now and later is all there is', () => {
  const item = fc.record({
    kind: fc.constantFrom(...RETAINED_KINDS),
    officeId: fc.constantFrom('a', 'b'),
    dueOn: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2027-01-01'),
    items: fc.nat(100),
  })
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const lines = planLines(items, '2026-11-21')
      const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
      expect(sum(lines.map(({ now, later }) => now + later))).toBe(sum(items.map(({ items: count }) => count)))
      expect(sum(lines.map(({ now }) => now))).toBe(
        sum(items.filter(({ dueOn }) => dueOn <= '2026-11-21').map(({ items: count }) => count)),
      )
    }),
  )
})

test('the register of processing names every kind of thing that is kept of people', () => {
  expect(unnamedKinds()).toEqual([
    'receipt',
    'waiting_receipt',
    'identity_number',
    'worker_session',
    'spent_challenge',
    'notice_read',
    'translation_comment',
  ])
  expect(new Set(ACTIVITIES.map(({ code }) => code)).size).toBe(ACTIVITIES.length)
})
