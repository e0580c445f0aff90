import { corridorsOf, wholeGroup, type WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import { measureFor } from '@/lib/domain/statistics/workbench/answer-lines'
import { valueName } from '@/lib/i18n/statistic-names'
import type { Translator } from '@/lib/i18n/translate'
import { definitionIn, periodText } from '../answer-words'

/** What is asked, in short: the measures, rows, columns, months and what it is compared with; only what is chosen. */
export function questionParts(t: Translator, { query, comparison }: WorkbenchQuery): string[] {
  const { rows, columns, from, to } = query
  const line = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`])
  return [
    measuresText(t, query.measures),
    ...line(t('statistics.choose_rows'), rows && t(`statistics.dimension_${rows}`)),
    ...line(t('statistics.choose_columns'), columns && t(`statistics.dimension_${columns}`)),
    ...(from === null && to === null ? [] : [periodText(t, query)]),
    ...line(t('statistics.choose_compare'), comparedText(t, comparison)),
  ]
}

function measuresText(t: Translator, measures: readonly string[]): string {
  const group = wholeGroup(measures)
  if (group !== null)
    return t('statistics.choose_all_of', {
      group: t(`statistics.${group.replace(/^all_/u, 'group_')}` as 'statistics.group_desk'),
    })
  const [first] = measures
  if (first === undefined) return t('statistics.choose_no_measure')
  const { name } = definitionIn(t, measureFor(first))
  return measures.length === 1 ? name : t('statistics.question_more', { measure: name, count: measures.length - 1 })
}

function comparedText(t: Translator, comparison: WorkbenchQuery['comparison']): string | null {
  if (comparison.kind === 'none') return null
  if (comparison.kind === 'series') return comparison.series.title
  if (comparison.kind === 'period') return periodText(t, comparison.query)
  return corridorsOf(comparison.query)
    .map((code) => valueName(t, 'corridor', code))
    .join(', ')
}
