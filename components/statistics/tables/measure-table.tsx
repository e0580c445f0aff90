import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ReleasedCell, Shown } from '@/lib/domain/statistics/released-table'
import type { AnswerLine, AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { footnoteNumber, type Footnote } from '../footnotes'
import { valueName } from '@/lib/i18n/statistic-names'
import { DifferenceCell, FigureCell, PublishedCell, RangeCell } from './figure-cell'
import { UnitOf } from './unit-of'

/** What a table tells of each line. An amount has two tables, each beside its picture: what is paid on average, and how it is spread. */
export type TablePart = 'whole' | 'spread'

/** One measure with what is known of each line: n, missing, the figure and its interval, what is beside it; or how it is spread. */
export function MeasureTable({
  t,
  table,
  part = 'whole',
  caption,
  rowsHead,
  beside,
  footnotes,
}: {
  t: Translator
  table: AnswerTable
  part?: TablePart
  caption: string
  rowsHead: string
  /** What stands beside it, in words; null for nothing. */
  beside: string | null
  footnotes: readonly Footnote[]
}) {
  const { form, unit } = table.measure
  const columns = part === 'spread' ? SPREAD_COLUMNS : COLUMNS[form]
  const isShareOfAll = form === 'count' && table.unit === 'share'
  const isCompared = beside !== null && part === 'whole'
  const line = (one: AnswerLine) => (
    <tr key={one.row}>
      <th scope="row" className="keep">
        {valueName(t, table.rows, one.row)}
      </th>
      {columns.map((column) => (
        <Column key={column} t={t} column={column} table={table} line={one} />
      ))}
      {isShareOfAll ? <FigureCell t={t} value={one.value} unit="share" /> : null}
      {isCompared ? <Compared t={t} table={table} line={one} footnotes={footnotes} /> : null}
    </tr>
  )
  return (
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {rowsHead}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="n">
                {t(`statistics.col_${column}`)}
                {column === 'sum' ? (
                  <UnitOf t={t} unit={form === 'ratio' ? 'yen' : unit} />
                ) : MEASURED.has(column) ? (
                  <UnitOf t={t} unit={unit} />
                ) : null}
              </th>
            ))}
            {isShareOfAll ? (
              <th scope="col" className="n">
                {t('statistics.col_share')}
              </th>
            ) : null}
            {isCompared
              ? [beside, t('statistics.difference')].map((head) => (
                  <th key={head} scope="col" className="n fold">
                    {head}
                  </th>
                ))
              : null}
          </tr>
        </thead>
        <tbody>{table.lines.map(line)}</tbody>
        {table.all === null ? null : <tfoot>{line(table.all)}</tfoot>}
      </table>
    </ScrollRegion>
  )
}

// The figure before what is missing: on a phone it stands beside the name without scrolling.
const COLUMNS = {
  count: ['count'],
  share: ['n', 'share', 'interval', 'missing'],
  amount: ['n', 'mean_interval', 'missing', 'sum'],
  ratio: ['n', 'share', 'missing', 'sum'],
  desk: ['n', 'value'],
} as const
const SPREAD_COLUMNS = ['n', 'median_both', 'quartiles', 'p80'] as const

type ColumnCode = (typeof COLUMNS)[keyof typeof COLUMNS][number] | (typeof SPREAD_COLUMNS)[number]

/** Columns in the unit of the measure. */
const MEASURED: ReadonlySet<ColumnCode> = new Set(['mean_interval', 'value', 'median_both'])

function Compared({
  t,
  table: { measure, unit },
  line,
  footnotes,
}: {
  t: Translator
  table: AnswerTable
  line: AnswerLine
  footnotes: readonly Footnote[]
}) {
  return (
    <>
      {line.other === null ? (
        <PublishedCell t={t} point={line.published} footnote={footnoteNumber(line.published, footnotes)} />
      ) : (
        <FigureCell t={t} value={line.other.value} unit={unit} remark={besideRemark(t, line.other, measure.form)} />
      )}
      <DifferenceCell t={t} difference={line.difference} />
    </>
  )
}

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
  const spread = (part: 'median' | 'p80') => (cell.spread === null ? nothingOf(cell) : cell.spread[part])
  switch (column) {
    case 'count':
      return <FigureCell t={t} value={cell.reporters} unit="reports" isMain />
    case 'n':
      return <FigureCell t={t} value={table.measure.form === 'desk' ? cell.reporters : cell.base} unit="reports" />
    case 'missing':
      return <FigureCell t={t} value={cell.missing} unit="reports" />
    case 'share':
    case 'value':
      return <FigureCell t={t} value={cell.value} unit={unit} isMain />
    case 'interval':
      return <RangeCell t={t} range={interval} unit={unit} />
    case 'mean_interval':
      return <RangeCell t={t} main={cell.value} range={interval} unit={unit} isMain />
    case 'median_both':
      return <RangeCell t={t} main={spread('median')} range={cell.interval} unit={unit} isMain />
    case 'quartiles':
      return <RangeCell t={t} range={between(cell, 'p25', 'p75')} wider={between(cell, 'p10', 'p90')} unit={unit} />
    case 'p80':
      return <FigureCell t={t} value={spread('p80')} unit={unit} />
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
