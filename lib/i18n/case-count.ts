import { aboutCount } from '@/lib/domain/statistics/about-count'
import { SMALLEST_CELL } from '@/lib/domain/statistics/suppress'
import { formatCount } from './format'
import type { Translator } from './translate'

/** How many open cases are judged again, as an administrator may know it. */
export function caseCountText(t: Translator, count: number): string {
  if (count === 0) return t('settings.cases_none')
  return t('settings.cases_judged', { number: heldBack(t, count) })
}

/** A count of cases of all offices as an administrator may see it: none, fewer than five, or about so many (ADR 009). */
export function heldBack(t: Translator, count: number): string {
  const about = aboutCount(count)
  if (about === 0) return t('settings.cases_zero')
  if (about === 'few') return t('settings.cases_few', { number: SMALLEST_CELL })
  return t('settings.cases_about', { number: formatCount(about, t.locale) })
}
