import type { SurveyRow } from '@/lib/domain/statistics/survey-table'
import type { Translator } from '@/lib/i18n/translate'

/** The name of a row of the fee table. */
export function originName(t: Translator, origin: SurveyRow['origin']): string {
  if (origin === 'all') return t('statistics.all_countries')
  return origin === 'unknown' ? t('statistics.origin_unknown') : t(`codes.origin.${origin}`)
}

// The order of the published table, the countries it does not have after it, as they are offered.
const SURVEY_ORDER: readonly SurveyRow['origin'][] = ['all', 'VN', 'CN', 'KH', 'MM', 'ID', 'PH']

/** Rows in the order of the published table. */
export function inSurveyOrder<T extends { readonly origin: SurveyRow['origin'] }>(rows: readonly T[]): readonly T[] {
  const place = ({ origin }: T) => (SURVEY_ORDER.includes(origin) ? SURVEY_ORDER.indexOf(origin) : SURVEY_ORDER.length)
  return rows.toSorted((a, b) => place(a) - place(b))
}
