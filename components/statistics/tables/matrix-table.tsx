import { ScrollRegion } from '@/components/ui/scroll-region'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import { cellFinder, measureFor } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { countText } from '../count-text'
import { valueName } from '@/lib/i18n/statistic-names'
import { FigureCell } from './figure-cell'
import { UnitOf } from './unit-of'

/** More columns are set smaller on paper. */
const MOST_READABLE = 9

/** One measure by rows and columns, with the totals of both. */
export function MatrixTable({
  t,
  table,
  rows,
  columns,
  caption,
  rowsHead,
}: {
  t: Translator
  table: ReleasedTable
  rows: DimensionCode | null
  columns: DimensionCode
  caption: string
  rowsHead: string
}) {
  const measure = measureFor(table.measure)
  const at = cellFinder(table)
  const line = (row: string | null) => (
    <tr key={row}>
      <th scope="row" className="keep">
        {valueName(t, rows, row)}
      </th>
      {[...table.columns, null].map((column) => {
        const cell = at(row, column)
        return (
          <FigureCell
            key={column}
            t={t}
            value={cell.value}
            unit={measure.unit}
            remark={countText(cell, measure, t)}
            isMain={column !== null}
          />
        )
      })}
    </tr>
  )
  return (
    <ScrollRegion label={caption}>
      <table className={table.columns.length > MOST_READABLE ? 'grid many' : 'grid'}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {rowsHead}
              <UnitOf t={t} unit={measure.unit} />
            </th>
            {[...table.columns, null].map((column) => (
              <th key={column} scope="col" className="n fold">
                {valueName(t, columns, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{table.rows.map(line)}</tbody>
        <tfoot>{line(null)}</tfoot>
      </table>
    </ScrollRegion>
  )
}
