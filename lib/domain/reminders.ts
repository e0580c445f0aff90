import type { DeadlineOwner } from './deadlines'
import type { CaseNoticeKind } from './notices'
import type { Severity } from './severity-levels'

/** A running deadline as the reminders see it. `kind` may be one of a later version. */
export type WatchedDeadline = {
  readonly id: string
  readonly kind: string
  readonly ownerKind: DeadlineOwner
  readonly createdAt: Date
  readonly dueAt: Date
  readonly severity: Severity
}

/** What is to be told now, under a key that no other stage of the same promise has; and when to look again, null for never. */
export type Reminder = {
  readonly told: { readonly kind: CaseNoticeKind; readonly key: string; readonly isEscalation: boolean } | null
  readonly nextAt: Date | null
}

const DAY = 86_400_000

/** Done on the day that is named, not before it: told on that day, overdue a day later. */
const DAY_KINDS: readonly string[] = ['referral_follow_up', 'retaliation_check']

/** How many days before it is due each kind is reminded of, the earliest first: what needs a claim at a court needs months. */
const LEAD_DAYS: Readonly<Record<string, readonly [number, ...number[]]>> = {
  limitation: [180, 90, 30, 7],
  repayment_due: [2],
  party_answer: [2],
}
const USUAL_LEAD = [1] as const

/** The days before it is due on which something of this kind may be told; app.reminder_lead knows the first of them. */
export function leadDays(kind: string): readonly [number, ...number[]] {
  return LEAD_DAYS[kind] ?? USUAL_LEAD
}

/** When the one reminder of a kind is sent: with a quarter of the time left, at most the days of its kind. */
export function firstReminderAt(createdAt: Date, dueAt: Date, kind = 'task'): Date {
  const time = Math.max(dueAt.getTime() - createdAt.getTime(), 0)
  return new Date(dueAt.getTime() - Math.min(leadDays(kind)[0] * DAY, time / 4))
}

/**
 * What to tell about a deadline at an instant, and when to look at it again. An officer is reminded before a promise of the
 * office is due, of a limitation period half a year before and again until a week before; once it is overdue the supervisors hear of it, of a critical case again every day. What a worker, a body or a
 * party has not done is told to who holds the case when it is due, of a critical case again every day: nobody else can do
 * something about it, and no case is ever closed because somebody is silent. After an interruption only the present stage is told.
 */
export function reminderAt(deadline: WatchedDeadline, at: Date): Reminder {
  const { dueAt, ownerKind, kind } = deadline
  if (at < dueAt) return before(deadline, at)
  const daysOver = Math.floor((at.getTime() - dueAt.getTime()) / DAY)
  const isCritical = deadline.severity === 'critical'
  const tomorrow = new Date(dueAt.getTime() + (daysOver + 1) * DAY)
  const stage = isCritical ? daysOver : 0
  if (ownerKind !== 'officer') {
    const silent = ownerKind === 'worker' ? 'worker_silent' : 'others_overdue'
    return { told: told(deadline, silent, `over${stage}`), nextAt: isCritical ? tomorrow : null }
  }
  if (DAY_KINDS.includes(kind) && daysOver === 0) {
    return { told: told(deadline, 'deadline_due', 'due'), nextAt: tomorrow }
  }
  return isCritical
    ? { told: told(deadline, 'critical_overdue', `over${stage}`), nextAt: tomorrow }
    : { told: told(deadline, 'deadline_overdue', 'over0'), nextAt: null }
}

function before(deadline: WatchedDeadline, at: Date): Reminder {
  const { createdAt, dueAt, ownerKind, kind } = deadline
  // What others owe is not the office's to hurry, except where asking in time helps.
  if (ownerKind !== 'officer' && LEAD_DAYS[kind] === undefined) return { told: null, nextAt: dueAt }
  if (leadDays(kind).length > 1) return inStages(deadline, at)
  const firstAt = firstReminderAt(createdAt, dueAt, kind)
  if (at < firstAt) return { told: null, nextAt: firstAt }
  return { told: told(deadline, 'deadline_soon', 'soon'), nextAt: dueAt }
}

/** A long clock is told of at each of its stages; one that begins late, or moves, at once at the stage where it stands. */
function inStages(deadline: WatchedDeadline, at: Date): Reminder {
  const stages = leadDays(deadline.kind).map((days) => ({ days, at: new Date(deadline.dueAt.getTime() - days * DAY) }))
  const present = stages.findLast((stage) => stage.at <= at)
  const nextAt = stages.find((stage) => stage.at > at)?.at ?? deadline.dueAt
  return { told: present ? told(deadline, 'deadline_soon', `soon${present.days}`) : null, nextAt }
}

/** The date is part of the key: a promise with a new date is a new promise. */
function told(deadline: WatchedDeadline, kind: CaseNoticeKind, stage: string) {
  const key = `${deadline.kind}:${deadline.id}:${Math.floor(deadline.dueAt.getTime() / 1000)}:${stage}`
  return { kind, key, isEscalation: kind === 'deadline_overdue' || kind === 'critical_overdue' }
}

/** The deadline that a reminder's key is about, as it was stored; null for the key of anything else. */
export function deadlineOfKey(key: string): string | null {
  return /^([a-z_]+):[0-9a-f-]{36}:\d+:(?:soon\d*|due|over\d+)$/.exec(key)?.[1] ?? null
}
