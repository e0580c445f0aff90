import { CURRENCIES, minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import { LOCALE_FACTS, type Locale } from './locales'

/** Every clock time on a page is Japan time: that is where the reader lives and the offices open. */
export const DISPLAY_TIME_ZONE = 'Asia/Tokyo'

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

// A yuan is no yen, and there are rupees of two countries: where a short sign is that of another money, too, the longer one. The
// short sign of the kyat is a K, which people take for a thousand.
const SHARED_SIGN: ReadonlySet<CurrencyCode> = new Set(['CNY', 'NPR', 'LKR', 'MMK'])
const OWN_WORD: Partial<Record<Locale, Partial<Record<CurrencyCode, string>>>> = {
  my: { MMK: 'ကျပ်' },
  ne: { NPR: 'रु' },
  // Both are ¥ there.
  'zh-Hans': { CNY: 'CN¥', JPY: 'JP¥' },
}

/**
 * An amount with its sign and the reader's separators: 120.000.000 ₫, ₱85,000, ¥1,286,265.
 * Minor units stay an integer all the way: Intl reads the decimal string, no float is made. The digits come from our
 * own list (ISO 4217), because Intl follows CLDR, where the rupiah has none.
 */
export function formatMoney(amountMinor: bigint, currency: CurrencyCode, locale: Locale): string {
  const { minorDigits } = CURRENCIES[currency]
  const ownWord = OWN_WORD[locale]?.[currency]
  const format = numberFormat(locale, `money ${currency}`, {
    style: 'currency',
    currency,
    currencyDisplay: SHARED_SIGN.has(currency) ? 'symbol' : 'narrowSymbol',
    minimumFractionDigits: minorDigits,
    maximumFractionDigits: minorDigits,
    trailingZeroDisplay: 'stripIfInteger',
  })
  const parts = format.formatToParts(decimalText(amountMinor, minorDigits))
  return parts.map(({ type, value }) => (type === 'currency' ? (ownWord ?? value) : value)).join('')
}

/** Below this the digits are short enough. */
const WORDS_FROM = 10_000n

/**
 * A big round sum said in words, as people say it: "120 million", "120 triệu", "1.5 million".
 * Null when one decimal cannot say it exactly: then the digits say it better.
 */
export function moneyInWords(amountMinor: bigint, currency: CurrencyCode, locale: Locale): string | null {
  const unit = minorPerMajor(currency)
  if (amountMinor % unit !== 0n) return null
  const whole = amountMinor / unit
  if (whole < WORDS_FROM) return null
  if (locale === 'ne') return inLakh(whole)
  const words = (digits: number) =>
    numberFormat(locale, `words ${digits}`, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(whole)
  return words(1) === words(9) ? words(1) : null
}

// Nepali counts in hundred thousands and ten millions; CLDR's short forms are wrong about them.
const NEPALI_WORDS = [
  { from: 10_000_000n, word: 'करोड' },
  { from: 100_000n, word: 'लाख' },
  { from: 1_000n, word: 'हजार' },
] as const

/** 1.6 करोड, 16 लाख, 25 हजार; null when one decimal cannot say it. */
function inLakh(whole: bigint): string | null {
  const words = NEPALI_WORDS.find(({ from }) => whole >= from)
  if (words === undefined || whole % (words.from / 10n) !== 0n) return null
  const tenths = whole / (words.from / 10n)
  const decimals = tenths % 10n === 0n ? '' : `.${tenths % 10n}`
  return `${formatCount(tenths / 10n, 'ne')}${decimals} ${words.word}`
}

/** A plain count with the reader's separators. */
export function formatCount(count: number | bigint, locale: Locale): string {
  return numberFormat(locale, 'count', { maximumFractionDigits: 0 }).format(count)
}

/** A decimal number as text (`114.88902`) with the reader's separators, every digit of it. */
export function formatDecimal(text: string, locale: Locale): string {
  return numberFormat(locale, 'decimal', { maximumFractionDigits: 20 }).format(text as `${number}`)
}

/** A share from 0 to 1 as per cent with one decimal: 34.1 %. */
export function formatShare(share: number, locale: Locale): string {
  return numberFormat(locale, 'share', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share)
}

/** A calendar day ('YYYY-MM-DD', no time zone): 27 November 2026. */
export function formatDay(on: string, locale: Locale): string {
  return dateFormat(locale, 'day', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`))
}

/** The Japan-time day of an instant: 27 November 2026. */
export function formatDayOf(at: Date, locale: Locale): string {
  return dateFormat(locale, 'dayOf', { dateStyle: 'long', timeZone: DISPLAY_TIME_ZONE }).format(at)
}

/** The Japan-time day of an instant with its weekday, for promises: Friday 27 November 2026. */
export function formatWeekdayOf(at: Date, locale: Locale): string {
  return dateFormat(locale, 'weekdayOf', { dateStyle: 'full', timeZone: DISPLAY_TIME_ZONE }).format(at)
}

/** Day without year, only where the year is plain from the page around it: 27 Nov. */
export function formatShortDayOf(at: Date, locale: Locale): string {
  return dateFormat(locale, 'shortDayOf', {
    day: 'numeric',
    month: 'short',
    timeZone: DISPLAY_TIME_ZONE,
  }).format(at)
}

/** The Japan-time clock of an instant, 24 hours: 21:14. */
export function formatTimeOf(at: Date, locale: Locale): string {
  return dateFormat(locale, 'timeOf', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: DISPLAY_TIME_ZONE,
  }).format(at)
}

/** Day and clock of an instant: 27 November 2026, 21:14. */
export function formatInstant(at: Date, locale: Locale): string {
  return `${formatDayOf(at, locale)}, ${formatTimeOf(at, locale)}`
}

/** A month ('YYYY-MM'): March 2025, tháng 3 năm 2025. */
export function formatMonth(month: string, locale: Locale): string {
  return dateFormat(locale, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

/** The twelve names for a month list, January first. */
export function monthNames(locale: Locale): readonly string[] {
  const format = dateFormat(locale, 'monthName', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => format.format(new Date(Date.UTC(2026, index, 1))))
}

/** Weekday names by ISO number: 1 is Monday. */
export function weekdayName(isoWeekday: number, locale: Locale): string {
  // 1 June 2026 is a Monday.
  return dateFormat(locale, 'weekday', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 5, isoWeekday)),
  )
}

function decimalText(amountMinor: bigint, digits: number): `${number}` {
  const sign = amountMinor < 0n ? '-' : ''
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return (digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`) as `${number}`
}

function numberFormat(locale: Locale, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${locale} ${name}`
  const known = numberFormats.get(id)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(LOCALE_FACTS[locale].intlTag, options)
  numberFormats.set(id, made)
  return made
}

function dateFormat(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${name}`
  const known = dateFormats.get(id)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(LOCALE_FACTS[locale].dateTag, options)
  dateFormats.set(id, made)
  return made
}
