/** Why nothing of a case may go for a while; labels under `cases.hold_reason_<reason>` and `track.hold_reason_<reason>`. */
export const HOLD_REASONS = ['authority', 'court', 'police', 'claim'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** The longest a hold can be said for at once; a longer one is said again, by somebody who looked again (migration retention says the same). */
export const HOLD_MOST_DAYS = 365

/** A hold with its dates; `liftedAt` when somebody ended it before. */
export type HoldDates = { readonly setAt: Date; readonly endsAt: Date; readonly liftedAt: Date | null }

/** Whether a hold stands in the way at an instant. */
export function isHeld(hold: HoldDates, at: Date): boolean {
  return hold.liftedAt === null && hold.endsAt > at
}

/** Until when nothing goes; null where nothing is in the way at that instant. */
export function heldUntil(holds: readonly HoldDates[], at: Date): Date | null {
  const ends = holds.filter((hold) => isHeld(hold, at)).map(({ endsAt }) => endsAt.getTime())
  return ends.length === 0 ? null : new Date(Math.max(...ends))
}
