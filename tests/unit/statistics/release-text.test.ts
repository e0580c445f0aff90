import { describe, expect, it } from 'vitest'
import type { LoggedCell } from '@/lib/domain/statistics/disclosure/told-before'
import { releaseText } from '@/lib/usecases/statistics/release-text'

const CELL: LoggedCell = {
  row: 'VN',
  column: null,
  level: 3,
  told: [20, 0, 20, 0],
  heldSince: [20, 0, 20, 0],
  cell: {
    row: 'VN',
    column: null,
    reporters: 20,
    missing: 0,
    base: 20,
    hits: 0,
    sum: 4_000_000,
    value: 200_000,
    spread: { mean: 200_000, p10: 's', p25: 's', median: 150_000, p75: 's', p80: 's', p90: 's' },
    interval: { low: 120_000, high: 180_000, method: 'binomial_order' },
    meanInterval: null,
  },
}
const of = (cell: LoggedCell) => releaseText({ cells: [cell] })
const toldAs = (change: Partial<LoggedCell['cell']>) => of({ ...CELL, cell: { ...CELL.cell, ...change } })

describe('the text of a release', () => {
  it.each([
    ['its median', { spread: { ...CELL.cell.spread, median: 160_000 } as LoggedCell['cell']['spread'] }],
    ['its interval', { interval: { low: 120_000, high: 190_000, method: 'binomial_order' } as const }],
    ['its interval held back', { interval: 's' as const }],
    ['how many lack the fact', { missing: 's' as const }],
    ['its place', { row: 'ID' }],
  ])('is another when a cell tells another thing: %s', (_what, change) => {
    expect(toldAs(change)).not.toBe(of(CELL))
  })

  it('is the same for what the database gives back in its own order', () => {
    const reordered = Object.fromEntries(Object.entries(CELL).toReversed()) as LoggedCell
    const cell = Object.fromEntries(Object.entries(CELL.cell).toReversed()) as LoggedCell['cell']
    expect(of({ ...reordered, cell })).toBe(of(CELL))
  })
})
