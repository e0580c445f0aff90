import { MOST_LINES } from '@/lib/domain/statistics/charts/lines'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { ReleasedTable, Shown } from '@/lib/domain/statistics/released-table'
import { cellFinder, type AnswerLine, type AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import { instantsBetween } from '@/lib/domain/statistics/workbench/instants'
import type { Translator } from '@/lib/i18n/translate'
import { BarsFigure } from './charts/bars-figure'
import { FlowFigure } from './charts/flow-figure'
import { LinesFigure, type LineSeries } from './charts/lines-figure'
import { SpreadFigure } from './charts/spread-figure'
import { dimensionInSentence } from './answer-words'
import { countText } from './count-text'
import { barWords, flowWords, lineWords, spreadWords } from './figure-words'
import { axisNote, numberText, shownNumber, tickText } from './number-text'
import { valueName } from '@/lib/i18n/statistic-names'

type Drawn = { readonly t: Translator; readonly table: AnswerTable; readonly title: string }

/** Our figures as bars with their interval, and what stands beside them as a mark. */
export function MeasureBars({ t, table, title, beside }: Drawn & { readonly beside: string | null }) {
  const { measure, unit } = table
  const drawn = table.lines.filter((line) => line.value !== null || markOf(line) !== null)
  const hasMarks = drawn.some((line) => markOf(line) !== null)
  const largest = Math.max(0, ...drawn.map(({ value }) => (typeof value === 'number' ? value : 0)))
  return (
    <BarsFigure
      caption={title}
      lines={drawn.map((line) => {
        const mark = markOf(line)
        return {
          key: line.row ?? '',
          name: valueName(t, table.rows, line.row),
          count: countText(line.cell, measure, t),
          isHeldBack: line.value === 's',
          text: shownNumber(line.value, unit, t),
          hidden: mark === null || beside === null ? null : `${beside}: ${numberText(mark, unit, t)}`,
          value: { value: line.value, interval: line.interval, mark },
        }
      })}
      tickText={(tick, end) => tickText(tick, end, unit, t.locale)}
      words={{
        ...barWords(t, hasMarks ? beside : null),
        axis: hasMarks ? `${axisNote(largest, unit, t)} ${t('statistics.bars_end')}` : axisNote(largest, unit, t),
      }}
    />
  )
}

/** How an amount is spread in each line. */
export function MeasureSpread({ t, table, title }: Drawn) {
  const { measure, unit } = table
  const drawn = table.lines.filter(({ cell }) => cell.spread !== null || cell.base === 's')
  const largest = Math.max(0, ...drawn.map(({ cell }) => (typeof cell.spread?.p90 === 'number' ? cell.spread.p90 : 0)))
  return (
    <SpreadFigure
      caption={title}
      lines={drawn.map(({ row, cell }) => ({
        key: row ?? '',
        name: valueName(t, table.rows, row),
        count: countText(cell, measure, t),
        isHeldBack: cell.spread === null || cell.spread.median === 's',
        text: cell.spread === null ? '' : shownNumber(cell.spread.median, unit, t),
        hidden: null,
        cell,
      }))}
      tickText={(tick, end) => tickText(tick, end, unit, t.locale)}
      words={{ ...spreadWords(t), axis: axisNote(largest, unit, t) }}
    />
  )
}

/** A measure over time, for each column a line, or ours and the other's. */
export function MeasureLines({
  t,
  table,
  released,
  columns,
  title,
  beside,
}: Drawn & {
  readonly released: ReleasedTable
  readonly columns: DimensionCode | null
  readonly beside: string | null
}) {
  const instants = instantsBetween(released.rows)
  const at = cellFinder(released)
  const others = new Map(table.lines.map(({ row, other }) => [row, other]))
  const hasOther = table.lines.some(({ other }) => other !== null)
  const chosen = columns === null ? [null] : largestColumns(released)
  const lines = chosen.map((column) => ({
    name: columns === null ? t('statistics.ours') : valueName(t, columns, column),
    values: instants.map((instant): Shown => at(instant, column).value),
  }))
  if (columns === null && hasOther && beside !== null)
    lines.push({ name: beside, values: instants.map((instant): Shown => others.get(instant)?.value ?? null) })
  const names = instants.map((instant) => valueName(t, table.rows, instant))
  const series = lines.map((line): LineSeries => ({ ...line, alt: altOf(t, line, names, table) }))
  return (
    <>
      <LinesFigure
        id={`lines-${table.measure.code}`}
        title={title}
        instants={names}
        series={series}
        words={lineWords(t, table.unit)}
      />
      {columns !== null && released.columns.length > MOST_LINES ? (
        <p className="by">{t('statistics.lines_three')}</p>
      ) : null}
    </>
  )
}

/** Reports from rows to columns. */
export function MeasureFlow({
  t,
  table,
  released,
  columns,
  title,
}: Drawn & { readonly released: ReleasedTable; readonly columns: DimensionCode }) {
  const streams = released.cells.flatMap(({ row, column, reporters }) =>
    row === null || column === null
      ? []
      : [{ from: valueName(t, table.rows, row), to: valueName(t, columns, column), count: reporters }],
  )
  const [rowsName, columnsName] = [
    table.rows === null ? '' : dimensionInSentence(t, table.rows),
    dimensionInSentence(t, columns),
  ]
  return (
    <FlowFigure
      id="flow"
      title={title}
      streams={streams}
      countText={(count) => numberText(count, 'reports', t)}
      words={flowWords(t, rowsName, columnsName)}
    />
  )
}

// Doubtful figures stay off charts.
function markOf({ other, published }: AnswerLine): number | null {
  if (other !== null) return typeof other.value === 'number' ? other.value : null
  return published === null || published.isDoubtful ? null : published.number
}

function largestColumns(released: ReleasedTable): readonly string[] {
  const at = cellFinder(released)
  const size = (column: string) => {
    const { reporters } = at(null, column)
    return typeof reporters === 'number' ? reporters : 0
  }
  return released.columns.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_LINES)
}

function altOf(
  t: Translator,
  { name, values }: { readonly name: string; readonly values: readonly Shown[] },
  instants: readonly string[],
  { unit }: AnswerTable,
): string {
  const known = values.flatMap((value, index) =>
    typeof value === 'number' ? [{ value, at: instants[index] ?? '' }] : [],
  )
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return t('statistics.lines_alt_none', { name })
  const numbers = known.map(({ value }) => value)
  return t('statistics.lines_alt', {
    name,
    first: numberText(first.value, unit, t),
    start: first.at,
    last: numberText(last.value, unit, t),
    end: last.at,
    low: numberText(Math.min(...numbers), unit, t),
    high: numberText(Math.max(...numbers), unit, t),
  })
}
