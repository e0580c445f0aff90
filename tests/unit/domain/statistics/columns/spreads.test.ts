import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '@/lib/domain/fees/measures/percentile'
import { FRACTIONS, placeOf, placesOf, type Part } from '@/lib/domain/statistics/columns/spread-plan'
import { Spreads } from '@/lib/domain/statistics/columns/spreads'
import { FULL, newBatch } from '@/lib/domain/statistics/columns/walk'

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

test.each([
  ['like those before', 1],
  ['a hundred times larger than those before, so that what was guessed is wrong', 100],
])('values that come after it was guessed which are wanted: %s', async (_, factor) => {
  const spreads = new Spreads(GRID, false, ADDING, 16_384)
  const batches = Array.from({ length: 12 }, (_unused, turn) => {
    const batch = newBatch()
    batch.size = FULL
    for (let at = 0; at < FULL; at++) {
      batch.cells[at] = at % 2
      batch.values[at] = ((at * 7919 + turn * 104_729) % 99_991) * (turn < 8 ? 1 : factor)
      batch.standing[at] = 2
    }
    return batch
  })
  for (const batch of batches) spreads.count(batch)
  const valuesOf = (cell: number) =>
    batches
      .flatMap((batch) => [...batch.values].filter((_value, at) => cell === 2 || at % 2 === cell))
      .toSorted((a, b) => a - b)
  spreads.want((cell) => placesOf(valuesOf(cell).length))
  expect(spreads.hasAll).toBe(factor === 1)
  if (spreads.hasAll) await spreads.keepCounted(() => undefined)
  else for (const batch of batches) spreads.keep(batch)
  for (const cell of [0, 1, 2]) {
    const sorted = valuesOf(cell)
    const places = placesOf(sorted.length)
    expect(spreads.at(cell, places)).toEqual(places.map((place) => sorted[place]))
  }
})
