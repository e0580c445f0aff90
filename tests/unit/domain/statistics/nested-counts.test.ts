import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showNested } from '@/lib/domain/statistics/nested-counts'

const totalOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, level) => rows.reduce((sum, row) => sum + (row[level] ?? 0), 0))

describe('counts that lie one inside the other', () => {
  it('holds back "98 of 100", which tells of two', () => {
    const rows = [
      [200, 100, 98, 90],
      [300, 200, 100, 90],
      [300, 200, 100, 90],
    ]
    expect(showNested([...rows, totalOf(rows)])).toEqual([
      [200, 100, 's', 90],
      [300, 200, 's', 90],
      [300, 200, 100, 90],
      [800, 500, 298, 270],
    ])
  })

  it('shows all of all, and none of all', () => {
    const rows = [
      [20, 20, 0, 0],
      [30, 30, 30, 30],
    ]
    expect(showNested([...rows, totalOf(rows)])).toEqual([...rows, totalOf(rows)])
  })

  it('never tells of fewer than five, inside or outside a count, of one country or of those held back together', () => {
    const row = fc
      .tuple(fc.nat(30), fc.nat(30), fc.nat(12), fc.nat(12))
      .map(([a, b, c, d]) => [a + b + c + d, a + b + c, a + b, a])
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        const all = [...rows, totalOf(rows)]
        const shown = showNested(all)
        for (const counts of shown) {
          const numbers = counts.filter((count) => count !== 's')
          numbers.forEach((count, place) => {
            expect(count === 0 || count >= 5).toBe(true)
            const inside = numbers[place + 1]
            if (inside !== undefined) expect(count === inside || count - inside >= 5).toBe(true)
          })
        }
        for (let level = 0; level < 4; level++) {
          const total = shown.at(-1)?.[level]
          const hidden = shown.slice(0, -1).flatMap((counts, index) => (counts[level] === 's' ? [index] : []))
          if (total === 's' || hidden.length === 0) continue
          expect(hidden.length).toBeGreaterThan(1)
          expect(hidden.reduce((sum, index) => sum + (rows[index]?.[level] ?? 0), 0)).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })
})
