import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTable } from '@/lib/domain/statistics/case-counts'
import { heldBack, suppressSmallCells, type ShownTable } from '@/lib/domain/statistics/suppress'

function shown(cells: readonly (readonly number[])[]): ShownTable {
  const rows = cells.map((_, index) => `r${String(index)}`)
  const columns = (cells[0] ?? []).map((_, index) => `c${String(index)}`)
  const counts = cells.flatMap((row, i) =>
    row.map((cases, j) => ({ row: rows[i] ?? '', column: columns[j] ?? '', cases })),
  )
  return suppressSmallCells(countTable(counts, rows, columns))
}

// The whole grid with totals, and what a reader can work out from it: solves the sums exactly.
function workedOut(table: ShownTable): string[] {
  const grid = [...table.cells.map((row, i) => [...row, table.rowTotals[i] ?? 0]), [...table.columnTotals, table.total]]
  const names = grid.flatMap((row, i) => row.flatMap((cell, j) => (cell === 's' ? [`${String(i)}:${String(j)}`] : [])))
  const lastRow = grid.length - 1
  const lastColumn = (grid[0]?.length ?? 1) - 1
  const coefficient = (i: number, j: number, ends: number, place: number) =>
    names.map((name) => (name === `${String(i)}:${String(j)}` ? (place === ends ? -1 : 1) : 0))
  const add = (a: number[], b: number[]) => a.map((value, index) => value + (b[index] ?? 0))
  const none = names.map(() => 0)
  const equations = [
    ...grid.map((row, i) => row.map((_, j) => coefficient(i, j, lastColumn, j)).reduce(add, none)),
    ...(grid[0] ?? []).map((_, j) => grid.map((_row, i) => coefficient(i, j, lastRow, i)).reduce(add, none)),
  ]
  const reduced = eliminate(equations)
  return reduced.flatMap((row) => {
    const used = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []))
    return used.length === 1 ? [names[used[0] ?? 0] ?? ''] : []
  })
}

function eliminate(equations: number[][]): number[][] {
  const rows = equations.map((row) => [...row])
  let top = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = rows[pivot]
    const first = rows[top]
    if (chosen === undefined || first === undefined) continue
    rows[pivot] = first
    const scaled = chosen.map((value) => value / (chosen[column] ?? 1))
    rows[top] = scaled
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (index !== top && factor !== 0) rows[index] = row.map((value, k) => value - factor * (scaled[k] ?? 0))
    }
    top += 1
  }
  return rows
}

describe('suppressSmallCells', () => {
  it('leaves a table of large counts and zeros alone', () => {
    expect(
      shown([
        [10, 0],
        [7, 20],
      ]),
    ).toMatchObject({
      cells: [
        [10, 0],
        [7, 20],
      ],
      rowTotals: [10, 27],
      columnTotals: [17, 20],
      total: 37,
    })
  })

  it('hides the cheapest ring of cells around a small one', () => {
    expect(
      shown([
        [3, 20, 9],
        [30, 40, 50],
        [60, 8, 70],
      ]).cells,
    ).toEqual([
      ['s', 's', 9],
      [30, 40, 50],
      ['s', 's', 70],
    ])
  })

  it('hides a total that is small itself', () => {
    const table = shown([
      [2, 1],
      [30, 40],
    ])
    expect([table.rowTotals[0], ...(table.cells[0] ?? [])]).toEqual(['s', 's', 's'])
  })

  it('never lets a held-back count be worked out from the rest, nor shows a small one', () => {
    const cell = fc.oneof(fc.constant(0), fc.nat({ max: 8 }), fc.nat({ max: 200 }))
    const grids = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(grids, (cells) => {
        const table = shown(cells)
        const all = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
        expect(all.filter((count) => count !== 's' && count > 0 && count < 5)).toEqual([])
        expect(workedOut(table)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('holds back a figure about fewer than five people', () => {
    expect([heldBack(7n, 5), heldBack(7n, 4), heldBack(7n, 0)]).toEqual([7n, 's', null])
  })
})
