import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounded } from '@/lib/domain/statistics/disclosure/protect'
import { roundByLot } from '@/lib/domain/statistics/disclosure/round'
import { shareInterval } from '@/lib/domain/statistics/intervals/share-interval'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import { madeQuery } from '@/tests/support/made-tables'

const TABLE = { query: madeQuery({ rounding: 5 }), measure: 'paid_total' }
const AMOUNT = { form: 'amount', unit: 'yen' } as const
const SHARE = { form: 'share', unit: 'share' } as const

function cellOf(base: number, mean: number, hits = 0): ReleasedCell {
  const counts = { row: 'VN', column: null, reporters: base, missing: 0, base, hits }
  const spread = { mean, p10: 's', p25: 's', median: 's', p75: 's', p80: 's', p90: 's' } as const
  return { ...counts, sum: base * mean, value: mean, spread, interval: null, meanInterval: null }
}

describe('rounding', () => {
  it('draws by the lot it is given, up and down, and leaves multiples', () => {
    expect([0.19, 0.21, 0.99].map((number) => roundByLot(21, 5, 'x', () => number))).toEqual([25, 20, 20])
    expect(roundByLot(20, 5, 'x', () => 0)).toBe(20)
  })

  it('draws differently with another secret', () => {
    const drawn = (secret: number) =>
      Array.from({ length: 40 }, (_, at) => roundByLot(22, 5, String(at), (text) => (Number(text) * secret) % 1))
    expect(drawn(0.618)).not.toEqual(drawn(0.414))
  })

  it('leaves nothing from which the count of an amount follows: sum over mean is the rounded one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 500 }), fc.integer({ min: 10_000, max: 900_000 }), (base, mean) => {
        const one = rounded(cellOf(base, mean), TABLE, AMOUNT, () => 0.3)
        const other = rounded(cellOf(Number(one.base), mean), TABLE, AMOUNT, () => 0.3)
        expect([one.base, one.sum, one.value, one.spread?.mean]).toEqual([
          other.base,
          other.sum,
          other.value,
          other.spread?.mean,
        ])
      }),
    )
  })

  it('makes share and interval of the rounded counts', () => {
    const exact = { ...cellOf(43, 0, 17), value: 17 / 43, interval: shareInterval(17, 43) }
    const told = rounded(exact, TABLE, SHARE, () => 0.5)
    expect(told).toMatchObject({ base: 45, hits: 15, value: 15 / 45, interval: shareInterval(15, 45) })
  })
})
