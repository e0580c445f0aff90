import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLOT_WIDTH, scaleOf } from '@/lib/domain/statistics/charts/scale'

const amounts = fc.array(fc.double({ min: -5e6, max: 5e7, noNaN: true }), { minLength: 1, maxLength: 30 })

describe('the axis of a figure', () => {
  it.each([
    [[0.853, 0.978], [0, 0.2, 0.4, 0.6, 0.8], 1],
    [[671_200, 88_300], [0, 200_000, 400_000, 600_000], 800_000],
    [[1], [0, 0.2, 0.4, 0.6, 0.8], 1],
    [[-30, 60], [-40, -20, 0, 20, 40], 60],
    [[0, 0], [0], 1],
  ])('of %j has ticks at %j and ends at %d', (values, ticks, end) => {
    const scale = scaleOf(values)
    expect([scale.ticks, scale.end]).toEqual([ticks, end])
  })

  it('holds zero and every value inside the plot, in their order, with few ticks', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { ticks, place } = scaleOf(values)
        expect(ticks.length).toBeGreaterThanOrEqual(1)
        expect(ticks.length).toBeLessThanOrEqual(5)
        for (const value of [0, ...values]) {
          expect(place(value)).toBeGreaterThanOrEqual(-0.1)
          expect(place(value)).toBeLessThanOrEqual(PLOT_WIDTH + 0.1)
        }
        const sorted = values.toSorted((a, b) => a - b).map(place)
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      }),
    )
  })

  it('puts ticks at even steps, where the words below the plot stand', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { ticks, place } = scaleOf(values)
        for (const [index, tick] of ticks.entries())
          expect(place(tick)).toBeCloseTo((index * PLOT_WIDTH) / ticks.length, 0)
      }),
    )
  })
})
