import { bootstrapMean, normalMean } from '../intervals/mean-interval'
import { medianPlaces } from '../intervals/median-interval'
import { shareInterval } from '../intervals/share-interval'
import type { Interval, RawCell, Spread } from '../raw-table'
import type { DimensionValue } from '../registry/dimensions'
import type { Measure } from '../registry/measures'
import type { Axis } from './axis'
import type { Counted } from './count-walk'
import { FRACTIONS, placeOf, placesOf, type Part } from './spread-plan'
import type { Breathe } from './walk'

/** The lines somebody stands in, and their cells with totals, from what was counted. */
export async function rawCells(
  { form, of }: Measure,
  [rowAxis, columnAxis]: readonly [Axis | null, Axis | null],
  { cells, spreads, whole }: Counted,
  breathe: Breathe,
): Promise<{ rows: readonly DimensionValue[]; columns: readonly DimensionValue[]; cells: readonly RawCell[] }> {
  const { rows, columns, stride } = cells.grid
  // Everybody is asked about every payment: a line is there where somebody made one.
  const isThere = (cell: number, isOfPayments: boolean) =>
    ((isOfPayments && form === 'share' && cells.payments[cell] === 0 ? cells.hits : cells.reporters)[cell] as number) >
    0
  const ofPayments = [rowAxis?.from === 'payment', columnAxis?.from === 'payment'] as const
  const down = kept(rows, (row) => isThere(row * stride + columns, ofPayments[0]))
  const across = kept(columns, (column) => isThere(rows * stride + column, ofPayments[1]))
  const found: RawCell[] = []
  for (const row of [...down, null])
    for (const column of [...across, null]) {
      const cell = (row ?? rows) * stride + (column ?? columns)
      const isInner = row !== null && column !== null
      if (isInner && !isThere(cell, ofPayments[0] || ofPayments[1])) continue
      const pause = breathe()
      if (pause) await pause
      const place = {
        row: row === null ? null : (rowAxis?.values[row] ?? null),
        column: column === null ? null : (columnAxis?.values[column] ?? null),
      }
      found.push({ ...place, ...countsOf(cell), ...figuresOf(cell) })
    }
  return {
    rows: down.map((row) => rowAxis?.values[row] ?? ''),
    columns: across.map((column) => columnAxis?.values[column] ?? ''),
    cells: found,
  }

  function countsOf(cell: number) {
    const number = (numbers: Int32Array | Float64Array) => numbers[cell] as number
    const gone = number(cells.payments) > 0 ? number(cells.payments) : number(cells.reporters)
    return {
      reporters: number(cells.reporters),
      missing: gone - number(cells.base),
      base: number(cells.base),
      baseReporters: number(cells.baseReporters),
      hits: number(cells.hits),
      hitReporters: number(cells.hitReporters),
      sum: form === 'count' ? number(cells.reporters) : number(cells.sum),
      over: number(cells.over),
      largest: [number(cells.largest), number(cells.second)] as const,
      overLargest: [number(cells.overLargest), number(cells.overSecond)] as const,
    }
  }

  function figuresOf(cell: number): Pick<RawCell, 'spread' | 'interval' | 'meanInterval'> {
    const base = cells.base[cell] as number
    if (!spreads) {
      // Payments of one person are not drawn one by one: no exact interval is true of them.
      const isOfPeople = form === 'share' && (of === 'report' || cells.payments[cell] === 0)
      const interval = isOfPeople ? shareInterval(cells.hits[cell] as number, base) : null
      return { spread: null, interval, meanInterval: null }
    }
    if (base === 0) return { spread: null, interval: null, meanInterval: null }
    const places = placesOf(base)
    const values = new Map(spreads.at(cell, places).map((value, at) => [places[at] as number, value]))
    const at = (place: number) => values.get(place) as number
    const sum = cells.sum[cell] as number
    const part = (name: Part) => {
      const { below, above, on } = placeOf(name, base)
      return at(below) + on * (at(above) - at(below))
    }
    const parts = Object.fromEntries((Object.keys(FRACTIONS) as Part[]).map((name) => [name, part(name)]))
    return {
      spread: { mean: sum / base, ...parts } as Spread,
      interval: medianInterval(base, at),
      meanInterval: whole.has(cell)
        ? bootstrapMean(spreads.all(cell, base))
        : normalMean(base, sum, cells.squares[cell] as number),
    }
  }
}

function medianInterval(base: number, at: (place: number) => number): Interval | null {
  const places = medianPlaces(base)
  return places && { low: at(places.low), high: at(places.high), method: 'binomial_order' }
}

function kept(count: number, isThere: (line: number) => boolean): number[] {
  return Array.from({ length: count }, (_, line) => line).filter(isThere)
}
