import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '@/lib/domain/fees/measures/percentile'
import { AmountTally } from '@/lib/domain/statistics/columns/amount-tally'
import { newAmounts } from '@/lib/domain/statistics/columns/amount-walk'
import { FRACTIONS, placeOf, placesOf, type Part } from '@/lib/domain/statistics/columns/spread-plan'
import { Spreads } from '@/lib/domain/statistics/columns/spreads'
import { FULL } from '@/lib/domain/statistics/columns/walk'

const GRID = { rows: 0, columns: 2, stride: 3, cells: 3 }
const ADDING = { rows: true, columns: true }

test('order statistics of cells and totals are those of sorted lists, below zero, with fractions, equal or far apart', async () => {
  const value = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: 0, max: 2_000_000_000 }),
    fc.double({ min: 1e-9, max: 50, noNaN: true }),
    fc.constant(0),
    fc.constant(null),
  )
  const entry = fc.record({ cell: fc.integer({ min: 0, max: 1 }), value })
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 300 }),
      fc.boolean(),
      fc.boolean(),
      async (entries, isWhole, isAgain) => {
        const tally = new AmountTally(GRID, true, ADDING)
        const batch = newAmounts()
        entries.forEach((one, at) => {
          batch.cells[at] = one.cell
          batch.values[at] = one.value ?? -0
        })
        batch.size = entries.length
        const valuesOf = (cell: number) =>
          entries.flatMap((one) => ((cell === 2 || one.cell === cell) && one.value !== null ? [one.value] : []))
        tally.count(batch, 1)
        const { reporters, base, sum } = tally.finish()
        const spreads = new Spreads(GRID, ADDING, tally)
        spreads.want((cell) => (isWhole ? null : placesOf(valuesOf(cell).length)))
        if (isAgain) spreads.keep(batch)
        else await spreads.keepCounted(() => undefined)
        for (const cell of [0, 1, 2]) {
          const sorted = valuesOf(cell)
          expect(reporters[cell]).toBe(entries.filter((one) => cell === 2 || one.cell === cell).length)
          expect(base[cell]).toBe(sorted.length)
          expect(sum[cell]).toBeCloseTo(
            sorted.reduce((all, one) => all + one, 0),
            3,
          )
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
  const tally = new AmountTally(GRID, false, ADDING, 16_384)
  const batches = Array.from({ length: 12 }, (_unused, turn) => {
    const batch = newAmounts()
    batch.size = FULL
    for (let at = 0; at < FULL; at++) {
      batch.cells[at] = at % 2
      batch.values[at] = ((at * 7919 + turn * 104_729) % 99_991) * (turn < 8 ? 1 : factor)
    }
    return batch
  })
  batches.forEach((batch, turn) => tally.count(batch, (turn + 1) / batches.length))
  expect(tally.flags.some((flag) => flag === 0)).toBe(true)
  const spreads = new Spreads(GRID, ADDING, tally)
  const valuesOf = (cell: number) =>
    batches
      .flatMap((batch) => [...batch.values].filter((_value, at) => cell === 2 || at % 2 === cell))
      .toSorted((a, b) => a - b)
  const hasAll = spreads.want((cell) => placesOf(valuesOf(cell).length))
  expect(hasAll).toBe(factor === 1)
  if (hasAll) await spreads.keepCounted(() => undefined)
  else for (const batch of batches) spreads.keep(batch)
  for (const cell of [0, 1, 2]) {
    const sorted = valuesOf(cell)
    const places = placesOf(sorted.length)
    expect(spreads.at(cell, places)).toEqual(places.map((place) => sorted[place]))
  }
})
