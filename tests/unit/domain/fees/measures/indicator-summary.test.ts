import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorSummary } from '@/lib/domain/fees/measures/indicator-summary'
import { percentile } from '@/lib/domain/fees/measures/percentile'

const person = fc.record({
  costJpy: fc.bigInt({ min: 0n, max: 5_000_000n }),
  earningsJpy: fc.bigInt({ min: 1n, max: 500_000n }),
})
const people = fc.array(person, { minLength: 1, maxLength: 60 })

describe('a percentile', () => {
  it('interpolates between the two nearest, as percentile_cont does', () => {
    expect([0.25, 0.5, 0.75, 0.8].map((fraction) => percentile([40, 10, 30, 20], fraction))).toEqual([
      17.5,
      25,
      32.5,
      expect.closeTo(34, 9),
    ])
    expect(percentile([], 0.5)).toBeNull()
    expect(percentile([3], 0.8)).toBe(3)
  })
})

describe('the indicator over people', () => {
  it('keeps the mean of ratios and the ratio of means apart', () => {
    const summary = indicatorSummary([
      { costJpy: 1_000_000n, earningsJpy: 100_000n },
      { costJpy: 200_000n, earningsJpy: 200_000n },
      { costJpy: 0n, earningsJpy: 100_000n },
    ])
    expect(summary).toMatchObject({ n: 3, ratioOfMeans: 3, median: 1, p25: 0.5, p75: 5.5 })
    expect(summary.meanOfRatios).toBeCloseTo(11 / 3, 12)
    // One month of earnings is not above one month.
    expect(summary).toMatchObject({ above1: 1, above2: 1, above3: 1 })
  })

  it('of nobody has no figure', () => {
    expect(indicatorSummary([])).toEqual({
      n: 0,
      meanOfRatios: null,
      ratioOfMeans: null,
      median: null,
      p25: null,
      p75: null,
      p80: null,
      above1: 0,
      above2: 0,
      above3: 0,
    })
  })

  it('does not depend on order or on the unit of money, and its parts lie in order', () => {
    fc.assert(
      fc.property(people, fc.bigInt({ min: 2n, max: 1_000n }), (drawn, factor) => {
        const summary = indicatorSummary(drawn)
        expect(indicatorSummary(drawn.toReversed())).toEqual(summary)
        const scaled = indicatorSummary(
          drawn.map(({ costJpy, earningsJpy }) => ({ costJpy: costJpy * factor, earningsJpy: earningsJpy * factor })),
        )
        expect(scaled.meanOfRatios).toBeCloseTo(summary.meanOfRatios ?? -1, 6)
        expect(scaled.above2).toBe(summary.above2)
        const { p25, median, p75, p80 } = summary
        expect([p25, median, p75, p80]).toEqual([p25, median, p75, p80].toSorted((a, b) => Number(a) - Number(b)))
        expect(summary.above1).toBeGreaterThanOrEqual(summary.above2)
        expect(summary.above2).toBeGreaterThanOrEqual(summary.above3)
      }),
    )
  })

  it('with equal pay for everybody both means are one', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 7n }), { minLength: 1 }), (costs) => {
        const summary = indicatorSummary(costs.map((costJpy) => ({ costJpy, earningsJpy: 150_000n })))
        expect(summary.meanOfRatios).toBeCloseTo(summary.ratioOfMeans ?? -1, 9)
      }),
    )
  })
})
