import type { ComparisonSeries } from '@/lib/domain/statistics/comparison/series'
import type { Translator } from '@/lib/i18n/translate'

/** Whose a published series is, of when, and what to mind of it. */
export function seriesText(t: Translator, { title, publisher, period, caveats }: ComparisonSeries): string {
  const said = caveats.map((caveat) => `statistics.caveat.${caveat}`).map((key) => (t.has(key) ? t(key) : ''))
  return [t('statistics.note_series', { title, publisher, period }), ...said].join(' ').trim()
}
