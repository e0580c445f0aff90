import { codeWord, languageWord } from '@/components/case/words'
import type { Kpi } from '@/lib/domain/learning/kpis'
import type { ShownValue } from '@/lib/domain/learning/shown-kpis'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { formatCount, formatDecimal, formatMoney, formatShare } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Told = Extract<ShownValue, { held: false }>

/** The name of a measure; its code where it has none. */
export function kpiName(t: Translator, code: string): string {
  const key = `learning.kpi_${code}`
  return t.has(key) ? t(key) : code
}

/** How a measure is worked out. */
export function formulaWords(t: Translator, code: string): string | null {
  const key = `learning.formula_${code}`
  return t.has(key) ? t(key) : null
}

/** What one value of a divided measure is about. */
export function partName(t: Translator, { parts }: Kpi, part: string): string {
  switch (parts) {
    case 'channel':
      return codeWord(t, 'intake_channel', part)
    case 'severity':
      return codeWord(t, 'severity', part)
    case 'language':
      return languageWord(t, part)
    case 'group': {
      const key = `learning.group_${part}`
      return t.has(key) ? t(key) : part
    }
    case 'currency':
    case 'none':
      return part
  }
}

/** "84 %", "5.5 h", "3", "¥120,000", "4.2 of 5". */
export function valueWords(t: Translator, { form }: Kpi, { value, part, hits, base }: Told): string {
  switch (form) {
    case 'share':
      return formatShare(value, t.locale)
    case 'hours':
      return value < 48
        ? t('learning.hours', { hours: formatDecimal(value.toFixed(1), t.locale) })
        : t('learning.days', { days: formatDecimal((value / 24).toFixed(1), t.locale) })
    case 'days':
      return t('learning.days_ago', { count: value })
    case 'count':
      return formatCount(value, t.locale)
    case 'money':
      return part !== null && isCurrencyCode(part)
        ? formatMoney(BigInt(Math.round(value)), part, t.locale)
        : formatCount(Math.round(value), t.locale)
    case 'score':
      return t('learning.score', {
        mean: formatDecimal(value.toFixed(1), t.locale),
        share: formatShare(base ? (hits ?? 0) / base : 0, t.locale),
      })
  }
}

/** "21 of 25", "25 cases". */
export function outOf(t: Translator, { form }: Kpi, { hits, base }: Told): string {
  if (base === null) return '–'
  return form === 'share' && hits !== null
    ? t('learning.hits_of', { hits: formatCount(hits, t.locale), base: formatCount(base, t.locale) })
    : t('learning.of_cases', { count: base })
}
