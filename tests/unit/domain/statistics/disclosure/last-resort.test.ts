import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowCells } from '@/lib/domain/statistics/disclosure/audit'
import { gridOf } from '@/lib/domain/statistics/disclosure/grid'
import { everyInnerCell, freshTies } from '@/lib/domain/statistics/disclosure/pattern'
import { madeQuery, madeTable, type MadeReport } from '@/tests/support/made-tables'
import { someReports } from './some-reports'

const many = (count: number, row: string): MadeReport[] =>
  Array.from({ length: count }, () => ({ rows: [row], columns: [], status: 'hit', amount: 1 }) as const)

describe('a table that cannot be told otherwise', () => {
  it('holds every inner cell back, and leaves none that could be worked out', () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const grid = gridOf(madeTable(reports, madeQuery()))
        const pattern = everyInnerCell(grid, 5)
        expect(grid.places.every((_, cell) => grid.depth[cell] !== 0 || pattern.reporters[cell] === 1)).toBe(true)
        expect(narrowCells(grid, pattern, 'count', 5)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('tells no total that must be held back for the sake of another question', () => {
    const grid = gridOf(madeTable([...many(20, 'a'), ...many(30, 'b')], madeQuery({ columns: null })))
    const ties = freshTies(grid.size)
    ties.reporters.hide[grid.size - 1] = 1
    expect([everyInnerCell(grid, 5).reporters.at(-1), everyInnerCell(grid, 5, ties).reporters.at(-1)]).toEqual([0, 1])
  })

  it('tells nothing where even that lies too close', () => {
    // One line and its total: the only cell is the total.
    const grid = gridOf(madeTable(many(20, 'a'), madeQuery({ columns: null })))
    expect([...everyInnerCell(grid, 5).reporters]).toEqual([1, 1])
  })
})
