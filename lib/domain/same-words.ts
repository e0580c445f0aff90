/** Shorter stories are alike by chance: "They kept my passport." */
const FEWEST_LETTERS = 60
/** So many reports of the same words in a day are shown as one flood. A group that tells together writes its own words. */
export const ALIKE_FROM = 5
/** For how long reports are compared. */
export const ALIKE_DAYS = 14

/** The words of a story as they are compared: letters and digits alone. Null where there are too few to say anything. */
export function comparedWords(story: string | null | undefined): string | null {
  const letters = (story ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  return letters.length < FEWEST_LETTERS ? null : letters
}

/** What is known of a report before it is closed with others of the same words. */
export type AlikeReport = {
  /** The earliest of those words, or the only one: somebody has to look at it. */
  readonly isFirst: boolean
  readonly severity: string
  readonly dangers: readonly string[]
  readonly hasWorkerReturned: boolean
}

/** Why a report stays open when the others of its words are closed; null where nothing is in the way. */
export function staysOpen(report: AlikeReport): 'first_stays' | 'has_danger' | 'worker_returned' | null {
  if (report.isFirst) return 'first_stays'
  if (report.severity === 'critical' || report.dangers.length > 0) return 'has_danger'
  return report.hasWorkerReturned ? 'worker_returned' : null
}
