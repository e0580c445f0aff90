import { OFFICER_CHANGE_DAYS } from './officer-change'
import {
  APPEAL_DECISION_DAYS,
  AWAITING_WORKER_DAYS,
  REFERRAL_FOLLOW_UP_DAYS,
  RESPONSE_TARGETS,
  RETALIATION_CHECK_DAYS,
  SUBSTANTIVE_ANSWER_DAYS,
} from './response-targets'
import type { Severity } from './severity-levels'
import { isOpen, type CaseState } from './workflow/states'

/** Due because of something on the case that has a row of its own: a task, an instalment, a question to a party. */
export const SUBJECT_DEADLINE_KINDS = [
  'task',
  'party_answer',
  'repayment_due',
  'consent_request',
  'limitation',
  'remedy_answer',
  'rights_request',
] as const

/** A clock of one thing on the case; whoever made the thing starts and ends it (data/subject-deadlines.ts). */
export type SubjectDeadlineKind = (typeof SUBJECT_DEADLINE_KINDS)[number]

/** Who has to act so that a clock ends. */
export const DEADLINE_OWNERS = ['officer', 'worker', 'body', 'party'] as const
export type DeadlineOwner = (typeof DEADLINE_OWNERS)[number]

/** What is due because of the state of a case (`deadlinesFor`). */
export const CASE_DEADLINE_KINDS = [
  'first_reply',
  'triage_decision',
  'status_update',
  'worker_check_in',
  'referral_follow_up',
  'appeal_decision',
  'officer_change',
  'substantive_answer',
  'retaliation_check',
] as const

/** Something that is due because of the state of a case. */
export type CaseDeadlineKind = (typeof CASE_DEADLINE_KINDS)[number]

/** What is due by a date; labels under `codes.deadline`. */
export const DEADLINE_KINDS = [...CASE_DEADLINE_KINDS, ...SUBJECT_DEADLINE_KINDS] as const

/** Something that is due. */
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** Whether a clock belongs to one thing on the case and not to its state. */
export function isSubjectDeadline(kind: string): kind is SubjectDeadlineKind {
  return (SUBJECT_DEADLINE_KINDS as readonly string[]).includes(kind)
}

/** Something that is due because of the state of a case, and by when. */
export type Deadline = { readonly kind: CaseDeadlineKind; readonly dueAt: Date }

/**
 * The instants deadlines are counted from; null when it has not happened.
 * `pausedMs` is the sum of finished waits for the worker, each counted up to 14 days at most; `pausedSinceUpdateMs` the part of
 * them after the last news. `unansweredSince` is the first word of the worker after closing that nobody has answered.
 */
export type DeadlineFacts = {
  readonly receivedAt: Date
  readonly firstReplyAt: Date | null
  readonly triagedAt: Date | null
  readonly lastUpdateAt: Date | null
  readonly awaitingSince: Date | null
  readonly pausedMs: number
  readonly pausedSinceUpdateMs?: number | undefined
  readonly referredAt: Date | null
  readonly referralFollowUpsDone: number
  /** Every body that was asked has answered, or the yes was taken back: nobody is asked for news any more. */
  readonly isReferralOver?: boolean | undefined
  readonly appealedAt: Date | null
  /** Since when the worker waits for another officer. */
  readonly officerAskedAt?: Date | null | undefined
  /** When a closed case was last opened again, by a new fact or an appeal. */
  readonly openedAgainAt?: Date | null | undefined
  readonly substantiveAnswerAt: Date | null
  readonly closedAt: Date | null
  readonly unansweredSince?: Date | null | undefined
  readonly retaliationChecksDone: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** States in which the worker has got an answer on the substance. */
const ANSWERED: readonly CaseState[] = ['remedy_agreed', 'remedy_delivered', 'closed']

/**
 * Everything that is due on a case, the earliest first. While we wait for the worker the clock
 * stands still: the dates given are those that hold if the worker never answers.
 * A case without severity is held to `high` until triage.
 */
export function deadlinesFor(state: CaseState, severity: Severity | null, facts: DeadlineFacts): Deadline[] {
  const due = isOpen(state) ? openDeadlines(state, severity ?? 'high', facts) : afterClosing(severity ?? 'high', facts)
  return due.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

/** What is due first, or null when nothing is. */
export function nextDeadline(state: CaseState, severity: Severity | null, facts: DeadlineFacts): Deadline | null {
  return deadlinesFor(state, severity, facts)[0] ?? null
}

/** How long a finished wait for the worker stopped the clock, in milliseconds. */
export function pauseOf(awaitingSince: Date, until: Date): number {
  const waited = until.getTime() - awaitingSince.getTime()
  return Math.min(Math.max(waited, 0), AWAITING_WORKER_DAYS * DAY)
}

function openDeadlines(state: CaseState, severity: Severity, facts: DeadlineFacts): Deadline[] {
  const target = RESPONSE_TARGETS[severity]
  const wait = pauseNow(facts)
  const pause = facts.pausedMs + wait
  const due: Deadline[] = []
  const add = (kind: CaseDeadlineKind, from: Date, ms: number) =>
    due.push({ kind, dueAt: new Date(from.getTime() + ms) })

  if (facts.firstReplyAt === null) {
    add('first_reply', facts.receivedAt, target.firstReplyHours * HOUR + pause)
  }
  if (facts.triagedAt === null) {
    add('triage_decision', facts.receivedAt, target.triageDecisionHours * HOUR + pause)
  }
  if (facts.firstReplyAt !== null) {
    // What we waited before the last news does not move the next one: only what we waited since, and the present wait.
    const since = (facts.pausedSinceUpdateMs ?? 0) + wait
    add('status_update', facts.lastUpdateAt ?? facts.firstReplyAt, target.statusUpdateHours * HOUR + since)
  }
  if (state === 'awaiting_worker' && facts.awaitingSince !== null) {
    add('worker_check_in', facts.awaitingSince, AWAITING_WORKER_DAYS * DAY)
  }
  const followUp = REFERRAL_FOLLOW_UP_DAYS[facts.referralFollowUpsDone]
  if (state === 'referred' && !facts.isReferralOver && facts.referredAt !== null && followUp !== undefined) {
    add('referral_follow_up', facts.referredAt, followUp * DAY)
  }
  if (state === 'appeal' && facts.appealedAt !== null) {
    add('appeal_decision', facts.appealedAt, APPEAL_DECISION_DAYS * DAY + wait)
  }
  if (facts.officerAskedAt) {
    // Not moved by a wait for the worker: the supervisor needs no word of theirs for it.
    add('officer_change', facts.officerAskedAt, OFFICER_CHANGE_DAYS * DAY)
  }
  if (facts.substantiveAnswerAt === null && !ANSWERED.includes(state)) {
    add('substantive_answer', facts.openedAgainAt ?? facts.receivedAt, SUBSTANTIVE_ANSWER_DAYS * DAY + pause)
  }
  return due
}

function pauseNow({ awaitingSince }: DeadlineFacts): number {
  return awaitingSince === null ? 0 : AWAITING_WORKER_DAYS * DAY
}

function afterClosing(severity: Severity, facts: DeadlineFacts): Deadline[] {
  const { closedAt, unansweredSince, retaliationChecksDone } = facts
  const due: Deadline[] = []
  const days = RETALIATION_CHECK_DAYS[retaliationChecksDone]
  if (closedAt !== null && days !== undefined) {
    due.push({ kind: 'retaliation_check', dueAt: new Date(closedAt.getTime() + days * DAY) })
  }
  // Whoever writes to a closed case is answered as soon as somebody new would be.
  if (unansweredSince) {
    const { firstReplyHours } = RESPONSE_TARGETS[severity]
    due.push({ kind: 'status_update', dueAt: new Date(unansweredSince.getTime() + firstReplyHours * HOUR) })
  }
  return due
}
