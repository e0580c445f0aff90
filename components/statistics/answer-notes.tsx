import type { Comparison } from '@/lib/domain/statistics/workbench/address'
import { RESAMPLES } from '@/lib/domain/statistics/intervals/mean-interval'
import type { Interval } from '@/lib/domain/statistics/raw-table'
import { dimensionOf } from '@/lib/domain/statistics/registry/dimensions'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { Release } from '@/lib/domain/statistics/released-table'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { footnotesOf } from './footnotes'
import { seriesText } from './series-text'

/** What has to be known of the recruitment cost indicator wherever it stands. */
const RECRUITMENT_COST = ['rci_note_earnings', 'rci_note_people', 'rci_note_series'] as const

/** What stands below the tables: footnotes by number, the signs, how intervals were made, where published figures come from. */
export function AnswerNotes({ t, release, comparison }: { t: Translator; release: Release; comparison: Comparison }) {
  const { query } = release.facts
  const lines = [query.rows, query.columns].flatMap((code) => (code === null ? [] : [dimensionOf(code)]))
  const isMultiple = lines.some((line) => line !== null && (line.isMultiple || line.of === 'payment'))
  const groups = new Set(release.tables.map(({ measure }) => measureOf(measure)?.group))
  return (
    <ol className="notes">
      {footnotesOf(comparison, query.measures).map((footnote, index) => (
        <li key={footnote} id={`note-${index + 1}`}>
          {t(`statistics.note_${footnote}`)}
        </li>
      ))}
      <li>{t('statistics.note_threshold', { threshold: query.threshold })}</li>
      <li>{t('statistics.note_n')}</li>
      {isMultiple ? <li>{t('statistics.note_multiple')}</li> : null}
      {groups.has('recruitment_cost')
        ? RECRUITMENT_COST.map((note) => <li key={note}>{t(`statistics.${note}`)}</li>)
        : null}
      {groups.has('verdicts') ? <li>{t('statistics.rci_note_limit')}</li> : null}
      {query.rounding === 1 ? null : <li>{t('statistics.note_rounded_counts', { base: query.rounding })}</li>}
      {methodsOf(release).map((method) => (
        <li key={method}>{t(`statistics.method_${method}`, { resamples: RESAMPLES })}</li>
      ))}
      {comparison.kind === 'series' ? <li>{seriesText(t, comparison.series)}</li> : null}
    </ol>
  )
}

/** How and of what the page was made, so that the same numbers can be made again. */
export function MakingOf({
  t,
  release: { facts },
  methodsHref,
}: {
  t: Translator
  release: Release
  methodsHref: string
}) {
  const day = (on: string | null) => (on === null ? t('statistics.made_none') : formatDay(on, t.locale))
  return (
    <p className="bar by">
      <span>
        {t('statistics.made_of', {
          at: formatInstant(facts.asOf, t.locale),
          rules: day(facts.rulesAsOf),
          rates: day(facts.ratesAsOf),
          id: facts.queryId,
          threshold: facts.query.threshold,
        })}
      </span>
      <a className="noprint" href={methodsHref}>
        {t('statistics.methods_of_all')}
      </a>
    </p>
  )
}

function methodsOf({ tables }: Release): readonly Interval['method'][] {
  const found = tables.flatMap(({ cells }) =>
    cells.flatMap(({ interval, meanInterval }) =>
      [interval, meanInterval].flatMap((one) => (one === null || one === 's' ? [] : [one.method])),
    ),
  )
  return [...new Set(found)].toSorted()
}
