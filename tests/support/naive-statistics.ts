import { percentile } from '@/lib/domain/fees/measures/percentile'
import type { PaymentFacts, ReportFacts } from '@/lib/domain/statistics/columns/facts'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'

/** The values of one report in a dimension of reports, or of one of its payments in one of payments: read off the facts, no columns. */
function valuesOf(dimension: DimensionCode, report: ReportFacts, payment: PaymentFacts | null): readonly string[] {
  const several = (values: readonly string[] | null) =>
    values === null || values.length === 0 ? ['unknown'] : [...new Set(values)]
  const found: Partial<Record<DimensionCode, readonly string[]>> = {
    origin: [report[3] ?? 'unknown'],
    scheme: [report[5] ?? 'unknown'],
    sex: [report[12] ?? 'unknown'],
    grievance: several(report[15]),
    indicator: several(report[16]),
    received_year: [String(Math.floor(report[2] / 12))],
    payee_role: [payment?.[0] ?? 'unknown'],
    fee_category: [payment?.[1] ?? 'unknown'],
    line_verdict: [payment?.[2] ?? 'unknown'],
    paid_quarter: [quarterOf(payment?.[4] ?? null)],
    paid_year: [payment?.[4]?.slice(0, 4) ?? 'unknown'],
  }
  const values = found[dimension]
  if (!values) throw new Error(`not here: ${dimension}`)
  return values
}

function quarterOf(paidOn: string | null): string {
  const [year, month] = paidOn?.split('-') ?? []
  return month === undefined ? 'unknown' : `${year}-Q${Math.ceil(Number(month) / 3)}`
}

const OF_PAYMENT: readonly DimensionCode[] = ['payee_role', 'fee_category', 'line_verdict', 'paid_quarter', 'paid_year']

/** What one report has in one cell: its amount or null. Totals of lines and of the table are cells, too. */
export type NaiveCell = {
  reporters: number
  base: number
  sum: number
  hits: number
  largest: number
  median: number
  p90: number
}

/**
 * Counts the measure `paid_total`, `paid_amount` or `over_cap_payments` report by report, as anybody would by hand. Keys are
 * `row × column`, null for a total.
 */
export function countByHand(
  reports: readonly ReportFacts[],
  measure: string,
  query: StatisticQuery,
): Record<string, NaiveCell> {
  const amounts = new Map<string, { all: number; known: number[]; base: number; hits: number }>()
  const passes = (report: ReportFacts, payment: PaymentFacts | null, isOfPayment: boolean) =>
    query.filters
      .filter(({ dimension }) => OF_PAYMENT.includes(dimension) === isOfPayment)
      .every(({ dimension, values }) => valuesOf(dimension, report, payment).some((value) => values.includes(value)))
  const lines = (dimension: DimensionCode | null, report: ReportFacts, payment: PaymentFacts | null) => {
    const only = query.filters.find((filter) => filter.dimension === dimension)?.values
    const found = dimension === null ? [] : valuesOf(dimension, report, payment)
    return [...found.filter((value) => only === undefined || only.includes(value)), null]
  }
  for (const report of reports) {
    if (!passes(report, null, false)) continue
    const cells = new Map<string, PaymentFacts[]>()
    const payments =
      measure === 'paid_total' ? [null] : (report[44] ?? []).filter((payment) => passes(report, payment, true))
    for (const payment of payments)
      for (const row of lines(query.rows, report, payment))
        for (const column of lines(query.columns, report, payment)) {
          const list = cells.get(`${row} × ${column}`) ?? []
          cells.set(`${row} × ${column}`, list)
          if (payment) list.push(payment)
        }
    for (const [place, paid] of cells) {
      const cell = amounts.get(place) ?? { all: 0, known: [], base: 0, hits: 0 }
      amounts.set(place, cell)
      if (measure === 'paid_total') {
        const total = report[29]
        if (report[21] !== 'yes' && !(total !== null && total > 0)) continue
        cell.all += 1
        if (total !== null && total > 0) cell.known.push(total)
        continue
      }
      cell.all += 1
      const known = paid.flatMap(([, , , , , yen]) => (yen === null ? [] : [yen]))
      if (known.length > 0) cell.known.push(known.reduce((sum, yen) => sum + yen, 0))
      const ruled = paid.filter(([, , verdict, isCertain]) => isCertain && RULED.includes(verdict ?? ''))
      cell.base += ruled.length
      cell.hits += ruled.filter(([, , verdict]) => verdict === 'above_cap' || verdict === 'prohibited').length
    }
  }
  const made = [...amounts].map(([place, { all, known, base, hits }]): [string, NaiveCell] => {
    const sorted = known.toSorted((a, b) => a - b)
    const isShare = measure === 'over_cap_payments'
    return [
      place,
      {
        reporters: all,
        base: isShare ? base : known.length,
        sum: isShare ? 0 : known.reduce((sum, yen) => sum + yen, 0),
        hits: isShare ? hits : 0,
        largest: isShare ? NaN : (sorted.at(-1) ?? 0),
        median: isShare || sorted.length === 0 ? NaN : (percentile(sorted, 0.5) ?? NaN),
        p90: isShare || sorted.length === 0 ? NaN : (percentile(sorted, 0.9) ?? NaN),
      },
    ]
  })
  return Object.fromEntries(made.filter(([, { reporters }]) => reporters > 0))
}

const RULED = ['within_cap', 'likely_above', 'above_cap', 'prohibited']
