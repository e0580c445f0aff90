import { originOf, isCorridorCode } from '@/lib/domain/corridor'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import type { DimensionCode, DimensionValue } from '@/lib/domain/statistics/registry/dimensions'
import { dimensionOf, UNKNOWN } from '@/lib/domain/statistics/registry/dimensions'
import { formatMonth } from './format'
import { isLocale, LOCALE_FACTS } from './locales'
import type { MessageKey } from './message-key'
import type { Translator } from './translate'

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
  const keys = lists.map((list) => `codes.${list}.${value}`)
  for (const key of dimension === null ? [...keys, `learning.group_${value}`] : keys) {
    if (t.has(key)) return t(key)
  }
  return dimension === null && isLocale(value) ? LOCALE_FACTS[value].ownName : value
}

/** What a file of statistics says in words, in the language of `t`: one of the staff's. */
export function fileWords(t: Translator): FileWords {
  return {
    words: (key) => t(key as MessageKey),
    names: {
      measure: (code) => measureName(t, code),
      dimension: (code) => t(`statistics.dimension_${code}`),
      value: (dimension, value) => valueName(t, dimension, value),
    },
  }
}

/** Measures of our own work are named in room `learning`. */
function measureName(t: Translator, code: string): string {
  const key = code.startsWith('desk_') ? `learning.kpi_${code.slice('desk_'.length)}` : `statistics.measure_${code}`
  return t.has(key) ? t(key) : code
}
