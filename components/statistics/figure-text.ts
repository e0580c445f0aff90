import { LOCALE_FACTS, type Locale } from '@/lib/i18n/locales'

type Shown<T> = T | 's' | null

/** Tenths with one decimal and no unit: 978 is 97.8. */
export function tenthsText(tenths: number, locale: Locale): string {
  return new Intl.NumberFormat(LOCALE_FACTS[locale].intlTag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(tenths / 10)
}

/** A difference with its sign, a true minus: +2.0, −1.4, 0.0. */
export function differenceText(tenths: number, locale: Locale): string {
  return new Intl.NumberFormat(LOCALE_FACTS[locale].intlTag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
    .format(tenths / 10)
    .replace('-', '−')
}

/** A whole number with the reader's separators. */
export function wholeText(number: number | bigint, locale: Locale): string {
  return new Intl.NumberFormat(LOCALE_FACTS[locale].intlTag, { maximumFractionDigits: 0 }).format(number)
}

/** A figure that may be held back or missing, as text: `s`, `–`, or the figure. */
export function shownText<T>(value: Shown<T>, text: (value: T) => string): string {
  if (value === 's') return 's'
  return value === null ? '–' : text(value as T)
}
