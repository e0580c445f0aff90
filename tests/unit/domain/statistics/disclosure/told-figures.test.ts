import { describe, expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import type { RawCell, RawTable, Spread } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import { madeQuery } from '@/tests/support/made-tables'

const SPREAD: Spread = {
  mean: 123_456.789,
  p10: 12_345,
  p25: 54_321,
  median: 98_765,
  p75: 150_123,
  p80: 160_456,
  p90: 299_999,
}

/** A cell of so many people with an amount each, by row. */
function cellOf(row: string | null, count: number, change: Partial<RawCell> = {}): RawCell {
  const people = { reporters: count, missing: 0, base: count, baseReporters: count, hits: 0, hitReporters: 0 }
  const sums = { sum: count * 100_000, over: 0, largest: [100_000, 100_000], overLargest: [0, 0] } as const
  return { row, column: null, ...people, ...sums, spread: null, interval: null, meanInterval: null, ...change }
}

function tell(measure: string, cells: readonly RawCell[]): Map<string | null, ReleasedCell> {
  const found = measureOf(measure)
  if (found === null) throw new Error(`no measure ${measure}`)
  const table: RawTable = {
    query: madeQuery({ measures: [measure], columns: null }),
    measure,
    rows: cells.flatMap(({ row }) => row ?? []),
    columns: [],
    cells,
    version: 1,
    asOf: new Date('2026-11-21T00:00:00Z'),
  }
  return new Map(protect(table, found).released.cells.map((cell) => [cell.row, cell]))
}

describe('amounts of one or two people', () => {
  const amounts = {
    spread: SPREAD,
    interval: { low: 87_654, high: 112_345, method: 'binomial_order' as const },
    meanInterval: { low: 119_876.5, high: 131_234.5, method: 'bootstrap' as const },
  }
  const told = (count: number) => tell('paid_total', [cellOf(null, count, amounts)]).get(null)

  it('are told to two digits, quartiles from ten and tenths from twenty', () => {
    expect(told(9)?.spread).toMatchObject({ mean: SPREAD.mean, median: 's', p25: 's', p10: 's' })
    expect(told(10)?.spread).toMatchObject({ median: 99_000, p25: 54_000, p75: 150_000, p80: 160_000, p90: 's' })
    expect(told(20)?.spread).toMatchObject({ p10: 12_000, p90: 300_000 })
  })

  it('are the ends of the interval of a median, from twenty on', () => {
    expect(told(19)?.interval).toBe('s')
    expect(told(20)?.interval).toEqual({ low: 88_000, high: 110_000, method: 'binomial_order' })
  })

  it('are mixed in the interval of a mean: from ten on, to three digits', () => {
    expect(told(9)?.meanInterval).toBe('s')
    expect(told(10)?.meanInterval).toEqual({ low: 120_000, high: 131_000, method: 'bootstrap' })
  })
})

describe('what is held back', () => {
  it('has the same blanks whatever is behind it', () => {
    const interval = { low: 1, high: 2, method: 'bootstrap' } as const
    for (const code of ['paid_total', 'paid_share', 'reports', 'repaid_over_claimed', 'over_cap_payments']) {
      const held = [{}, { interval, meanInterval: interval, base: 0, spread: SPREAD }].map((change) =>
        tell(code, [cellOf(null, 3, change)]).get(null),
      )
      expect(held[0]).toMatchObject({ reporters: 's', value: 's' })
      expect(held[1]).toEqual(held[0])
      // Marked, not blank: also where quantiles would stand.
      expect(held[0]?.spread?.median).toBe(code === 'paid_total' ? 's' : undefined)
    }
  })
})

describe('a ratio of sums', () => {
  const claims = (row: string | null, count: number, largest: number) =>
    cellOf(row, count, {
      hits: count,
      hitReporters: count,
      sum: count * 50_000,
      largest: [50_000, 50_000],
      over: (count - 1) * 100_000 + largest,
      overLargest: [largest, 100_000],
    })

  it('is held back when one person makes up the sum it is divided by', () => {
    expect(tell('repaid_over_claimed', [claims(null, 10, 100_000)]).get(null)?.value).toBeCloseTo(0.5)
    const held = tell('repaid_over_claimed', [claims(null, 10, 9_000_000)]).get(null)
    expect([held?.reporters, held?.sum, held?.value]).toEqual([10, 's', 's'])
  })

  it('is held back beside it, where that sum would follow from the total', () => {
    const whole = cellOf(null, 30, {
      hits: 30,
      hitReporters: 30,
      sum: 1_500_000,
      largest: [50_000, 50_000],
      over: 11_900_000,
      overLargest: [9_000_000, 100_000],
    })
    const told = tell('repaid_over_claimed', [
      claims('a', 10, 9_000_000),
      claims('b', 10, 100_000),
      claims('c', 10, 100_000),
      whole,
    ])
    expect(told.get('a')?.sum).toBe('s')
    expect(['b', 'c', null].filter((row) => told.get(row)?.sum === 's')).not.toEqual([])
  })

  it('is held back when few were repaid anything', () => {
    const few = { ...claims(null, 10, 100_000), hits: 3, hitReporters: 3 }
    expect(tell('repaid_over_claimed', [few]).get(null)).toMatchObject({ reporters: 10, base: 's', value: 's' })
  })
})

describe('a share of payments', () => {
  const payments = (largest: readonly [number, number]) =>
    cellOf(null, 10, { base: 44, baseReporters: 10, hits: 22, hitReporters: 6, sum: 0, largest })

  it('is held back when one person made most of them', () => {
    expect(tell('over_cap_payments', [payments([6, 5])]).get(null)).toMatchObject({ base: 44, value: 0.5 })
    expect(tell('over_cap_payments', [payments([35, 1])]).get(null)).toMatchObject({
      reporters: 10,
      base: 's',
      value: 's',
    })
  })
})
