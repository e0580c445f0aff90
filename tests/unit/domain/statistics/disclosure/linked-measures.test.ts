import { describe, expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { RawCell } from '@/lib/domain/statistics/raw-table'
import { COUNTED_SETS, isWithin } from '@/lib/domain/statistics/registry/counted-sets'
import { MEASURES, measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import { madeQuery } from '@/tests/support/made-tables'

/** Reporters, hits, others, missing of a line; the last line is the total. */
type Line = readonly [row: string | null, ...counts: readonly [number, number, number, number]]

function cellOf([row, reporters, hits, others, missing]: Line): RawCell {
  const base = hits + others
  const counts = { reporters, missing, base, baseReporters: base, hits, hitReporters: hits }
  const sums = { sum: base * 1000, over: 0, largest: [1000, 1000], overLargest: [0, 0] } as const
  return { row, column: null, ...counts, ...sums, spread: null, interval: null, meanInterval: null }
}

/** One release after the other; the cells of the last one by row. */
function tell(
  ...asked: readonly (readonly [measure: string, lines: readonly Line[], change?: Partial<StatisticQuery>])[]
): Map<string | null, ReleasedCell> {
  const before = new ToldBefore()
  let cells: readonly ReleasedCell[] = []
  asked.forEach(([code, lines, change], seq) => {
    const measure = measureOf(code)
    if (measure === null) throw new Error(`no measure ${code}`)
    const rows = lines.flatMap(([row]) => row ?? [])
    const query = madeQuery({ measures: [code], rows: rows.length > 0 ? 'origin' : null, columns: null, ...change })
    const about = { version: 1, asOf: new Date('2026-11-21T00:00:00Z'), columns: [] }
    const key = `${String(seq)} ${code}`
    const { released, logged } = protect(
      { ...about, query, measure: code, rows, cells: lines.map(cellOf) },
      measure,
      key,
      before,
    )
    before.add(key, logged, seq)
    cells = released.cells
  })
  return new Map(cells.map((cell) => [cell.row, cell]))
}

describe('what a measure counts', () => {
  it('is said of every measure of reports', () => {
    expect(MEASURES.filter(({ form }) => form !== 'desk').map(({ code }) => code)).toEqual(
      expect.arrayContaining(Object.keys(COUNTED_SETS)),
    )
    for (const { code, form } of MEASURES)
      expect([code, COUNTED_SETS[code] !== undefined]).toEqual([code, form !== 'desk'])
  })

  it('lies in what it lies in, however far', () => {
    expect(isWithin('rci_3', 'all')).toBe(true)
    expect(isWithin('rci_first - rci_1', 'cost_known')).toBe(true)
    expect(isWithin('all', 'rci_3')).toBe(false)
    expect(isWithin('in_debt', 'paid')).toBe(false)
  })
})

describe('measures of the same people', () => {
  it('who put others out do not tell of how many', () => {
    const told = tell(['in_debt_share', [[null, 10, 8, 2, 0]]], ['debt_amount', [[null, 8, 0, 8, 0]]])
    expect(told.get(null)?.reporters).toBe('s')
    const enough = tell(['in_debt_share', [[null, 20, 8, 12, 0]]], ['debt_amount', [[null, 8, 0, 8, 0]]])
    expect(enough.get(null)?.reporters).toBe(8)
  })

  it('are not told the other way round either', () => {
    const told = tell(['claimed_amount', [[null, 28, 0, 28, 0]]], ['reports', [[null, 31, 31, 0, 0]]])
    expect(told.get(null)?.reporters).toBe('s')
  })

  it('who claimed and got nothing back are not told where they are few', () => {
    const told = (repaid: number) =>
      tell(['claimed_amount', [[null, 35, 0, 35, 0]]], ['repaid_amount', [[null, repaid, 0, repaid, 0]]]).get(null)
    expect([told(31)?.reporters, told(30)?.reporters, told(35)?.reporters]).toEqual(['s', 30, 35])
  })

  it('who lie in one another do not tell of few between them', () => {
    const lines = (hits: number): Line[] => [[null, 50, hits, 50 - hits, 0]]
    const told = (hits: number) => tell(['rci_above_1', lines(20)], ['rci_above_2', lines(hits)]).get(null)?.hits
    expect([told(18), told(15), told(20)]).toEqual(['s', 15, 20])
  })

  it('and one of them named by a value of a dimension are the same', () => {
    const critical = { filters: [{ dimension: 'severity', values: ['critical'] }] } as const
    const told = tell(['reports', [[null, 20, 20, 0, 0]], critical], ['critical_share', [[null, 40, 22, 18, 0]]])
    expect(told.get(null)?.hits).toBe('s')
    const other = tell(['critical_share', [[null, 40, 22, 18, 0]]], ['reports', [[null, 20, 20, 0, 0]], critical])
    expect(other.get(null)?.reporters).toBe('s')
  })

  it('are held back in the same lines, so that neither fills the gaps of the other', () => {
    const shares: Line[] = [
      ['ID', 40, 3, 37, 0],
      ['KH', 60, 12, 48, 0],
      ['VN', 90, 30, 60, 0],
      [null, 190, 45, 145, 0],
    ]
    const amounts = shares.map(([row, , hits]): Line => [row, hits, 0, hits, 0])
    const share = tell(['in_debt_share', shares])
    const amount = tell(['in_debt_share', shares], ['debt_amount', amounts])
    const held = (cells: Map<string | null, ReleasedCell>, part: 'hits' | 'reporters') =>
      ['ID', 'KH', 'VN', null].filter((row) => cells.get(row)?.[part] === 's')
    expect(held(share, 'hits').length).toBeGreaterThan(1)
    expect(held(amount, 'reporters')).toEqual(held(share, 'hits'))
    expect(held(tell(['debt_amount', amounts], ['in_debt_share', shares]), 'hits')).toEqual(held(share, 'hits'))
  })

  it('are told where another reason holds the share back, and nothing follows', () => {
    const told = tell(['in_debt_share', [[null, 100, 60, 37, 3]]], ['debt_amount', [[null, 60, 0, 60, 0]]])
    expect(told.get(null)?.reporters).toBe(60)
  })
})
