import type { GrievanceCode } from './grievances/catalog'
import type { SchemeCode } from './schemes'
import type { Severity } from './severity-levels'
import type { WaitingOn } from './waiting-on'
import type { CaseState } from './workflow/states'

/** Built-in views of the queue: due first, mine, nobody's, waiting for the worker, fees judged anew and not looked at, closed. */
export const QUEUE_VIEWS = ['due', 'mine', 'free', 'worker', 'fees', 'closed'] as const

/** A built-in view of the queue. */
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** One line of the queue: codes and numbers only, nothing a worker wrote. */
export type QueueRow = {
  readonly id: string
  readonly number: string
  readonly state: CaseState
  readonly severity: Severity
  readonly scheme: SchemeCode | null
  readonly origin: string | null
  readonly destination: string
  readonly language: string
  readonly grievances: readonly GrievanceCode[]
  readonly paidTotalJpy: bigint
  readonly feeLineCount: number
  readonly nextDueAt: Date | null
  readonly nextDueKind: string | null
  /** Whose the deadline is: officer, worker, body, party. */
  readonly nextDueOwner: string | null
  readonly waitingOn: WaitingOn | null
  /** Signs of forced labour that nobody judged absent. */
  readonly signCount: number
  /** Of all payments of the case; null before they were judged. */
  readonly feeVerdict: string | null
  readonly labelIds: readonly string[]
  readonly version: number
  readonly unread: number
  /** A changed rule or rate changed the verdict on its payments, and no officer has looked. */
  readonly hasFeeChange: boolean
  readonly receivedAt: Date
  readonly stateChangedAt: Date
  readonly assignee: { readonly id: string; readonly displayName: string } | null
}

/** Where the next page begins: behind this row. `at` is null among the rows without a deadline. */
export type QueueCursor = { readonly at: Date | null; readonly id: string }

/** When something has to be done, as the queue groups it. */
export const DUE_GROUPS = ['over', 'today', 'week', 'later', 'none'] as const

/** A group of the queue. */
export type DueGroup = (typeof DUE_GROUPS)[number]

const DAY_MS = 86_400_000
/** Japan keeps one clock the whole year. */
const JAPAN_OFFSET_MS = 9 * 3_600_000

/** The end of the day in Japan into which an instant falls. */
export function endOfJapanDay(at: Date): Date {
  return new Date((Math.floor((at.getTime() + JAPAN_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - JAPAN_OFFSET_MS)
}

/** The end of the seventh day in Japan, today being the first: what "this week" means in the queue. */
export function endOfWeek(at: Date): Date {
  return new Date(endOfJapanDay(at).getTime() + 6 * DAY_MS)
}

/** Where a deadline stands in the queue at an instant. */
export function dueGroupOf(dueAt: Date | null, at: Date): DueGroup {
  if (dueAt === null) return 'none'
  if (dueAt <= at) return 'over'
  if (dueAt <= endOfJapanDay(at)) return 'today'
  return dueAt <= endOfWeek(at) ? 'week' : 'later'
}

/** The distance to a deadline in whole units that a person says: minutes under an hour, hours under two days, then days. */
export function timeLeft(
  dueAt: Date,
  at: Date,
): { readonly isOver: boolean; readonly unit: 'minute' | 'hour' | 'day'; readonly count: number } {
  const distance = Math.abs(dueAt.getTime() - at.getTime())
  const isOver = dueAt <= at
  if (distance < 3_600_000) return { isOver, unit: 'minute', count: Math.max(1, Math.round(distance / 60_000)) }
  if (distance < 2 * DAY_MS) return { isOver, unit: 'hour', count: Math.round(distance / 3_600_000) }
  return { isOver, unit: 'day', count: Math.round(distance / DAY_MS) }
}
