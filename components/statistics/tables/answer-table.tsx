import type { Release } from '@/lib/domain/statistics/released-table'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import type { AnswerTable as Answered } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { dimensionInSentence } from '../answer-words'
import type { Footnote } from '../footnotes'
import { MatrixTable } from './matrix-table'
import { MeasureList } from './measure-list'
import { MeasureTable } from './measure-table'
import { SideBySideTable } from './side-by-side-table'

/** The table of an answer, in the form that its question asks for. */
export function AnswerTable({
  t,
  release,
  tables,
  names,
  query: { rows, columns },
  beside,
  footnotes,
  caption,
}: {
  t: Translator
  release: Release
  tables: readonly Answered[]
  names: readonly string[]
  query: WorkbenchQuery['query']
  beside: string | null
  footnotes: readonly Footnote[]
  caption: string
}) {
  const [first] = tables
  const [released] = release.tables
  if (first === undefined || released === undefined) return null
  const rowsHead = rows === null ? t('statistics.choose_rows') : t(`statistics.dimension_${rows}`)
  const shared = { t, caption, beside, footnotes }
  if (columns !== null)
    return <MatrixTable t={t} table={released} rows={rows} columns={columns} caption={caption} rowsHead={rowsHead} />
  if (tables.length === 1 && first.measure.form !== 'desk')
    return <MeasureTable {...shared} table={first} rowsHead={rowsHead} />
  if (rows === null) return <MeasureList {...shared} tables={tables} names={names} />
  return <SideBySideTable {...shared} tables={tables} names={names} rows={rows} rowsHead={rowsHead} />
}

/** What the table shows, as its heading says it. */
export function tableTitle(
  t: Translator,
  names: readonly string[],
  { rows, columns }: WorkbenchQuery['query'],
): string {
  const measure = names[0] ?? ''
  const line = rows ?? columns
  const byRows = line === null ? null : dimensionInSentence(t, line)
  if (names.length > 1)
    return byRows === null
      ? t('statistics.title_measures_all', { count: names.length })
      : t('statistics.title_measures', { count: names.length, rows: byRows })
  if (byRows === null) return measure
  if (rows === null || columns === null) return t('statistics.title_by', { measure, rows: byRows })
  return t('statistics.title_by_both', { measure, rows: byRows, columns: dimensionInSentence(t, columns) })
}
