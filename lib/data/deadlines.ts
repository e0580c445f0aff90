import 'server-only'
import {
  CASE_DEADLINE_KINDS,
  deadlinesFor,
  type CaseDeadlineKind,
  type Deadline,
  type DeadlineFacts,
} from '@/lib/domain/deadlines'
import type { Severity } from '@/lib/domain/severity-levels'
import { pausedBy, standsStill } from '@/lib/domain/waiting'
import { lastEntry } from '@/lib/domain/workflow/entries'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import { officerAskedAt } from './officer-requests'
import { listStateMoves } from './state-moves'
import { refreshNextDue } from './subject-deadlines'
import type { Scoped } from './within'

/** The grants of those whose acts move the clocks of a case. */
export type DeadlineWriter =
  | 'case.change_state'
  | 'case.take'
  | 'case.write_message'
  | 'case.change_severity'
  | 'case.assign'
  | 'case.hand_over'
  | 'case.answer_officer_request'
  | 'case.decide_correction'
  | 'case.answer_right'
  | 'own_case.write'

/** How often something was done that is counted from an instant: asking a body for news, asking about retaliation. */
export function countDone(
  on: Scoped<DeadlineWriter | 'case.read'>,
  caseId: string,
  kind: CaseDeadlineKind,
  since: Date,
): Promise<number> {
  return on.db.deadline.count({ where: { caseId, kind, metAt: { gte: since } } })
}

/** Marks what is due of this kind as done. False when nothing of it is due. */
export async function updateDeadlineMet(
  on: Scoped<'case.change_state'>,
  caseId: string,
  kind: CaseDeadlineKind,
  metAt: Date,
  outcomeCode: string | null = null,
): Promise<boolean> {
  const { count } = await on.db.deadline.updateMany({
    where: { caseId, kind, metAt: null, cancelledAt: null },
    data: { metAt, outcomeCode, pausedAt: null },
  })
  return count > 0
}

/** What is due on a case and neither met nor cancelled, the next first. */
export function listOpenDeadlines(on: Scoped<'case.read'>, caseId: string) {
  return on.db.deadline.findMany({
    where: { caseId, metAt: null, cancelledAt: null },
    select: { id: true, kind: true, ownerKind: true, dueAt: true, pausedAt: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Makes the deadlines of a case again from what has happened on it, and with them the place of the case in the queue. In the
 * transaction of the change. Clocks of single things on the case stay as they are. While we wait for the worker the office's clocks stand still, for 14
 * days at most (paused, with the date they had), and the check-in is what comes next.
 */
export async function refreshDeadlines(on: Scoped<DeadlineWriter>, caseId: string, at: Date): Promise<void> {
  const facts = await loadFacts(on, caseId)
  const due = deadlinesFor(facts.state, facts.severity, facts.instants)
  const isWaiting = standsStill(facts.state, facts.instants.awaitingSince, at)
  const open = await on.db.deadline.findMany({
    where: { caseId, kind: { in: [...CASE_DEADLINE_KINDS] }, metAt: null, cancelledAt: null },
    orderBy: { createdAt: 'asc' },
  })
  const kept = new Set<CaseDeadlineKind>()
  for (const row of open) {
    const now = due.find(({ kind }) => kind === row.kind)
    const met = metAt(row.kind as CaseDeadlineKind, row.createdAt, facts.instants, facts.state, at)
    if (now && !met && !kept.has(now.kind)) {
      kept.add(now.kind)
      const isPaused = isWaiting && now.kind !== 'worker_check_in'
      const dueAt = isPaused ? row.dueAt : now.dueAt
      const pausedAt = isPaused ? (row.pausedAt ?? facts.instants.awaitingSince) : null
      if (dueAt.getTime() !== row.dueAt.getTime() || pausedAt?.getTime() !== row.pausedAt?.getTime()) {
        await on.db.deadline.updateMany({ where: { id: row.id }, data: { dueAt, pausedAt } })
      }
    } else {
      await on.db.deadline.updateMany({
        where: { id: row.id },
        data: met ? { metAt: met, pausedAt: null } : { cancelledAt: at, pausedAt: null },
      })
    }
  }
  const fresh = due.filter(({ kind }) => !kept.has(kind))
  await on.db.deadline.createMany({
    data: fresh.map((one) => newRow(caseId, one, isWaiting ? facts.instants.awaitingSince : null, at)),
  })
  await refreshNextDue(on, caseId)
}

function newRow(caseId: string, { kind, dueAt }: Deadline, pausedAt: Date | null, at: Date) {
  const isWorkers = kind === 'worker_check_in'
  return {
    id: newId(),
    caseId,
    kind,
    ownerKind: isWorkers ? 'worker' : 'officer',
    dueAt,
    pausedAt: isWorkers ? null : pausedAt,
    createdAt: at,
  }
}

async function loadFacts(
  on: Scoped<DeadlineWriter>,
  caseId: string,
): Promise<{ state: CaseState; severity: Severity; instants: DeadlineFacts }> {
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      state: true,
      severity: true,
      receivedAt: true,
      firstReplyAt: true,
      triagedAt: true,
      lastUpdateAt: true,
      awaitingSince: true,
      closedAt: true,
    },
  })
  const stations = await listStateMoves(on, caseId)
  const referredAt = lastEntry(stations, 'referred')
  const countOf = async (kind: CaseDeadlineKind, since: Date | null) =>
    since === null ? 0 : countDone(on, caseId, kind, since)
  const agreedAt = lastEntry(stations, 'remedy_agreed')
  const openedAgainAt = lastEntry(stations, 'reopened', 'appeal')
  return {
    state: row.state as CaseState,
    severity: row.severity as Severity,
    instants: {
      receivedAt: row.receivedAt,
      firstReplyAt: row.firstReplyAt,
      triagedAt: row.triagedAt,
      lastUpdateAt: row.lastUpdateAt,
      awaitingSince: row.awaitingSince,
      pausedMs: pausedBy(stations),
      pausedSinceUpdateMs: pausedBy(stations, row.lastUpdateAt ?? row.firstReplyAt),
      referredAt,
      referralFollowUpsDone: await countOf('referral_follow_up', referredAt),
      isReferralOver: referredAt !== null && (await isReferralOver(on, caseId)),
      appealedAt: lastEntry(stations, 'appeal'),
      officerAskedAt: await officerAskedAt(on, caseId),
      // A case that was opened again is owed another answer, counted from then.
      openedAgainAt,
      substantiveAnswerAt: agreedAt && openedAgainAt && agreedAt < openedAgainAt ? null : agreedAt,
      closedAt: row.closedAt,
      unansweredSince: row.closedAt && (await firstUnanswered(on, caseId, row.closedAt, row.lastUpdateAt)),
      retaliationChecksDone: await countOf('retaliation_check', row.closedAt),
    },
  }
}

/** Whether everybody who was sent the case has answered or may no longer have it. */
async function isReferralOver(on: Scoped<DeadlineWriter>, caseId: string): Promise<boolean> {
  const sent = await on.db.referral.findMany({
    where: { caseId, sentAt: { not: null } },
    select: { answeredAt: true, withdrawnAt: true },
  })
  return sent.length > 0 && sent.every(({ answeredAt, withdrawnAt }) => answeredAt !== null || withdrawnAt !== null)
}

/** When the worker first wrote after closing, and after the last word of the office; null when nobody waits for an answer. */
async function firstUnanswered(on: Scoped<DeadlineWriter>, caseId: string, closedAt: Date, toldAt: Date | null) {
  const silentSince = toldAt !== null && toldAt > closedAt ? toldAt : closedAt
  const first = await on.db.message.findFirst({
    where: { caseId, direction: 'from_worker', sentAt: { gt: silentSince } },
    select: { sentAt: true },
    orderBy: { sentAt: 'asc' },
  })
  return first?.sentAt ?? null
}

/** When what was promised was done; null when it was not. */
function metAt(kind: CaseDeadlineKind, promisedAt: Date, done: DeadlineFacts, state: CaseState, at: Date): Date | null {
  switch (kind) {
    case 'first_reply':
      return done.firstReplyAt
    case 'triage_decision':
      return done.triagedAt
    case 'status_update':
      return done.lastUpdateAt && done.lastUpdateAt > promisedAt ? done.lastUpdateAt : null
    case 'substantive_answer':
      return done.substantiveAnswerAt ?? (state === 'closed' ? done.closedAt : null)
    case 'worker_check_in':
      return state === 'awaiting_worker' ? null : at
    case 'appeal_decision':
      return state === 'appeal' ? null : at
    case 'officer_change':
      return done.officerAskedAt ? null : at
    case 'referral_follow_up': // an officer says when these are done; what nobody did is cancelled, not met
    case 'retaliation_check':
      return null
    default:
      throw new Error(`unhandled deadline ${String(kind satisfies never)}`)
  }
}
