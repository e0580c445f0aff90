import { formatDecimal, formatMonth } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** `2026-03` as a month with its name, `2026` as it is. */
export function periodText(period: string, locale: Locale): string {
  return period.length === 4 ? period : formatMonth(period, locale)
}

/** Units for one dollar with the reader's separators, all digits. */
export function rateText(unitsPerUsd: string, locale: Locale): string {
  return formatDecimal(unitsPerUsd, locale)
}

/** A difference in tenths of a per cent with its sign: `+20.5 %`. */
export function differenceText(tenthsOfPercent: bigint | null, locale: Locale): string {
  if (tenthsOfPercent === null) return '–'
  const sign = tenthsOfPercent < 0n ? '−' : '+'
  const size = tenthsOfPercent < 0n ? -tenthsOfPercent : tenthsOfPercent
  return `${sign}${formatDecimal(`${size / 10n}.${size % 10n}`, locale)} %`
}
