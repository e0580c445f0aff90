import type { RetainedKind } from './periods'

/** How much of a kind goes from an office on a day of Japan. */
export type PlannedItem = {
  readonly kind: RetainedKind
  readonly officeId: string
  readonly dueOn: string
  readonly items: number
}

/** How far ahead a dry run looks. */
export const PLANNED_DAYS = 90

/** One line of the report: what goes at once and what later, for one kind and office. */
export type PlanLine = {
  readonly kind: RetainedKind
  readonly officeId: string
  /** Due up to the day of the report. */
  readonly now: number
  readonly later: number
  /** The first day on which something goes after the day of the report; null where nothing does. */
  readonly nextOn: string | null
}

/** The items of a plan by kind and office, against the day it was made on ('YYYY-MM-DD'). */
export function planLines(items: readonly PlannedItem[], today: string): readonly PlanLine[] {
  const lines = new Map<string, PlanLine>()
  for (const { kind, officeId, dueOn, items: count } of items) {
    const key = `${kind} ${officeId}`
    const line = lines.get(key) ?? { kind, officeId, now: 0, later: 0, nextOn: null }
    lines.set(
      key,
      dueOn <= today
        ? { ...line, now: line.now + count }
        : {
            ...line,
            later: line.later + count,
            nextOn: line.nextOn === null || dueOn < line.nextOn ? dueOn : line.nextOn,
          },
    )
  }
  return [...lines.values()]
}
