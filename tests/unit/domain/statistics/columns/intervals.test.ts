import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaProbability, betaQuantile } from '@/lib/domain/statistics/intervals/beta'
import { bootstrapMean, normalMean } from '@/lib/domain/statistics/intervals/mean-interval'
import { medianPlaces } from '@/lib/domain/statistics/intervals/median-interval'
import { shareInterval } from '@/lib/domain/statistics/intervals/share-interval'

describe('the interval of a share', () => {
  // R: binom.test(x, n)$conf.int
  test.each([
    [0, 10, 0, 0.308_497_1],
    [10, 10, 0.691_502_9, 1],
    [5, 10, 0.187_086_0, 0.812_914_0],
    [4, 20, 0.057_333_99, 0.436_614_0],
  ])('%i of %i, as R says', (hits, base, low, high) => {
    const interval = shareInterval(hits, base)
    expect(interval?.low).toBeCloseTo(low, 6)
    expect(interval?.high).toBeCloseTo(high, 6)
  })
  test('is of nobody where nobody answered', () => {
    expect(shareInterval(0, 0)).toBeNull()
  })
  test('holds the share, and each end leaves out 2.5 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (base, part) => {
        const hits = Math.round(part * base)
        const { low, high } = shareInterval(hits, base) ?? { low: 2, high: -1 }
        expect(low).toBeLessThanOrEqual(hits / base)
        expect(high).toBeGreaterThanOrEqual(hits / base)
        if (hits > 0) expect(betaProbability(low, hits, base - hits + 1)).toBeCloseTo(0.025, 6)
        if (hits < base) expect(betaProbability(high, hits + 1, base - hits)).toBeCloseTo(0.975, 6)
      }),
    )
  })
  test('of the beta distribution both ways are one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, probability) => {
          expect(betaProbability(betaQuantile(probability, a, b), a, b)).toBeCloseTo(probability, 7)
        },
      ),
    )
  })
})

describe('the interval of a median', () => {
  // Tables of the sign test: both ends together leave out at most 5 %.
  test.each([
    [5, null],
    [6, [0, 5]],
    [8, [0, 7]],
    [9, [1, 7]],
    [10, [1, 8]],
    [20, [5, 14]],
    [25, [7, 17]],
    [100, [39, 60]],
  ])('of %i values', (n, places) => {
    const found = medianPlaces(n)
    expect(found && [found.low, found.high]).toEqual(places)
  })
})

describe('the interval of a mean', () => {
  test('by bootstrap is the same for the same values and holds their mean', () => {
    const values = Float64Array.from({ length: 200 }, (_, place) => (place * 7919) % 1000)
    const interval = bootstrapMean(values)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(interval).toEqual(bootstrapMean(values))
    expect(interval?.low).toBeLessThan(mean)
    expect(interval?.high).toBeGreaterThan(mean)
    // Near the normal approximation, which is good for so many.
    const squares = values.reduce((sum, value) => sum + value * value, 0)
    const normal = normalMean(200, mean * 200, squares)
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo((normal?.high ?? 0) - (normal?.low ?? 0), -1)
  })
  test('1.96 standard errors about the mean', () => {
    const interval = normalMean(4, 20, 120)
    expect(interval?.low).toBeCloseTo(5 - 1.959_964 * Math.sqrt(20 / 3 / 4), 5)
    expect(normalMean(1, 5, 25)).toBeNull()
  })
})
