import { originOf, isCorridorCode } from '@/lib/domain/corridor'
import type { DimensionCode, DimensionValue } from '@/lib/domain/statistics/registry/dimensions'
import { dimensionOf, UNKNOWN } from '@/lib/domain/statistics/registry/dimensions'
import { formatMonth } from '@/lib/i18n/format'
import { isLocale, LOCALE_FACTS } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

/** The list in room `codes` whose words the values of a dimension have. */
const LIST: Partial<Record<DimensionCode, string>> = {
  channel: 'intake_channel',
  fee_verdict: 'verdict',
  line_verdict: 'verdict',
  payee_role: 'party_role',
}

/** The name of a value of a dimension, or of the line over all. */
export function valueName(t: Translator, dimension: DimensionCode | null, value: DimensionValue | null): string {
  if (value === null) return t('statistics.all_lines')
  if (value === UNKNOWN) return t('statistics.value_unknown')
  if (dimension === 'scheme' && value === 'not_sure') return t('statistics.scheme_not_sure')
  if (dimension === 'corridor' && isCorridorCode(value))
    return t('statistics.corridor_name', { origin: t(`codes.origin.${originOf(value)}`) })
  if (dimension === 'language') return isLocale(value) ? LOCALE_FACTS[value].ownName : value
  if (dimension?.endsWith('_month') === true) return formatMonth(value, t.locale)
  if (dimension?.endsWith('_quarter') === true) {
    const [year = '', quarter = ''] = value.split('-Q')
    return t('statistics.quarter_short', { year, quarter })
  }
  // Groups of our own work carry what they are a group of: `origin:VN`.
  const [of = '', part] = value.split(':')
  const group = dimension === null && part !== undefined ? dimensionOf(of) : null
  if (group !== null && part !== undefined) return valueName(t, group.code, part)
  // A measure of our own work may come in parts without a dimension: channels, languages, severities.
  const lists = dimension === null ? ['intake_channel', 'severity', 'grievance'] : [LIST[dimension] ?? dimension]
  for (const list of lists) {
    const key = `codes.${list}.${value}`
    if (t.has(key)) return t(key)
  }
  return dimension === null && isLocale(value) ? LOCALE_FACTS[value].ownName : value
}
