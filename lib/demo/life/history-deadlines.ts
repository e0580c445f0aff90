import { deadlinesFor, type DeadlineFacts, type DeadlineKind } from '@/lib/domain/deadlines'
import { REFERRAL_FOLLOW_UP_DAYS, RETALIATION_CHECK_DAYS } from '@/lib/domain/response-targets'
import { lastArrival, pausedBy } from '@/lib/domain/waiting'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { DemoCase } from './demo-case'

const DAY_MS = 86_400_000

/** A row of the table `deadline`. */
export type DeadlineRow = {
  readonly id: string
  readonly case_id: string
  readonly kind: DeadlineKind
  /** The remedy or the part of its money that it is about; null: the case. */
  readonly subject_id: string | null
  readonly owner_kind: 'officer' | 'worker' | 'party'
  readonly due_at: Date
  readonly paused_at: Date | null
  readonly met_at: Date | null
  readonly created_at: Date
}

type Standing = Pick<DeadlineFacts, 'firstReplyAt' | 'triagedAt' | 'lastUpdateAt' | 'awaitingSince' | 'closedAt'> & {
  readonly state: CaseState
  readonly changedAt: Date
}

/** What was promised on a case: kept promises of its beginning and of what comes back after days, and what is due now. */
export function deadlineRows(
  demoCase: DemoCase,
  standing: Standing,
  stations: readonly { readonly toState: CaseState; readonly movedAt: Date }[],
  today: Date,
): DeadlineRow[] {
  const { id: case_id, severity, receivedAt } = demoCase
  const referredAt = lastArrival(stations, 'referred')
  const followUps = standing.state === 'referred' ? passed(referredAt, REFERRAL_FOLLOW_UP_DAYS, today) : []
  const checks = standing.state === 'closed' ? passed(standing.closedAt, RETALIATION_CHECK_DAYS, today) : []
  const facts: DeadlineFacts = {
    receivedAt,
    firstReplyAt: standing.firstReplyAt,
    triagedAt: standing.triagedAt,
    lastUpdateAt: standing.lastUpdateAt,
    awaitingSince: standing.awaitingSince,
    pausedMs: pausedBy(stations),
    referredAt,
    referralFollowUpsDone: followUps.length,
    appealedAt: lastArrival(stations, 'appeal'),
    substantiveAnswerAt: lastArrival(stations, 'remedy_agreed'),
    closedAt: standing.closedAt,
    retaliationChecksDone: checks.length,
  }
  const row = (kind: DeadlineKind, due_at: Date, met_at: Date | null, created_at: Date): DeadlineRow => {
    const isWorkers = kind === 'worker_check_in'
    return {
      id: newId(),
      case_id,
      kind,
      subject_id: null,
      owner_kind: isWorkers ? 'worker' : 'officer',
      due_at,
      paused_at: met_at === null && !isWorkers ? standing.awaitingSince : null,
      met_at,
      created_at,
    }
  }
  const begun = deadlinesFor('received', severity, {
    ...facts,
    firstReplyAt: null,
    triagedAt: null,
    lastUpdateAt: null,
    awaitingSince: null,
    closedAt: null,
    referredAt: null,
    appealedAt: null,
    substantiveAnswerAt: null,
    pausedMs: 0,
  })
  const keptAt = { first_reply: standing.firstReplyAt, triage_decision: standing.triagedAt }
  const kept = begun.flatMap(({ kind, dueAt }) => {
    const met = kind === 'first_reply' || kind === 'triage_decision' ? keptAt[kind] : null
    return met ? [row(kind, dueAt, met, receivedAt)] : []
  })
  const done = (kind: DeadlineKind, days: readonly Date[]) => days.map((due) => row(kind, due, due, standing.changedAt))
  const due = deadlinesFor(standing.state, severity, facts).map(({ kind, dueAt }) =>
    row(kind, dueAt, null, standing.changedAt),
  )
  return [...kept, ...done('referral_follow_up', followUps), ...done('retaliation_check', checks), ...due]
}

/** The days after an instant that have gone by. */
function passed(from: Date | null, days: readonly number[], today: Date): Date[] {
  return from === null ? [] : days.map((day) => new Date(from.getTime() + day * DAY_MS)).filter((due) => due < today)
}
