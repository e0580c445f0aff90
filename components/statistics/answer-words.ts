import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { definitionOf, type Definition } from '@/lib/domain/statistics/definitions'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { Measure } from '@/lib/domain/statistics/registry/measures'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import { cellFinder, measureFor } from '@/lib/domain/statistics/workbench/answer-lines'
import { corridorsOf, type Comparison } from '@/lib/domain/statistics/workbench/address'
import { formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { figureText, numberText, shownNumber } from './number-text'
import { valueName } from '@/lib/i18n/statistic-names'

/** The definition of a measure in the language of the page. */
export function definitionIn(t: Translator, measure: Measure): Definition {
  return definitionOf(measure, (key) => (t.has(key) ? t(key) : key))
}

/** The heading: what the page finds, in one sentence. */
export function answerHeading(t: Translator, tables: readonly ReleasedTable[]): string {
  const total = (code: string) => {
    const table = tables.find(({ measure }) => measure === code)
    return table === undefined ? null : cellFinder(table)(null, null).value
  }
  const [share, mean] = [total('paid_sending_share'), total('paid_sending')]
  if (typeof share === 'number' && typeof mean === 'number')
    return t('statistics.answer', {
      share: numberText(share * 100, 'months', t),
      yen: numberText(mean, 'yen', t),
    })
  // Where the first figure is held back another may say something.
  const first = tables.find(({ measure }) => typeof total(measure) === 'number') ?? tables[0]
  if (first === undefined) return t('statistics.nothing_counted')
  const measure = measureFor(first.measure)
  if (measure.form === 'desk' && tables.length > 1) return t('statistics.heading_desk', { count: tables.length })
  const value = total(first.measure)
  const { name } = definitionIn(t, measure)
  if (value === 's') return t('statistics.heading_few', { measure: name })
  if (value === null) return t('statistics.heading_none', { measure: name })
  return measure.form === 'count'
    ? t('statistics.heading_reports', { value: numberText(value, 'reports', t) })
    : t('statistics.heading_value', { measure: name, value: figureText(value, measure.unit, t) })
}

/** Which reports are counted: how many, and received when. */
export function aboutText(t: Translator, query: StatisticQuery, tables: readonly ReleasedTable[]): string {
  const [first] = tables
  const reports = first === undefined ? 0 : cellFinder(first)(null, null).reporters
  return t('statistics.about_period', {
    reports: shownNumber(reports, 'reports', t),
    period: periodText(t, query),
  })
}

/** The months a question is about. */
export function periodText(t: Translator, { from, to }: Pick<StatisticQuery, 'from' | 'to'>): string {
  const month = (value: string) => formatMonth(value, t.locale)
  if (from !== null && to !== null) return t('statistics.period_between', { from: month(from), to: month(to) })
  if (from !== null) return t('statistics.period_from', { from: month(from) })
  return to === null ? t('statistics.period_all') : t('statistics.period_to', { to: month(to) })
}

/** What stands beside ours, short enough for the head of a column; null for nothing. */
export function besideText(t: Translator, comparison: Comparison): string | null {
  switch (comparison.kind) {
    case 'none':
      return null
    case 'series':
      return comparison.series.id === 'isa_otit_2022' ? t('statistics.survey') : t('statistics.col_published')
    case 'period':
      return t('statistics.other_period', { period: periodText(t, comparison.query) })
    case 'corridor': {
      const names = corridorsOf(comparison.query).map((code) => valueName(t, 'corridor', code))
      return t('statistics.other_corridor', { corridor: names.join(', ') })
    }
    default:
      return comparison satisfies never
  }
}

/** The name of a dimension inside a sentence: in Latin letters it begins small there. */
export function dimensionInSentence(t: Translator, code: DimensionCode): string {
  const name = t(`statistics.dimension_${code}`)
  return name.slice(0, 1).toLocaleLowerCase(t.locale) + name.slice(1)
}
