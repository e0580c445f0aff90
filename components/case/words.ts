import { formatCount, formatDayOf, formatMonth, formatMoney, formatShortDayOf, formatTimeOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { endOfJapanDay, timeLeft } from '@/lib/domain/case-queue'
import { isOriginCode } from '@/lib/domain/countries'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { officeOfRecipient } from '@/lib/domain/referral/recipient'
import type { Severity } from '@/lib/domain/severity-levels'

/** The words of a key that may have none, because it is made of a stored code; then the code itself. */
export function wordOf(t: Translator, key: string, code: string): string {
  return t.has(key) ? t(key) : code
}

/** The word of a stored code. A code without words (of a later version, of an import) is shown as it is. */
export function codeWord(t: Translator, list: string, code: string): string {
  return wordOf(t, `codes.${list}.${code}`, code)
}

/** "Passport kept, fees and debt"; what the case is about when nothing was chosen is said too. */
export function grievanceWords(t: Translator, codes: readonly string[]): string {
  if (codes.length === 0) return t('cases.matter_unsaid')
  return codes.map((code) => codeWord(t, 'grievance', code)).join('; ')
}

/** "VN → JP", for eyes; the names of the countries are on the case page. */
export function corridorCodes(origin: string | null, destination: string): string {
  return `${origin === null || !isOriginCode(origin) || origin === 'OTHER' ? '?' : origin} → ${destination}`
}

/** The scheme as staff say it: the abbreviation where there is one. */
export function schemeWord(t: Translator, scheme: string | null): string {
  if (scheme === null) return t('cases.scheme_unsaid')
  const key = `cases.scheme_${scheme}`
  return t.has(key) ? t(key) : codeWord(t, 'scheme', scheme)
}

/** The name of a language in the reader's own; the code when nobody named it. */
export function languageWord(t: Translator, code: string): string {
  return new Intl.DisplayNames([t.locale], { type: 'language', fallback: 'code' }).of(code) ?? code
}

/** Four bars for critical, one for low. */
export function severityLevel(severity: Severity): 1 | 2 | 3 | 4 {
  return ({ critical: 4, high: 3, medium: 2, low: 1 } as const)[severity]
}

/** "5 h over", "2 h left", "today 18:00", "27 Nov". */
export function dueWords(t: Translator, dueAt: Date, at: Date): string {
  const { isOver, unit, count } = timeLeft(dueAt, at)
  if (isOver) return t(`cases.over_${unit}`, { count })
  if (unit !== 'day')
    return dueAt <= endOfJapanDay(at) && count > 6
      ? t('cases.today_at', { time: formatTimeOf(dueAt, t.locale) })
      : t(`cases.left_${unit}`, { count })
  return count < 300 ? formatShortDayOf(dueAt, t.locale) : formatDayOf(dueAt, t.locale)
}

/** How old something is, in whole days. */
export function ageWords(t: Translator, since: Date, at: Date): string {
  return t('cases.age_days', { count: Math.max(0, Math.floor((at.getTime() - since.getTime()) / 86_400_000)) })
}

/** An amount in its own currency; null when there is none. */
export function money(t: Translator, amountMinor: bigint | null, currency: string | null): string | null {
  return amountMinor === null || currency === null || !isCurrencyCode(currency)
    ? null
    : formatMoney(amountMinor, currency, t.locale)
}

/** A partial date as told: a year, a month or a day. */
export function partialDate(t: Translator, on: string | null): string | null {
  if (on === null) return null
  if (/^\d{4}$/.test(on)) return on
  return /^\d{4}-\d{2}$/.test(on) ? formatMonth(on, t.locale) : formatDayOf(new Date(`${on}T00:00:00+09:00`), t.locale)
}

/** A count that stops at a limit: "1,000+". */
export function cappedCount(t: Translator, count: number, limit: number): string {
  return count > limit ? `${formatCount(limit, t.locale)}+` : formatCount(count, t.locale)
}

/** The name of a body in Japan, or of a kind of body in a country of origin (`VN_embassy`). */
export function bodyWord(t: Translator, bodyCode: string): string {
  if (officeOfRecipient(bodyCode) !== null) return t('cases.other_office')
  if (bodyCode.startsWith('JP_')) return codeWord(t, 'body', bodyCode)
  const at = bodyCode.indexOf('_')
  return t('cases.body_of_country', {
    country: codeWord(t, 'origin', bodyCode.slice(0, at)),
    body: codeWord(t, 'origin_body_kind', bodyCode.slice(at + 1)),
  })
}
