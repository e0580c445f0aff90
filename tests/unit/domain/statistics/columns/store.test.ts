import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { FactRow, PaymentFacts } from '@/lib/domain/statistics/columns/facts'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { LANGUAGE_CODES } from '@/lib/domain/statistics/registry/dimension-values'
import { LOCALES } from '@/lib/i18n/locales'

const ASKED: StatisticQuery = {
  measures: [],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}

function report(ref: number, paidTotal: number | null, paid: readonly PaymentFacts[]): FactRow {
  const codes = ['VN', 'VN-JP', 'titp', 'web', 'vi', 'low', 'closed', null, null, null, null, null] as const
  const lists = [[], null, null] as const
  const flags = [true, true, false, 'yes', paid.length, false, false, null, false, 0, 0] as const
  const sums = [paidTotal, ...Array.from({ length: 14 }, () => null)]
  return [ref, 'one', 2025 * 12, ...codes, ...lists, ...flags, ...sums, paid] as unknown as FactRow
}

async function ask(store: ColumnStore, code: string, query: Partial<StatisticQuery> = {}) {
  const asked = { query: { ...ASKED, ...query }, office: null, asOf: new Date(0) }
  return answer(store, code, asked, () => undefined)
}

describe('the store', () => {
  test('is what the last of all changes says, whatever came before', async () => {
    const change = fc.record({
      ref: fc.integer({ min: 1, max: 30 }),
      total: fc.option(fc.integer({ min: 1, max: 5_000_000_000 })),
      payments: fc.array(fc.integer({ min: 0, max: 3_000_000_000 }), { maxLength: 90 }),
      isGone: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 120 }), async (changes) => {
        const store = new ColumnStore()
        const wanted = new Map<number, { total: number | null; payments: readonly number[] }>()
        for (const { ref, total, payments, isGone } of changes) {
          const paid = payments.map((yen) => ['broker', 'rc_medical', null, false, '2025-01', yen] as const)
          store.apply([isGone ? [ref] : report(ref, total, paid)])
          if (isGone) wanted.delete(ref)
          else wanted.set(ref, { total, payments })
        }
        const all = [...wanted.values()]
        const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
        expect(store.reports).toBe(all.length)
        expect((await ask(store, 'paid_total')).cells[0]?.sum).toBe(sum(all.map(({ total }) => total ?? 0)))
        const paid = await ask(store, 'paid_amount', { rows: 'payee_role' })
        expect(paid.cells.at(-1)?.sum).toBe(sum(all.flatMap(({ payments }) => payments)))
        expect(paid.cells.at(-1)?.reporters).toBe(all.filter(({ payments }) => payments.length > 0).length)
      }),
    )
  })
  test('gives way while it is gone through', async () => {
    const store = new ColumnStore()
    store.apply(Array.from({ length: 40_000 }, (_, at) => report(at + 1, at, [])))
    let pauses = 0
    const asked = { query: ASKED, office: null, asOf: new Date(0) }
    await answer(store, 'paid_total', asked, () => {
      pauses += 1
      return Promise.resolve()
    })
    expect(pauses).toBeGreaterThan(2)
  })
})

test('the registry: each code once, each counted measure is counted, languages are those of the screens', async () => {
  expect(new Set(MEASURES.map(({ code }) => code)).size).toBe(MEASURES.length)
  for (const { code, form } of MEASURES.filter((measure) => measure.form !== 'desk')) {
    const { cells } = await ask(new ColumnStore(), code)
    expect(cells, `${code} ${form}`).toHaveLength(1)
  }
  expect(LANGUAGE_CODES.toSorted()).toEqual(LOCALES.toSorted())
})
