import type { Amounts } from './amount-walk'
import type { Block } from './block'
import type { PaymentColumns } from './payment-columns'
import { FULL } from './walk'

// Hot loops over payments. Each puts the payments of a report into its cells: a cell has one entry a report, at `last` of the cell if that
// is not before the first entry of the report; else it is made behind the others, where nothing is known yet. No branch says which of
// the two, as it would be guessed wrong half of the time.

/** Rows of a block that are asked for, from where and up to where. */
export type Asked = { readonly rows: Int32Array; readonly from: number; readonly to: number }

/**
 * Both dimensions are of payments: the cells of a report, the totals of their rows and columns, and that of all. Goes on until the batch is
 * full; returns the next place.
 */
export function gatherPairs(
  { first, count }: Block,
  { rows, from, to }: Asked,
  { rows: lines, columns, weights }: PaymentColumns,
  last: Int32Array,
  [rowTotal, columnTotal]: readonly [number, number],
  batch: Amounts,
): number {
  const { cells, values } = batch
  let size = batch.size
  let place = from
  for (; place < to && size < FULL; place++) {
    const row = rows[place] as number
    const begin = size
    const end = (first[row] as number) + (count[row] as number)
    let all = -0
    let isAny = 0
    for (let at = first[row] as number; at < end; at++) {
      const line = lines[at] as number
      if (line < 0) continue
      const column = columns[at] as number
      const weight = weights[at] as number
      isAny = 1
      all += weight
      const inner = line + column
      const innerLast = last[inner] as number
      const innerNew = (innerLast - begin) >> 31
      const innerAt = innerLast ^ ((innerLast ^ size) & innerNew)
      last[inner] = innerAt
      cells[innerAt] = inner
      values[innerAt] = (values[innerAt] as number) + weight
      size -= innerNew
      const across = line + columnTotal
      const acrossLast = last[across] as number
      const acrossNew = (acrossLast - begin) >> 31
      const acrossAt = acrossLast ^ ((acrossLast ^ size) & acrossNew)
      last[across] = acrossAt
      cells[acrossAt] = across
      values[acrossAt] = (values[acrossAt] as number) + weight
      size -= acrossNew
      const down = rowTotal + column
      const downLast = last[down] as number
      const downNew = (downLast - begin) >> 31
      const downAt = downLast ^ ((downLast ^ size) & downNew)
      last[down] = downAt
      cells[downAt] = down
      values[downAt] = (values[downAt] as number) + weight
      size -= downNew
    }
    cells[size] = rowTotal + columnTotal
    values[size] = (values[size] as number) + all
    size += isAny
  }
  batch.size = size
  return place
}

/** One dimension is of payments: the lines of a report in it, and their total. `bases`: what its lines in the other add; its row goes to `owners`. */
export function gatherLines(
  { first, count }: Block,
  { rows, from, to }: Asked,
  { rows: lines, columns, weights }: PaymentColumns,
  last: Int32Array,
  total: number,
  bases: Int32Array,
  owners: Int32Array,
  batch: Amounts,
): number {
  const { cells, values } = batch
  let size = batch.size
  let place = from
  for (; place < to && size < FULL; place++) {
    const row = rows[place] as number
    const base = bases[place] as number
    const begin = size
    const end = (first[row] as number) + (count[row] as number)
    let all = -0
    let isAny = 0
    for (let at = first[row] as number; at < end; at++) {
      const down = lines[at] as number
      if (down < 0) continue
      const line = down + (columns[at] as number)
      const weight = weights[at] as number
      isAny = 1
      all += weight
      const lineLast = last[line] as number
      const isNew = (lineLast - begin) >> 31
      const lineAt = lineLast ^ ((lineLast ^ size) & isNew)
      last[line] = lineAt
      cells[lineAt] = line + base
      owners[lineAt] = row
      values[lineAt] = (values[lineAt] as number) + weight
      size -= isNew
    }
    cells[size] = total + base
    owners[size] = row
    values[size] = (values[size] as number) + all
    size += isAny
  }
  batch.size = size
  return place
}

/** No dimension is of payments: a report with all of them. */
export function gatherReports(
  { first, count }: Block,
  { rows, from, to }: Asked,
  { rows: lines, weights }: PaymentColumns,
  bases: Int32Array,
  owners: Int32Array,
  batch: Amounts,
): number {
  const { cells, values } = batch
  let size = batch.size
  let place = from
  for (; place < to && size < FULL; place++) {
    const row = rows[place] as number
    const end = (first[row] as number) + (count[row] as number)
    let all = -0
    let isAny = 0
    for (let at = first[row] as number; at < end; at++) {
      if ((lines[at] as number) < 0) continue
      isAny = 1
      all += weights[at] as number
    }
    cells[size] = bases[place] as number
    owners[size] = row
    values[size] = all
    size += isAny
  }
  batch.size = size
  return place
}
