import type { MeasureForm } from '../registry/measures'
import { narrowCells, NarrowIntervalError } from './audit'
import type { Grid } from './grid'
import { chooseInner } from './inner-cells'
import type { Pattern } from './released-cells'
import { chooseReporters, noTies, type Ties } from './reporter-cells'
import { hasSum, isFew } from './rules'
import { chooseSums, summedGrids } from './sum-cells'

/** What earlier releases say of each layer of a table. */
export type LayerTies = { readonly reporters: Ties; readonly inside: Ties; readonly sums: Ties }

/** A table of which nothing was told before. */
export function freshTies(size: number): LayerTies {
  return { reporters: noTies(size), inside: noTies(size), sums: noTies(size) }
}

/**
 * What of a table is held back. First the choice that tells most; where that leaves a number too close, nothing inside of any cell is
 * told; then no number of an inner cell. Each is audited. Throws NarrowIntervalError when what was told before leaves no way.
 */
export function choosePattern(grid: Grid, form: MeasureForm, threshold: number, ties: LayerTies): Pattern {
  const { open: reporters } = chooseReporters(grid, threshold, ties.reporters)
  const { hidden } = chooseInner(grid, reporters, threshold, ties.inside)
  const sums = hasSum(form) ? chooseSums(summedGrids(grid, form), hidden.inside, ties.sums).open : hidden.inside
  const first = { reporters, inside: hidden.inside, sums }
  const limits = ties.inside.limits ?? null
  const narrow = narrowCells(grid, first, form, threshold, limits)
  if (narrow.length === 0) return first
  const second = nothingInside(grid, reporters)
  if (narrowCells(grid, second, form, threshold, limits).length === 0 && !isAnyKnown(ties)) return second
  throw new NarrowIntervalError(narrow.flatMap((cell) => grid.places[cell] ?? []))
}

/** Nothing inside of any cell is told. */
function nothingInside(grid: Grid, reporters: Uint8Array): Pattern {
  const inside = Uint8Array.from(grid.parts.reporters, (count, cell) => Number(count > 0 || reporters[cell] === 1))
  return { reporters, inside, sums: inside }
}

function isAnyKnown({ inside, sums }: LayerTies): boolean {
  return inside.known.includes(1) || sums.known.includes(1)
}

/**
 * Every inner cell held back; of totals those of few, and those that were held back before. For a table that cannot be told otherwise.
 * It is audited like any other: where a number still lies too close, none is told at all.
 */
export function everyInnerCell(grid: Grid, threshold: number, ties: LayerTies = freshTies(grid.size)): Pattern {
  const hide = Uint8Array.from(grid.places, (_, cell) => {
    const count = grid.parts.reporters[cell] ?? 0
    return Number(grid.depth[cell] === 0 || isFew(count, threshold) || ties.reporters.hide[cell] === 1)
  })
  const limits = ties.reporters.limits ?? null
  const { open, isSafe } = chooseReporters(grid, threshold, { hide, known: new Uint8Array(grid.size), limits })
  const pattern = nothingInside(grid, open)
  const isTold = isSafe && narrowCells(grid, pattern, 'count', threshold, limits).length === 0
  return isTold ? pattern : nothingInside(grid, new Uint8Array(grid.size).fill(1))
}
