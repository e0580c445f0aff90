import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ReleasedCell, Shown } from '@/lib/domain/statistics/released-table'
import type { AnswerLine, AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { footnoteNumber } from '../footnotes'
import { valueName } from '../value-name'
import { DifferenceCell, FigureCell, PublishedCell, RangeCell } from './figure-cell'

/** One measure with everything that is known of each line: n, missing, the figure and its interval, how it is spread, what is beside it. */
export function MeasureTable({
  t,
  table,
  caption,
  rowsHead,
  beside,
}: {
  t: Translator
  table: AnswerTable
  caption: string
  rowsHead: string
  /** What stands beside it, in words; null for nothing. */
  beside: string | null
}) {
  const { form } = table.measure
  const heads: string[] = COLUMNS[form].map((column) => t(`statistics.col_${column}`))
  if (form === 'count' && table.unit === 'share') heads.push(t('statistics.col_share'))
  if (beside !== null) heads.push(beside, t('statistics.difference'))
  return (
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {rowsHead}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <Line key={line.row} t={t} table={table} line={line} hasBeside={beside !== null} />
          ))}
        </tbody>
        {table.all === null ? null : (
          <tfoot>
            <Line t={t} table={table} line={table.all} hasBeside={beside !== null} />
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  )
}

const COLUMNS = {
  count: ['count'],
  share: ['n', 'missing', 'share', 'interval'],
  amount: ['n', 'missing', 'mean', 'interval', 'median', 'median_interval', 'quartiles', 'tenths', 'p80', 'sum'],
  ratio: ['n', 'missing', 'share', 'sum'],
  desk: ['n', 'value'],
} as const

function Line({
  t,
  table,
  line,
  hasBeside,
}: {
  t: Translator
  table: AnswerTable
  line: AnswerLine
  hasBeside: boolean
}) {
  const { measure, unit } = table
  return (
    <tr>
      <th scope="row" className="keep">
        {valueName(t, table.rows, line.row)}
      </th>
      {COLUMNS[measure.form].map((column) => (
        <Column key={column} t={t} column={column} table={table} line={line} />
      ))}
      {measure.form === 'count' && unit === 'share' ? <FigureCell t={t} value={line.value} unit="share" /> : null}
      {hasBeside ? (
        <>
          {line.other === null ? (
            <PublishedCell t={t} point={line.published} footnote={footnoteNumber(line.published)} />
          ) : (
            <FigureCell t={t} value={line.other.value} unit={unit} remark={besideRemark(t, line.other, measure.form)} />
          )}
          <DifferenceCell t={t} difference={line.difference} />
        </>
      ) : null}
    </tr>
  )
}

type ColumnCode = (typeof COLUMNS)[keyof typeof COLUMNS][number]

function Column({
  t,
  column,
  table,
  line,
}: {
  t: Translator
  column: ColumnCode
  table: AnswerTable
  line: AnswerLine
}) {
  const { cell, interval } = line
  const { unit } = table.measure
  const spread = (part: 'median' | 'p80') => (
    <FigureCell t={t} value={cell.spread === null ? nothingOf(cell) : cell.spread[part]} unit={unit} />
  )
  switch (column) {
    case 'count':
      return <FigureCell t={t} value={cell.reporters} unit="reports" isMain />
    case 'n':
      return <FigureCell t={t} value={table.measure.form === 'desk' ? cell.reporters : cell.base} unit="reports" />
    case 'missing':
      return <FigureCell t={t} value={cell.missing} unit="reports" />
    case 'share':
    case 'mean':
    case 'value':
      return <FigureCell t={t} value={cell.value} unit={unit} isMain />
    case 'interval':
      return <RangeCell t={t} range={interval} unit={unit} />
    case 'median':
      return spread('median')
    case 'median_interval':
      return <RangeCell t={t} range={cell.interval} unit={unit} />
    case 'quartiles':
      return <RangeCell t={t} range={between(cell, 'p25', 'p75')} unit={unit} />
    case 'tenths':
      return <RangeCell t={t} range={between(cell, 'p10', 'p90')} unit={unit} />
    case 'p80':
      return spread('p80')
    case 'sum':
      return <FigureCell t={t} value={cell.sum} unit={table.measure.form === 'ratio' ? 'yen' : unit} />
    default:
      return column satisfies never
  }
}

function between(
  { spread, base }: ReleasedCell,
  from: 'p10' | 'p25',
  to: 'p75' | 'p90',
): Shown<{ low: number; high: number }> {
  if (spread === null) return nothingOf({ base })
  const [low, high] = [spread[from], spread[to]]
  if (low === 's' || high === 's') return 's'
  return low === null || high === null ? null : { low, high }
}

function besideRemark(t: Translator, { base }: ReleasedCell, form: string): string | null {
  return form === 'count' || typeof base !== 'number' ? null : t('statistics.n_over', { people: String(base) })
}

// Of a cell that is held back nobody says whether somebody has an amount.
function nothingOf({ base }: Pick<ReleasedCell, 'base'>): Shown<never> {
  return base === 's' ? 's' : null
}
