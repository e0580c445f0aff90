import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '@/lib/domain/fees/measures/percentile'
import { FRACTIONS, placeOf, placesOf, type Part } from '@/lib/domain/statistics/columns/spread-plan'
import { Spreads } from '@/lib/domain/statistics/columns/spreads'
import { newBatch } from '@/lib/domain/statistics/columns/walk'

const GRID = { rows: 0, columns: 2, stride: 3, cells: 3 }
const ADDING = { rows: true, columns: true }

test('order statistics of cells and totals are those of sorted lists, below zero, with fractions, equal or far apart', async () => {
  const value = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: 0, max: 2_000_000_000 }),
    fc.double({ min: 0, max: 50, noNaN: true }),
    fc.constant(0),
  )
  const entry = fc.record({ cell: fc.integer({ min: 0, max: 1 }), value })
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 300 }),
      fc.boolean(),
      fc.boolean(),
      async (entries, isWhole, isAgain) => {
        const spreads = new Spreads(GRID, true, ADDING)
        const batch = newBatch()
        entries.forEach((one, at) => {
          batch.cells[at] = one.cell
          batch.values[at] = one.value
          batch.standing[at] = 2
        })
        batch.size = entries.length
        const valuesOf = (cell: number) =>
          entries.filter((one) => cell === 2 || one.cell === cell).map((one) => one.value)
        spreads.count(batch)
        spreads.want((cell) => (isWhole ? null : placesOf(valuesOf(cell).length)))
        if (isAgain) spreads.keep(batch)
        else await spreads.keepCounted(() => undefined)
        for (const cell of [0, 1, 2]) {
          const sorted = valuesOf(cell)
          if (sorted.length === 0) continue
          const places = placesOf(sorted.length)
          const found = new Map(spreads.at(cell, places).map((one, at) => [places[at], one]))
          for (const part of Object.keys(FRACTIONS) as Part[]) {
            const { below, above, on } = placeOf(part, sorted.length)
            const [low, high] = [found.get(below) ?? NaN, found.get(above) ?? NaN]
            expect(low + on * (high - low)).toBe(percentile(sorted, FRACTIONS[part]))
          }
          if (isWhole) expect([...spreads.all(cell, sorted.length)]).toEqual(sorted.toSorted((a, b) => a - b))
        }
      },
    ),
  )
})
