import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { monthAfter } from '@/lib/domain/statistics/filter'
import { ownerPool } from './database'

/** What a measure counts, once more and in SQL: whose it is, who has the fact, the hits, the amount; `c` is the report. */
type Told = {
  readonly stands?: string
  readonly base: string
  readonly hit?: string
  readonly value?: string
  readonly over?: string
}

const ANSWERED = "c.paid_answer IN ('yes', 'no')"
const amount = (column: string, stands: string, more = ''): Told => ({
  stands: `(${stands})${more && ` AND (${column} IS NULL OR ${column} ${more})`}`,
  base: `${column} IS NOT NULL`,
  value: column,
})

export const REPORT_SQL: Readonly<Record<string, Told>> = {
  reports: { base: 'true', hit: 'true' },
  paid_share: { base: ANSWERED, hit: "c.paid_answer = 'yes'" },
  paid_sending_share: { base: ANSWERED, hit: 'c.has_paid_sending' },
  paid_broker_share: { base: ANSWERED, hit: 'c.has_paid_broker' },
  paid_total: {
    stands: "c.paid_answer = 'yes' OR c.paid_total_jpy > 0",
    base: 'c.paid_total_jpy > 0',
    value: 'c.paid_total_jpy',
  },
  paid_sending: amount('c.paid_sending_jpy', 'c.has_paid_sending'),
  paid_broker: amount('c.paid_broker_jpy', 'c.has_paid_broker'),
  zero_fee_share: { base: ANSWERED, hit: "c.paid_answer = 'no'" },
  over_cap_reports: { base: 'c.ruled_line_count > 0', hit: 'c.over_line_count > 0' },
  above_cap_amount: amount('c.above_cap_jpy', 'c.over_line_count > 0 OR c.above_cap_jpy > 0', '> 0'),
  above_zero_fee_amount: amount('c.above_zero_fee_jpy', 'c.fee_line_count > 0 OR c.above_zero_fee_jpy > 0', '> 0'),
  recruitment_cost: amount('c.recruitment_cost_jpy', 'true'),
  rci_first_month: {
    base: 'c.recruitment_cost_jpy IS NOT NULL AND c.first_month_jpy > 0',
    value: 'c.recruitment_cost_jpy::float8 / nullif(c.first_month_jpy, 0)',
  },
  rci_last_month: {
    base: 'c.recruitment_cost_jpy IS NOT NULL AND c.last_month_jpy > 0',
    value: 'c.recruitment_cost_jpy::float8 / nullif(c.last_month_jpy, 0)',
  },
  ...Object.fromEntries(
    [1, 2, 3].map((months) => [
      `rci_above_${months}`,
      {
        base: 'c.recruitment_cost_jpy IS NOT NULL AND c.first_month_jpy > 0',
        hit: `c.recruitment_cost_jpy > ${months} * c.first_month_jpy`,
      },
    ]),
  ),
  in_debt_share: { base: 'c.in_debt IS NOT NULL', hit: 'c.in_debt' },
  debt_amount: amount('c.debt_jpy', 'c.in_debt'),
  debt_months: {
    stands: 'c.in_debt',
    base: 'c.debt_jpy IS NOT NULL AND c.first_month_jpy > 0',
    value: 'c.debt_jpy::float8 / nullif(c.first_month_jpy, 0)',
  },
  interest_yearly: {
    stands: 'c.in_debt',
    base: 'c.yearly_interest_bp IS NOT NULL',
    value: 'c.yearly_interest_bp / 100.0',
  },
  paid_more_than_told_share: { base: 'c.told_gap_jpy IS NOT NULL', hit: 'c.told_gap_jpy > 0' },
  told_gap: amount('c.told_gap_jpy', "c.paid_answer = 'yes' OR c.paid_total_jpy > 0"),
  pay_as_told_share: { base: 'c.told_pay_gap_jpy IS NOT NULL', hit: 'c.told_pay_gap_jpy >= 0' },
  deductions_share: { base: 'c.tells_pay', hit: 'c.deductions_jpy > 0' },
  deductions_monthly: { stands: 'c.deductions_jpy > 0', base: 'true', value: 'c.deductions_jpy' },
  critical_share: { base: 'true', hit: "c.severity = 'critical'" },
  anonymous_share: { base: 'true', hit: 'c.is_anonymous' },
  closed_share: { base: 'true', hit: "c.state = 'closed'" },
  remedy_rate: {
    base: "c.state = 'closed' AND c.is_admissible",
    hit: 'EXISTS (SELECT FROM remedy r WHERE r.case_id = c.id AND r.delivered_at IS NOT NULL)',
  },
  claimed_amount: { stands: 'c.claimed_jpy > 0', base: 'true', value: 'c.claimed_jpy' },
  repaid_amount: { stands: 'c.repaid_jpy > 0', base: 'true', value: 'c.repaid_jpy' },
  repaid_over_claimed: {
    stands: 'c.claimed_jpy > 0',
    base: 'true',
    hit: 'c.repaid_jpy > 0',
    value: 'c.repaid_jpy',
    over: 'c.claimed_jpy',
  },
}

const MONTH = "to_char(c.received_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM')"
const person = (column: string) =>
  `coalesce((SELECT w.${column} FROM case_person w WHERE w.case_id = c.id AND w.kind = 'worker'), 'unknown')`
const listOf = (list: string) => `(SELECT coalesce(nullif(${list}, '{}'), '{unknown}'))`
/** Lines of a report in a dimension, as an array. */
export const REPORT_LINES: Readonly<Partial<Record<DimensionCode, string>>> = {
  origin: "ARRAY[coalesce(c.origin, 'unknown')]",
  corridor: "ARRAY[coalesce(c.corridor, 'unknown')]",
  scheme: "ARRAY[coalesce(c.scheme, 'unknown')]",
  channel: 'ARRAY[c.channel]',
  language: 'ARRAY[c.language]',
  severity: 'ARRAY[c.severity]',
  state: 'ARRAY[c.state]',
  closing_code: "ARRAY[coalesce(c.closing_code, 'unknown')]",
  fee_verdict: "ARRAY[coalesce(c.fee_verdict, 'unknown')]",
  sex: `ARRAY[${person('sex')}]`,
  age_band: `ARRAY[${person('age_band')}]`,
  office: 'ARRAY[(SELECT o.code FROM office o WHERE o.id = c.office_id)]',
  received_month: `ARRAY[${MONTH}]`,
  received_year: `ARRAY[left(${MONTH}, 4)]`,
  received_quarter: "ARRAY[to_char(c.received_at AT TIME ZONE 'Asia/Tokyo', 'YYYY\"-Q\"Q')]",
  grievance: listOf('c.grievance_codes'),
  programme: listOf("coalesce((SELECT j.programmes FROM placement j WHERE j.case_id = c.id), '{}')"),
  indicator: listOf(
    "ARRAY(SELECT i.indicator FROM indicator_finding i WHERE i.case_id = c.id AND i.judgement IS DISTINCT FROM 'absent')",
  ),
}
/** The line of a payment `p` in a dimension. */
export const PAYMENT_LINE: Readonly<Partial<Record<DimensionCode, string>>> = {
  payee_role: "coalesce(p.payee_role, 'unknown')",
  fee_category: "coalesce(p.category, 'unknown')",
  line_verdict: "coalesce(p.verdict, 'unknown')",
  paid_year: "coalesce(left(p.paid_on, 4), 'unknown')",
  paid_quarter:
    "CASE WHEN length(p.paid_on) >= 7 THEN left(p.paid_on, 4) || '-Q' || (substring(p.paid_on, 6, 2)::int + 2) / 3 ELSE 'unknown' END",
}

/** Which reports are counted at all, and which a question is about. */
export function countedReports({ from, to, filters }: StatisticQuery): string {
  const tests = filters.flatMap(({ dimension, values }) => {
    const lines = REPORT_LINES[dimension]
    return lines ? [`${lines} && '{${values.join(',')}}'`] : []
  })
  return [
    "c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'",
    ...(from ? [`${MONTH} >= '${from}'`] : []),
    ...(to ? [`${MONTH} < '${monthAfter(to)}'`] : []),
    ...tests,
  ].join(' AND ')
}

/** A cell as plain SQL counts it. */
export type SqlCell = Record<string, number | string | null | number[]>

/** Every cell of a question about reports, totals too: each counted by itself over different reports. */
export async function cellsBySql(code: string, query: StatisticQuery): Promise<SqlCell[]> {
  const told = REPORT_SQL[code]
  if (!told) throw new Error(`no SQL for ${code}`)
  const line = (dimension: DimensionCode | null, isTotal: boolean) => {
    const lines = dimension && REPORT_LINES[dimension]
    if (!lines || isTotal) return 'ARRAY[NULL]::text[]'
    const only = query.filters.find((filter) => filter.dimension === dimension)
    return only ? `ARRAY(SELECT unnest(${lines}) INTERSECT SELECT unnest('{${only.values.join(',')}}'::text[]))` : lines
  }
  const found: SqlCell[] = []
  for (const isRowTotal of query.rows ? [false, true] : [true])
    for (const isColumnTotal of query.columns ? [false, true] : [true]) {
      const { rows } = await ownerPool().query<SqlCell>(`
        SELECT "row", "column", count(*)::int AS reporters, count(*) FILTER (WHERE base)::int AS base, count(*) FILTER (WHERE base AND hit)::int AS hits,
          coalesce(sum(value) FILTER (WHERE base), 0)::float8 AS sum, coalesce(sum(over) FILTER (WHERE base), 0)::float8 AS over,
          percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.8, 0.9]) WITHIN GROUP (ORDER BY value) FILTER (WHERE base) AS parts,
          (array_agg(abs(value) ORDER BY abs(value) DESC) FILTER (WHERE base))[1:2] AS largest
        FROM (SELECT x AS "row", y AS "column", coalesce(${told.base}, false) AS base, coalesce(${told.hit ?? 'false'}, false) AS hit, (${told.value ?? 'NULL'})::float8 AS value, (${told.over ?? '0'})::float8 AS over
          FROM cases c CROSS JOIN unnest(${line(query.rows, isRowTotal)}) AS x CROSS JOIN unnest(${line(query.columns, isColumnTotal)}) AS y
          WHERE ${countedReports(query)} AND coalesce(${told.stands ?? 'true'}, false)) n GROUP BY 1, 2`)
      found.push(...rows)
    }
  return found
}
