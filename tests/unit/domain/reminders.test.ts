import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEADLINE_OWNERS } from '@/lib/domain/deadlines'
import { deadlineOfKey, firstReminderAt, reminderAt, type WatchedDeadline } from '@/lib/domain/reminders'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { standsStill } from '@/lib/domain/waiting'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MADE = new Date('2026-11-01T00:00:00Z')
const after = (ms: number) => new Date(MADE.getTime() + ms)

function aDeadline(change: Partial<WatchedDeadline> = {}): WatchedDeadline {
  const id = '0198f000-0000-7000-8000-000000000001'
  return {
    id,
    kind: 'first_reply',
    ownerKind: 'officer',
    createdAt: MADE,
    dueAt: after(8 * DAY),
    severity: 'high',
    ...change,
  }
}
/** What is told at an instant, and how many hours after it was made it is looked at again. */
function shown(deadline: WatchedDeadline, at: Date) {
  const { told, nextAt } = reminderAt(deadline, at)
  return [told?.kind ?? null, told?.key.split(':').at(-1) ?? null, nextAt && (nextAt.getTime() - MADE.getTime()) / HOUR]
}

describe('a promise of the office', () => {
  it.each([
    [8 * DAY, 7 * DAY], // a day before
    [4 * DAY, 3 * DAY], // a quarter of the time is a day
    [4 * HOUR, 3 * HOUR], // a quarter of the time
    [0, 0],
    [-HOUR, -HOUR], // written down after it was due
  ])('due after %d ms is reminded of after %d ms', (due, reminded) => {
    expect(firstReminderAt(MADE, after(due))).toEqual(after(reminded))
  })

  it.each([
    ['too early', 6 * DAY, [null, null, 7 * 24]],
    ['a day before', 7 * DAY, ['deadline_soon', 'soon', 8 * 24]],
    ['when it is due', 8 * DAY, ['deadline_overdue', 'over0', null]],
    ['after an interruption of a month', 38 * DAY, ['deadline_overdue', 'over0', null]],
  ])('%s', (_when, at, outcome) => {
    expect(shown(aDeadline(), after(at))).toEqual(outcome)
  })

  it.each([
    [8 * DAY, ['critical_overdue', 'over0', 9 * 24]],
    [8 * DAY + 5 * HOUR, ['critical_overdue', 'over0', 9 * 24]],
    [9 * DAY, ['critical_overdue', 'over1', 10 * 24]],
    [20 * DAY, ['critical_overdue', 'over12', 21 * 24]],
  ])('of a critical case is told at once and every day: %d', (at, outcome) => {
    expect(shown(aDeadline({ severity: 'critical' }), after(at))).toEqual(outcome)
  })

  it.each(['retaliation_check', 'referral_follow_up'])('%s is done on its day, and overdue a day later', (kind) => {
    expect(shown(aDeadline({ kind }), after(8 * DAY))).toEqual(['deadline_due', 'due', 9 * 24])
    expect(shown(aDeadline({ kind }), after(9 * DAY))).toEqual(['deadline_overdue', 'over0', null])
  })
})

describe('a limitation period', () => {
  const period = aDeadline({ kind: 'limitation', dueAt: after(400 * DAY) })
  it.each([
    [0, [null, null, 220 * 24]],
    [220 * DAY, ['deadline_soon', 'soon180', 310 * 24]],
    [320 * DAY, ['deadline_soon', 'soon90', 370 * 24]],
    [370 * DAY, ['deadline_soon', 'soon30', 393 * 24]],
    [393 * DAY, ['deadline_soon', 'soon7', 400 * 24]],
    [400 * DAY, ['deadline_overdue', 'over0', null]],
  ])('of 400 days is told of after %d ms', (at, outcome) => {
    expect(shown(period, after(at))).toEqual(outcome)
  })

  it('that begins with ten days left is told of at once', () => {
    expect(shown(aDeadline({ kind: 'limitation', dueAt: after(10 * DAY) }), MADE)).toEqual([
      'deadline_soon',
      'soon30',
      3 * 24,
    ])
  })
})

describe('an instalment and an answer of a party', () => {
  it.each(['repayment_due', 'party_answer'])(
    '%s is reminded of two days before, at most a quarter of its time',
    (kind) => {
      expect(shown(aDeadline({ kind, ownerKind: 'party' }), after(6 * DAY - HOUR))).toEqual([null, null, 6 * 24])
      expect(shown(aDeadline({ kind, ownerKind: 'party' }), after(6 * DAY))).toEqual(['deadline_soon', 'soon', 8 * 24])
      expect(firstReminderAt(MADE, after(4 * DAY), kind)).toEqual(after(3 * DAY))
    },
  )
})

describe('what others owe', () => {
  it.each([
    ['worker', 'worker_silent'],
    ['body', 'others_overdue'],
    ['party', 'others_overdue'],
  ] as const)('of a %s is told when it is due, not before, and never as an escalation', (ownerKind, kind) => {
    expect(shown(aDeadline({ ownerKind }), after(7.9 * DAY))).toEqual([null, null, 8 * 24])
    expect(shown(aDeadline({ ownerKind }), after(8 * DAY))).toEqual([kind, 'over0', null])
    expect(shown(aDeadline({ ownerKind, severity: 'critical' }), after(9 * DAY))).toEqual([kind, 'over1', 10 * 24])
    expect(reminderAt(aDeadline({ ownerKind }), after(8 * DAY)).told?.isEscalation).toBe(false)
  })
})

describe('any deadline', () => {
  const anyDeadline = fc.record({
    ownerKind: fc.constantFrom(...DEADLINE_OWNERS),
    severity: fc.constantFrom(...SEVERITIES),
    kind: fc.constantFrom('first_reply', 'retaliation_check', 'task', 'limitation', 'repayment_due'),
    dueAt: fc.integer({ min: -30, max: 400 }).map((hours) => after(hours * HOUR)),
  })

  it('is looked at again later or never, so that a run ends', () => {
    fc.assert(
      fc.property(anyDeadline, fc.integer({ min: 0, max: 900 }), (change, hours) => {
        const at = after(hours * HOUR)
        const { nextAt } = reminderAt(aDeadline(change), at)
        expect(nextAt === null || nextAt > at).toBe(true)
      }),
    )
  })

  it('tells under another key every time, however often and irregularly it is looked at', () => {
    fc.assert(
      fc.property(anyDeadline, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 20 }), (change, delays) => {
        const deadline = aDeadline(change)
        const keys: string[] = []
        let at: Date | null = after(-200 * HOUR)
        for (const delay of delays) {
          if (at === null) break
          const { told, nextAt } = reminderAt(deadline, new Date(at.getTime() + delay * HOUR))
          if (told) keys.push(`${told.kind} ${told.key}`)
          at = nextAt
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every((key) => deadlineOfKey(key.split(' ')[1] ?? '') === deadline.kind)).toBe(true)
      }),
    )
  })
})

it('keys of other things are no deadlines', () => {
  expect(deadlineOfKey('0198f000-0000-7000-8000-000000000001')).toBeNull()
  expect(deadlineOfKey('first_reply:x:1:soon')).toBeNull()
})

it.each([
  ['awaiting_worker', 0, true],
  ['awaiting_worker', 14 * DAY - 1, true],
  ['awaiting_worker', 14 * DAY, false],
  ['triage', 0, false],
] as const)('clocks of a case in %s after %d ms stand still: %s', (state, waited, isStill) => {
  expect(standsStill(state, MADE, after(waited))).toBe(isStill)
})
