import type { Published } from '@/lib/domain/statistics/published'

/** The footnotes of the fee table, in the order of their numbers. */
export const FOOTNOTES = ['doubtful', 'corrected', 'rounded'] as const
export type Footnote = (typeof FOOTNOTES)[number]

/** What has to be said about a published figure, or null. */
export function footnoteOf(published: Published): Footnote | null {
  if (published.isDoubtful === true) return 'doubtful'
  if (published.sources.includes('corrected')) return 'corrected'
  return published.isRounded === true ? 'rounded' : null
}

/** The number under which a footnote stands. */
export function footnoteNumber(footnote: Footnote): number {
  return FOOTNOTES.indexOf(footnote) + 1
}
