import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { PaymentFacts, ReportFacts } from '@/lib/domain/statistics/columns/facts'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { countByHand, type NaiveCell } from '@/tests/support/naive-statistics'

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(...values, null)
const yen = fc.option(fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.constantFrom(5_000_000_000, 50_000)), {
  freq: 6,
})
const payment: fc.Arbitrary<PaymentFacts> = fc.tuple(
  maybe('broker', 'sending_organization'),
  maybe('rc_medical', 'il_bribe', 'rf_placement_service'),
  maybe('above_cap', 'within_cap', 'prohibited', 'no_rule_known'),
  fc.boolean(),
  maybe('2023', '2024-03', '2024-11'),
  yen,
)
const facts = fc.record({
  origin: maybe('VN', 'ID'),
  scheme: maybe('titp', 'ssw'),
  month: fc.integer({ min: 2024 * 12, max: 2025 * 12 + 11 }),
  sex: maybe('female'),
  grievances: maybe<readonly string[]>(['fees_debt'], ['threats', 'fees_debt', 'dismissal'], []),
  indicators: maybe<readonly string[]>(['debt_bondage', 'deception'], ['deception']),
  answer: maybe('yes', 'no'),
  total: yen,
  paid: fc.array(payment, { maxLength: 5 }),
})

type Told = typeof facts extends fc.Arbitrary<infer T> ? T : never

function rowOf(ref: number, of: Told): ReportFacts {
  const codes = [of.origin, null, of.scheme, 'web', 'vi', 'low', 'closed', null, null, of.sex, null, null]
  const flags = [false, true, false, of.answer, of.paid.length, false, false, null, false, 0, 0]
  const sums = [of.total, ...Array.from({ length: 14 }, () => null)]
  return [
    ref,
    'one',
    of.month,
    ...codes,
    of.grievances,
    of.indicators,
    null,
    ...flags,
    ...sums,
    of.paid,
  ] as unknown as ReportFacts
}

const REPORT: readonly DimensionCode[] = ['origin', 'scheme', 'sex', 'grievance', 'indicator', 'received_year']
const PAYMENT: readonly DimensionCode[] = ['payee_role', 'fee_category', 'line_verdict', 'paid_quarter', 'paid_year']
const VALUES: Partial<Record<DimensionCode, readonly string[]>> = {
  origin: ['VN', 'unknown'],
  grievance: ['fees_debt', 'threats'],
  indicator: ['unknown'],
  payee_role: ['broker', 'unknown'],
  paid_year: ['2024'],
}

const asked = fc.constantFrom('paid_total', 'paid_amount', 'over_cap_payments').chain((measure) => {
  const dimensions = measure === 'paid_total' ? REPORT : [...REPORT, ...PAYMENT]
  const filters = fc
    .subarray(Object.keys(VALUES).filter((code) => dimensions.some((one) => one === code)) as DimensionCode[], {
      maxLength: 2,
    })
    .map((codes) => codes.toSorted().map((dimension) => ({ dimension, values: VALUES[dimension] ?? [] })))
  return fc.record({
    measure: fc.constant(measure),
    rows: maybe(...dimensions),
    columns: maybe(...dimensions),
    filters,
  })
})

/** What the index says, in the form of what is counted by hand. */
async function foundIn(
  reports: readonly ReportFacts[],
  measure: string,
  query: StatisticQuery,
): Promise<Record<string, NaiveCell>> {
  const store = new ColumnStore()
  store.apply(reports)
  const table = await answer(store, measure, { query, office: null, asOf: new Date(0) }, () => undefined)
  const isShare = measure === 'over_cap_payments'
  const found = table.cells
    .filter((cell) => cell.reporters > 0)
    .map((cell): [string, NaiveCell] => [
      `${cell.row} × ${cell.column}`,
      {
        reporters: cell.reporters,
        base: cell.base,
        sum: cell.sum,
        hits: cell.hits,
        largest: isShare ? NaN : cell.largest[0],
        median: cell.spread?.median ?? NaN,
        p90: cell.spread?.p90 ?? NaN,
      },
    ])
  return Object.fromEntries(found)
}

const EVERYTHING: StatisticQuery = {
  measures: [],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}

test('random questions about random reports are answered as if counted by hand, report by report', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { maxLength: 60 }), asked, async (all, { measure, rows, columns, filters }) => {
      fc.pre(rows === null || rows !== columns)
      const reports = all.map((of, place) => rowOf(place + 1, of))
      const query = { ...EVERYTHING, measures: [measure], rows, columns, filters }
      expect(await foundIn(reports, measure, query)).toEqual(countByHand(reports, measure, query))
    }),
    { numRuns: 80 },
  )
})

// More than go into one batch, in many blocks.
const APART = 40
const some = fc.sample(facts, { numRuns: 700, seed: 7 })
const many = Array.from({ length: 6 }, () => some).flat()
test.each([
  ['paid_total', 'grievance', 'indicator'],
  ['paid_amount', 'payee_role', 'fee_category'],
  ['paid_amount', 'fee_category', 'paid_quarter'],
  ['paid_amount', 'line_verdict', 'paid_quarter'],
  ['paid_amount', 'payee_role', 'grievance'],
  ['paid_amount', 'grievance', 'paid_year'],
  ['paid_amount', 'grievance', 'indicator'],
  ['over_cap_payments', 'payee_role', 'fee_category'],
  ['over_cap_payments', 'paid_quarter', 'grievance'],
  ['over_cap_payments', 'origin', 'payee_role'],
] as const)('so are those about some thousand reports: %s by %s and %s', async (measure, rows, columns) => {
  const reports = many.map((of, place) => rowOf(1 + place * APART, of))
  const query = { ...EVERYTHING, measures: [measure], rows, columns }
  expect(await foundIn(reports, measure, query)).toEqual(countByHand(reports, measure, query))
})
