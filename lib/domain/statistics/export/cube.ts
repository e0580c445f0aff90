import type { StatisticQuery } from '../query'
import { listedValues } from '../registry/dimension-values'
import { UNKNOWN, type DimensionCode, type DimensionValue } from '../registry/dimensions'
import type { Release, Shown } from '../released-table'
import { figuresOf, FIGURES, statusOf, TOTAL, type Figure } from './tidy-columns'

/** One side of the cube: its codes in order, the total last. */
export type CubeAxis = { readonly dimension: DimensionCode; readonly codes: readonly DimensionValue[] }

/** A figure of a measure, as one value of the metric dimension: `paid_share` is its value, `paid_share:base` its base. */
export type CubeMetric = {
  readonly id: string
  readonly measure: string
  readonly figure: Figure
  readonly place: number
}

/** A release as a cube: metrics first, then rows and columns where there are any. Row-major, the last axis fastest (JSON-stat). */
export type Cube = {
  readonly metrics: readonly CubeMetric[]
  readonly axes: readonly CubeAxis[]
  /** Every place of the cube in order. `m` beside null: nobody has the fact, or nobody stands there. */
  readonly values: () => Generator<{ readonly value: number | null; readonly status: 's' | 'm' | null }>
}

/** The cube of a release. Figures that no cell of a measure has are left out. */
export function cubeOf({ facts, tables }: Release): Cube {
  const { query } = facts
  const axes = axesOf(
    query,
    tables.map(({ rows }) => rows),
    tables.map(({ columns }) => columns),
  )
  const known = new Map<string, Map<string, readonly Shown[]>>()
  const metrics = tables.flatMap(({ measure, cells }) => {
    const figures = new Map(cells.map((cell) => [placeOf(cell.row, cell.column), figuresOf(cell)]))
    known.set(measure, figures)
    return FIGURES.flatMap((figure, place): CubeMetric[] => {
      const isThere = place === 0 || [...figures.values()].some((one) => one[place] !== null)
      return isThere ? [{ id: place === 0 ? measure : `${measure}:${figure}`, measure, figure, place }] : []
    })
  })
  return { metrics, axes, values: () => valuesOf(metrics, axes, query, known) }
}

function* valuesOf(
  metrics: readonly CubeMetric[],
  axes: readonly CubeAxis[],
  query: StatisticQuery,
  known: ReadonlyMap<string, ReadonlyMap<string, readonly Shown[]>>,
): ReturnType<Cube['values']> {
  const codesOf = (dimension: DimensionCode | null) =>
    axes.find((axis) => axis.dimension === dimension)?.codes ?? [TOTAL]
  const [rows, columns] = [codesOf(query.rows), codesOf(query.columns)]
  for (const { measure, place } of metrics)
    for (const row of rows)
      for (const column of columns) {
        const figures = known.get(measure)?.get(`${row} ${column}`)
        const value = figures?.[place] ?? null
        if (typeof value === 'number') yield { value, status: null }
        else yield { value: null, status: value === 's' || (figures && statusOf(figures) === 's') ? 's' : 'm' }
      }
}

function placeOf(row: DimensionValue | null, column: DimensionValue | null): string {
  return `${row ?? TOTAL} ${column ?? TOTAL}`
}

function axesOf(
  { rows, columns }: StatisticQuery,
  ofRows: readonly (readonly DimensionValue[])[],
  ofColumns: readonly (readonly DimensionValue[])[],
): CubeAxis[] {
  const axis = (dimension: DimensionCode | null, lists: typeof ofRows): CubeAxis[] =>
    dimension === null ? [] : [{ dimension, codes: [...inOrder(dimension, new Set(lists.flat())), TOTAL] }]
  return [...axis(rows, ofRows), ...axis(columns, ofColumns)]
}

/** Measures of one question may have different lines: all of them, in the order of the list or of time, `unknown` last. */
function inOrder(dimension: DimensionCode, values: ReadonlySet<DimensionValue>): DimensionValue[] {
  const list = listedValues(dimension)
  const rank = (value: DimensionValue) => (value === UNKNOWN ? Number.MAX_SAFE_INTEGER : (list?.indexOf(value) ?? 0))
  return [...values].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
