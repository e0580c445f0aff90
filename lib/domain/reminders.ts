import type { DeadlineOwner } from './deadlines'
import type { NoticeKind } from './notices'
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
  readonly told: { readonly kind: NoticeKind; readonly key: string; readonly isEscalation: boolean } | null
  readonly nextAt: Date | null
}

const DAY = 86_400_000

/** Done on the day that is named, not before it: told on that day, overdue a day later. */
const DAY_KINDS: readonly string[] = ['referral_follow_up', 'retaliation_check']

/** When the first reminder is sent: with a quarter of the time left, at most a day. */
export function firstReminderAt(createdAt: Date, dueAt: Date): Date {
  const time = Math.max(dueAt.getTime() - createdAt.getTime(), 0)
  return new Date(dueAt.getTime() - Math.min(DAY, time / 4))
}

/**
 * What to tell about a deadline at an instant, and when to look at it again. An officer is reminded before a promise of the
 * office is due; once it is overdue the supervisors hear of it, of a critical case again every day. What a worker, a body or a
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
  const { createdAt, dueAt, ownerKind } = deadline
  if (ownerKind !== 'officer') return { told: null, nextAt: dueAt }
  const firstAt = firstReminderAt(createdAt, dueAt)
  if (at < firstAt) return { told: null, nextAt: firstAt }
  return { told: told(deadline, 'deadline_soon', 'soon'), nextAt: dueAt }
}

/** The date is part of the key: a promise with a new date is a new promise. */
function told(deadline: WatchedDeadline, kind: NoticeKind, stage: string) {
  const key = `${deadline.kind}:${deadline.id}:${Math.floor(deadline.dueAt.getTime() / 1000)}:${stage}`
  return { kind, key, isEscalation: kind === 'deadline_overdue' || kind === 'critical_overdue' }
}

/** The deadline that a reminder's key is about, as it was stored; null for the key of anything else. */
export function deadlineOfKey(key: string): string | null {
  return /^([a-z_]+):[0-9a-f-]{36}:\d+:(?:soon|due|over\d+)$/.exec(key)?.[1] ?? null
}
