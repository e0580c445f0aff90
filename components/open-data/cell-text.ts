import type { MeasureForm, MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import type { MessageKey } from '@/lib/i18n/message-key'
import { formatCount, formatDecimal, formatMoney, formatShare } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** A number in the unit of its measure: shares with one decimal, yen without, months with one. */
export function unitText(value: number, unit: MeasureUnit, locale: Locale): string {
  switch (unit) {
    case 'share':
      return formatShare(value, locale)
    case 'yen':
      return formatMoney(BigInt(Math.round(value)), 'JPY', locale)
    case 'months':
    case 'percent_a_year':
    case 'score':
    case 'hours':
      return formatDecimal(value.toFixed(1), locale)
    case 'reports':
    case 'payments':
      return formatCount(value, locale)
    default:
      return unit satisfies never
  }
}

/** What stands over the numbers of a measure. */
export function valueHead(form: MeasureForm): MessageKey {
  if (form === 'count') return 'open_data.head_count'
  return form === 'amount' ? 'open_data.head_mean' : 'open_data.head_share'
}
