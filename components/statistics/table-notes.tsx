import { SURVEY_PERIOD } from '@/lib/domain/statistics/survey-baseline'
import { SURVEY_SOURCES } from '@/lib/domain/statistics/survey-sources'
import { formatDay, formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { FOOTNOTES } from './footnotes'

/** What stands below the fee table: the numbered footnotes of its figures, the signs, where the figures come from. */
export function TableNotes({
  t,
  rate,
}: {
  t: Translator
  rate: { readonly jpyPerUsd: string; readonly period: string; readonly source: string } | null
}) {
  const { locale } = t
  const publishers = Object.values(SURVEY_SOURCES).map(({ publisher }) => publisher)
  return (
    <ol className="notes">
      {FOOTNOTES.map((footnote) => (
        <li key={footnote} id={`note-${footnote}`}>
          {t(`statistics.note_${footnote}`)}
        </li>
      ))}
      <li>{t('statistics.note_signs')}</li>
      <li>{t('statistics.caveat.averages_of_payers_only')}</li>
      <li>{t('statistics.caveat.broker_share_confused')}</li>
      <li>
        {t('statistics.note_survey', {
          from: formatDay(SURVEY_PERIOD.from, locale),
          to: formatDay(SURVEY_PERIOD.to, locale),
          publishers: [...new Set(publishers)].filter((name) => name !== SURVEY_SOURCES.corrected.publisher).join('; '),
        })}{' '}
        {t('statistics.caveat.not_a_random_sample')}
      </li>
      <li>
        {rate === null
          ? t('statistics.note_no_rate')
          : t('statistics.note_rate', {
              rate: rate.jpyPerUsd,
              period: rate.period.length === 7 ? formatMonth(rate.period, locale) : rate.period,
              source: rate.source,
            })}
      </li>
    </ol>
  )
}
