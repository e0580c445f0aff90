import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { FactRow, PaymentFacts } from '@/lib/domain/statistics/columns/facts'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import type { StatisticQuery } from '@/lib/domain/statistics/query'

const ASKED: StatisticQuery = {
  measures: [],
  rows: 'office',
  columns: 'received_year',
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}

function report(ref: number, office: string, total: number | null, yen: readonly number[]): FactRow {
  const codes = ['VN', 'VN-JP', 'titp', 'web', 'vi', 'low', 'closed', null, null, 'female', null, null]
  const flags = [true, true, false, 'yes', yen.length, false, false, null, false, 0, 0]
  const sums = [total, ...Array.from({ length: 14 }, () => null)]
  const paid = yen.map((one): PaymentFacts => ['broker', 'rc_medical', 'above_cap', true, '2025-01', one])
  return [ref, office, 2025 * 12, ...codes, ['threats'], null, null, ...flags, ...sums, paid] as unknown as FactRow
}

async function answers(store: ColumnStore) {
  const said = []
  for (const code of ['reports', 'paid_total', 'paid_amount', 'over_cap_payments'])
    said.push((await answer(store, code, { query: ASKED, office: null, asOf: new Date(0) }, () => undefined)).cells)
  return said
}

const change = fc.record({
  ref: fc.integer({ min: 1, max: 40 }),
  office: fc.constantFrom('one', 'two'),
  total: fc.option(fc.integer({ min: 1, max: 5_000_000_000 })),
  yen: fc.array(fc.integer({ min: 0, max: 3_000_000_000 }), { maxLength: 20 }),
  isGone: fc.boolean(),
})
const rowOf = ({ ref, office, total, yen, isGone }: typeof change extends fc.Arbitrary<infer T> ? T : never): FactRow =>
  isGone ? [ref] : report(ref, office, total, yen)

describe('a block as bytes', () => {
  test('is the same block in a store that numbers offices otherwise, and goes on from there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1 }), fc.array(change), async (before, after) => {
        const [store, other] = [new ColumnStore(), new ColumnStore()]
        other.apply([report(20_000, 'two', 5, [])])
        other.apply([[20_000]])
        store.apply(before.map(rowOf))
        const bytes = store.keep(0)
        if (bytes) other.adopt(0, bytes)
        store.apply(after.map(rowOf))
        other.apply(after.map(rowOf))
        expect(other.reports).toBe(store.reports)
        expect(await answers(other)).toEqual(await answers(store))
      }),
      { numRuns: 25 },
    )
  })
  test('takes the place of a part of it that was there', async () => {
    const [store, other] = [new ColumnStore(), new ColumnStore()]
    store.apply([report(1, 'one', 5, [1]), report(2, 'one', 7, [2, 3])])
    other.apply([report(2, 'one', 9, [])])
    const bytes = store.keep(0)
    if (bytes) other.adopt(0, bytes)
    expect(other.reports).toBe(2)
    expect(await answers(other)).toEqual(await answers(store))
  })
  test('has nothing in it of a report that left, nor of payments that were taken back', () => {
    const store = new ColumnStore()
    store.apply([report(1, 'one', 0x0bad_cafe, [0x0bad_cafe]), report(2, 'one', 1, [0x0bad_cafe, 7])])
    store.apply([[1], report(2, 'one', 1, [7])])
    expect(Buffer.from(store.keep(0) ?? []).toString('hex')).not.toContain('fecaad0b')
  })
  test('is due again after some changes', () => {
    const store = new ColumnStore()
    store.apply([report(1, 'one', 1, []), report(2, 'one', 1, [])])
    expect([store.changedBlock(2), store.changedBlock(3)]).toEqual([0, null])
    store.keep(0)
    expect([store.changedBlock(1), store.changesOf(0)]).toEqual([null, 0])
  })
})
