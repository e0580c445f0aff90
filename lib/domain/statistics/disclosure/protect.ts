import { finishedDesk } from '../desk-table'
import { shareInterval } from '../intervals/share-interval'
import type { RawTable } from '../raw-table'
import type { ReleasedCell, ReleasedTable, Shown } from '../released-table'
import { placeKey } from './grid'
import { nextRelease, toldCells, type LoggedMeasure } from './over-time'
import { roundByLot, type Lot } from './round'
import { inDigits, MEAN_DIGITS } from './rules'
import { ToldBefore, type LoggedRelease } from './told-before'
import { linesMissing, withLines } from './witness/empty-lines'
import type { Witnesses } from './witness/witnesses'

/** A table as it may leave, and as the log keeps it. */
export type Protected = { readonly released: ReleasedTable; readonly logged: LoggedRelease }

/**
 * A table as it may leave, and as the log keeps it: small and dominated cells held back, as many others as it takes, audited, after all
 * that was told before, rounded when asked. A table that cannot be told without telling of somebody comes with every inner cell held back.
 */
export function protect(
  table: RawTable,
  measure: LoggedMeasure,
  key = '',
  before: ToldBefore = new ToldBefore(),
  lot: Lot = () => 0.5,
  witnesses: Witnesses | null = null,
): Protected {
  const pieces = protectInPieces(table, measure, key, before, lot, witnesses)
  for (;;) {
    const { done, value } = pieces.next()
    if (done === true) return value
  }
}

/** The same, giving way between pieces of work. */
export function* protectInPieces(
  asked: RawTable,
  measure: LoggedMeasure,
  key: string,
  before: ToldBefore,
  lot: Lot,
  witnesses: Witnesses | null,
): Generator<undefined, Protected> {
  const logged = yield* nextRelease(asked, measure, key, before, witnesses)
  const table = withLines(asked, linesMissing(asked, logged.cells))
  const told = toldCells(logged, table, measure)
  const cells = measure.form === 'desk' ? finishedDesk(table, told) : told
  const isRounded = table.query.rounding !== 1
  const { rows, columns } = table
  return {
    logged,
    released: {
      measure: measure.code,
      rows,
      columns,
      cells: isRounded ? cells.map((cell) => rounded(cell, table, measure, lot)) : cells,
    },
  }
}

/**
 * A cell of which nothing exact is told: counts as multiples of the rounding, a share and its interval made of those, means to three
 * digits, and a sum as the mean times the rounded count: else the count would follow from them.
 */
export function rounded(
  cell: ReleasedCell,
  { query, measure }: Pick<RawTable, 'query' | 'measure'>,
  { form, unit }: Pick<LoggedMeasure, 'form' | 'unit'>,
  lot: Lot,
): ReleasedCell {
  const question = JSON.stringify([query.rows, query.columns, query.from, query.to, query.filters])
  const round = (part: string, count: Shown): Shown =>
    typeof count === 'number'
      ? roundByLot(count, query.rounding, `${question} ${measure} ${part} ${placeKey(cell)}`, lot)
      : count
  const counts = {
    reporters: round('reporters', cell.reporters),
    missing: round('missing', cell.missing),
    base: round('base', cell.base),
    hits: round('hits', cell.hits),
  }
  const { base } = counts
  const hits = typeof base === 'number' && typeof counts.hits === 'number' ? Math.min(base, counts.hits) : counts.hits
  const isShare = form === 'share' || (form === 'desk' && unit === 'share' && hits !== null)
  const isTold = typeof base === 'number' && typeof hits === 'number'
  const value = isShare && isTold ? (base === 0 ? null : hits / base) : figure(cell.value)
  const mean = figure(cell.spread?.mean ?? cell.value)
  return {
    ...cell,
    ...counts,
    value: form === 'count' ? counts.reporters : value,
    sum:
      form === 'amount' && typeof cell.sum === 'number' && typeof base === 'number' && typeof mean === 'number'
        ? figure(mean * base)
        : figure(cell.sum),
    spread: cell.spread && { ...cell.spread, mean: figure(cell.spread.mean) },
    interval:
      isShare && isTold && cell.interval !== null && cell.interval !== 's' ? shareInterval(hits, base) : cell.interval,
  }
}

function figure(value: Shown): Shown {
  return typeof value === 'number' ? inDigits(value, MEAN_DIGITS) : value
}
