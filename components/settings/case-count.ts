import { SMALLEST_CELL } from '@/lib/domain/statistics/suppress'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** How many open cases are judged again; a count under five is held back, as in every statistic (ADR 009). */
export function caseCountText(t: Translator, count: number): string {
  if (count === 0) return t('settings.cases_none')
  return t('settings.cases_judged', { number: heldBack(t, count) })
}

/** A count of cases as an administrator may see it. */
export function heldBack(t: Translator, count: number): string {
  if (count === 0 || count >= SMALLEST_CELL) return formatCount(count, t.locale)
  return t('settings.cases_few', { number: SMALLEST_CELL })
}
