import { lastEntry } from './entries'

/** What the rules ask about a remedy; instants are null when the thing has not happened. */
export type RemedyDates = {
  readonly agreedAt: Date | null
  readonly workerAcceptedAt: Date | null
  readonly deliveredAt: Date | null
  readonly workerConfirmedAt: Date | null
  readonly failedAt: Date | null
}

/**
 * The remedies that count now: agreed since the case last came to where remedies are agreed, and not broken. A remedy of before a
 * broken promise, or of before the case was opened again, proves nothing about a new one. Stations in order.
 */
export function remediesOfRound<R extends RemedyDates>(
  remedies: readonly R[],
  stations: Parameters<typeof lastEntry>[0],
): readonly R[] {
  // A worker accepts while the case is still looked into; that it then moves to where remedies stand changes nothing of it.
  const since = lastEntry(stations, 'investigation', 'mediation') ?? lastEntry(stations, 'remedy_agreed')
  return remedies.filter(
    ({ agreedAt, failedAt }) => agreedAt !== null && failedAt === null && since !== null && agreedAt >= since,
  )
}
