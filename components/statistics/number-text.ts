import type { Interval } from '@/lib/domain/statistics/raw-table'
import type { MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import type { Shown } from '@/lib/domain/statistics/released-table'
import type { Difference } from '@/lib/domain/statistics/workbench/difference'
import { LOCALE_FACTS, type Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

/** Units that have no parts: yen and heads. */
const WHOLE: ReadonlySet<MeasureUnit> = new Set(['yen', 'reports', 'payments'])

const formats = new Map<string, Intl.NumberFormat>()

/** A figure with the digits of its unit: shares in per cent with one decimal, yen and counts whole, the rest with one decimal. */
export function numberText(value: number, unit: MeasureUnit, t: Translator): string {
  if (unit === 'share') return t('statistics.per_cent', { share: decimal(value * 100, 1, t.locale) })
  return decimal(value, WHOLE.has(unit) ? 0 : 1, t.locale)
}

/** The same where the unit is not said beside it: ¥512,400, 17.5 hours. */
export function figureText(value: number, unit: MeasureUnit, t: Translator): string {
  const text = numberText(value, unit, t)
  switch (unit) {
    case 'yen':
      return `¥${text}`.replace('¥−', '−¥')
    case 'months':
    case 'percent_a_year':
    case 'hours':
    case 'score':
      return t(`statistics.value_${unit}`, { value: text })
    case 'share':
    case 'reports':
    case 'payments':
      return text
    default:
      return unit satisfies never
  }
}

/** A figure that may be held back or not there: `s`, `–`, or the figure. */
export function shownNumber(value: Shown, unit: MeasureUnit, t: Translator): string {
  if (value === 's') return 's'
  return value === null ? '–' : numberText(value, unit, t)
}

/** Low and high of an interval. */
export function intervalText({ low, high }: Pick<Interval, 'low' | 'high'>, unit: MeasureUnit, t: Translator): string {
  const [from, to] =
    unit === 'share'
      ? [decimal(low * 100, 1, t.locale), decimal(high * 100, 1, t.locale)]
      : [numberText(low, unit, t), numberText(high, unit, t)]
  return t('statistics.range', { low: from, high: to })
}

/** +2.0 pt, −5.0 %. */
export function differenceText({ kind, value }: Difference, t: Translator): string {
  const difference = decimal(value, 1, t.locale, 'exceptZero')
  return kind === 'points' ? t('statistics.points', { difference }) : t('statistics.percent', { difference })
}

/** The words of a tick, without its unit; a long axis of yen counts in thousands or millions, which `axisNote` says. */
export function tickText(tick: number, end: number, unit: MeasureUnit, locale: Locale): string {
  const value = unit === 'share' ? tick * 100 : tick / factorOf(end, unit)
  return decimal(value, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1, locale)
}

/** The unit of an axis, said once below it. */
export function axisNote(end: number, unit: MeasureUnit, t: Translator): string {
  const factor = factorOf(end, unit)
  if (unit === 'yen' && factor > 1)
    return t(factor === 1_000 ? 'statistics.axis_thousand_yen' : 'statistics.axis_million_yen')
  return t(`statistics.axis_${unit}`)
}

function factorOf(end: number, unit: MeasureUnit): number {
  if (unit !== 'yen') return 1
  return end >= 10_000_000 ? 1_000_000 : end >= 10_000 ? 1_000 : 1
}

function decimal(value: number, digits: number, locale: Locale, signDisplay: 'auto' | 'exceptZero' = 'auto'): string {
  const key = `${locale} ${digits} ${signDisplay}`
  const known = formats.get(key)
  const format =
    known ??
    new Intl.NumberFormat(LOCALE_FACTS[locale].intlTag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    })
  if (known === undefined) formats.set(key, format)
  return format.format(value).replace('-', '−')
}
