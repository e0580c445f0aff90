import { eachTotal, type Grid } from './cells'
import type { Adding } from './walk'

/** Which cells want a value of an inner cell: itself, the totals of its row and its column, and that of both. */
export const [OWN, OF_ROW, OF_COLUMN, OF_ALL] = [1, 2, 4, 8] as const

/** Adds the counts in bins of cells to those of the totals that add up. */
export function addBinTotals(grid: Grid, adding: Adding, counts: Int32Array, bins: number): void {
  eachTotal(grid, adding, (from, to) => {
    const [source, target] = [from * bins, to * bins]
    for (let bin = 0; bin < bins; bin++)
      counts[target + bin] = (counts[target + bin] as number) + (counts[source + bin] as number)
  })
}

/** By cell and bin, which cells want its values, where `places` is above nought in the bins of cells that want something. */
export function wantingOf(
  { rows, columns, stride, cells }: Grid,
  adding: Adding,
  places: Int32Array,
  bins: number,
): Uint8Array<ArrayBuffer> {
  const [isAcross, isDown] = [columns > 0 && adding.columns, rows > 0 && adding.rows]
  const wanting = new Uint8Array(places.length)
  for (let cell = 0; cell < cells; cell++) {
    const column = cell % stride
    const row = (cell - column) / stride
    const [across, down] = [isAcross && column < columns, isDown && row < rows]
    const [own, ofRow] = [cell * bins, (row * stride + columns) * bins]
    const [ofColumn, ofAll] = [(rows * stride + column) * bins, (rows * stride + columns) * bins]
    for (let bin = 0; bin < bins; bin++)
      wanting[own + bin] =
        (places[own + bin] === 0 ? 0 : OWN) |
        (across && places[ofRow + bin] !== 0 ? OF_ROW : 0) |
        (down && places[ofColumn + bin] !== 0 ? OF_COLUMN : 0) |
        (across && down && places[ofAll + bin] !== 0 ? OF_ALL : 0)
  }
  return wanting
}
