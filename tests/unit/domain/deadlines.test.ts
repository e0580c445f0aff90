import { describe, expect, it } from 'vitest'
import { deadlinesFor, nextDeadline, pauseOf, type DeadlineFacts } from '@/lib/domain/deadlines'

const RECEIVED = new Date('2026-11-01T00:00:00Z')
const at = (days: number) => new Date(RECEIVED.getTime() + days * 24 * 3_600_000)

function facts(known: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return {
    receivedAt: RECEIVED,
    firstReplyAt: null,
    triagedAt: null,
    lastUpdateAt: null,
    awaitingSince: null,
    pausedMs: 0,
    referredAt: null,
    referralFollowUpsDone: 0,
    appealedAt: null,
    substantiveAnswerAt: null,
    closedAt: null,
    retaliationChecksDone: 0,
    ...known,
  }
}

describe('deadlines', () => {
  it.each([
    ['critical', 4 / 24, 1],
    ['high', 1, 3],
    ['medium', 3, 7],
    ['low', 7, 14],
    [null, 1, 3],
  ] as const)('of a new %s case: a reply within %d days, a decision within %d', (severity, reply, triage) => {
    expect(deadlinesFor('received', severity, facts())).toEqual([
      { kind: 'first_reply', dueAt: at(reply) },
      { kind: 'triage_decision', dueAt: at(triage) },
      { kind: 'substantive_answer', dueAt: at(90) },
    ])
  })

  it('ask for news after the first reply, counted from the last news', () => {
    const known = { firstReplyAt: at(1), triagedAt: at(2), lastUpdateAt: at(5) }
    expect(nextDeadline('investigation', 'high', facts(known))).toEqual({ kind: 'status_update', dueAt: at(12) })
  })

  it('stand still while the worker is asked, for 14 days at most', () => {
    const known = { firstReplyAt: at(1), lastUpdateAt: at(1), awaitingSince: at(1) }
    expect(deadlinesFor('awaiting_worker', 'critical', facts(known))).toEqual([
      { kind: 'triage_decision', dueAt: at(15) },
      { kind: 'worker_check_in', dueAt: at(15) },
      { kind: 'status_update', dueAt: at(17) },
      { kind: 'substantive_answer', dueAt: at(104) },
    ])
    expect(pauseOf(at(1), at(4))).toBe(3 * 24 * 3_600_000)
    expect(pauseOf(at(1), at(40))).toBe(14 * 24 * 3_600_000)
    const later = facts({ firstReplyAt: at(1), pausedMs: pauseOf(at(1), at(4)) })
    expect(deadlinesFor('triage', 'high', later)[0]).toEqual({ kind: 'triage_decision', dueAt: at(6) })
  })

  it('remind of a body that does not answer after 14, 30 and 60 days', () => {
    const known = { firstReplyAt: at(0), triagedAt: at(0), lastUpdateAt: at(100), referredAt: at(0) }
    const due = [0, 1, 2, 3].map(
      (done) =>
        deadlinesFor('referred', 'low', facts({ ...known, referralFollowUpsDone: done })).find(
          ({ kind }) => kind === 'referral_follow_up',
        )?.dueAt,
    )
    expect(due).toEqual([at(14), at(30), at(60), undefined])
  })

  it('decide an appeal in 30 days and ask three times about punishment after closing', () => {
    const appeal = facts({
      firstReplyAt: at(0),
      triagedAt: at(0),
      lastUpdateAt: at(5),
      appealedAt: at(0),
      substantiveAnswerAt: at(0),
    })
    expect(deadlinesFor('appeal', 'low', appeal)[0]).toEqual({ kind: 'appeal_decision', dueAt: at(30) })
    const closed = [0, 1, 2, 3].map(
      (done) => nextDeadline('closed', 'low', facts({ closedAt: at(0), retaliationChecksDone: done }))?.dueAt,
    )
    expect(closed).toEqual([at(14), at(60), at(180), undefined])
  })
})
