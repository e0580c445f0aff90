import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { breather } from '@/lib/usecases/statistics/breathe'
import { LoadedIndex } from '@/lib/usecases/statistics/loaded-index'
import { anOffice } from '../support/builders'
import { ownerPool } from '../support/database'
import { addRandomReports } from '../support/random-reports'
import { countedReports, PAYMENT_LINE, REPORT_LINES } from '../support/statistic-sql'

const EVERYTHING: StatisticQuery = {
  measures: ['paid_amount'],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}
const index = new LoadedIndex()

beforeAll(async () => {
  const offices = [await anOffice('one'), await anOffice('two')]
  await addRandomReports(offices, 300, 0.5)
  await index.refresh(0)
})

const RULED = "p.certain AND p.verdict IN ('within_cap', 'likely_above', 'above_cap', 'prohibited')"

/** What each reporter has in each cell, totals too, as plain SQL adds it up; `p` are payments. */
async function bySql(query: StatisticQuery): Promise<Record<string, Record<string, unknown>>> {
  const lines = (dimension: DimensionCode | null, isTotal: boolean) =>
    dimension === null || isTotal
      ? 'ARRAY[NULL]::text[]'
      : (REPORT_LINES[dimension] ?? `ARRAY[${PAYMENT_LINE[dimension]}]`)
  const tests = query.filters.flatMap(({ dimension, values }) =>
    PAYMENT_LINE[dimension] ? [`${PAYMENT_LINE[dimension]} = ANY ('{${values.join(',')}}')`] : [],
  )
  const cells: Record<string, Record<string, unknown>> = {}
  for (const isRowTotal of query.rows ? [false, true] : [true])
    for (const isColumnTotal of query.columns ? [false, true] : [true]) {
      const { rows } = await ownerPool().query<Record<string, unknown>>(`
        WITH p AS (
          SELECT l.case_id, l.payee_role, l.category, l.paid_on, l.jpy_minor, v->>'verdict' AS verdict, NOT (v->>'isLikelyWithin')::boolean AS certain
          FROM fee_line l LEFT JOIN LATERAL (SELECT e AS v FROM (SELECT a.result FROM fee_assessment a WHERE a.case_id = l.case_id ORDER BY a.assessed_at DESC LIMIT 1) n,
            jsonb_array_elements(n.result->'lines') AS e WHERE e->>'lineId' = l.id::text) t ON true WHERE l.removed_at IS NULL AND l.split_at IS NULL)
        SELECT x AS "row", y AS "column", count(*)::int AS reporters, count(paid)::int AS base, coalesce(sum(paid), 0)::float8 AS sum, sum(payments)::int AS payments,
          sum(ruled)::int AS ruled, sum(over)::int AS over, sum(banned)::int AS banned, count(*) FILTER (WHERE ruled > 0)::int AS "ruledReporters",
          count(*) FILTER (WHERE over > 0)::int AS "overReporters", count(*) FILTER (WHERE answered)::int AS payers,
          percentile_cont(ARRAY[0.5, 0.8]) WITHIN GROUP (ORDER BY paid) AS parts
        FROM (SELECT c.id, x, y, c.paid_answer IN ('yes', 'no') AS answered, sum(p.jpy_minor)::float8 AS paid, count(*) AS payments,
            count(*) FILTER (WHERE ${RULED}) AS ruled, count(*) FILTER (WHERE p.certain AND p.verdict IN ('above_cap', 'prohibited')) AS over,
            count(*) FILTER (WHERE p.certain AND p.verdict = 'prohibited') AS banned
          FROM cases c JOIN p ON p.case_id = c.id CROSS JOIN unnest(${lines(query.rows, isRowTotal)}) AS x CROSS JOIN unnest(${lines(query.columns, isColumnTotal)}) AS y
          WHERE ${[countedReports(query), ...tests].join(' AND ')} GROUP BY 1, 2, 3) one GROUP BY 1, 2`)
      for (const cell of rows) cells[`${String(cell['row'])} × ${String(cell['column'])}`] = cell
    }
  return cells
}

const pairs: readonly (readonly [DimensionCode | null, DimensionCode | null])[] = [
  [null, null],
  ['payee_role', null],
  ['payee_role', 'fee_category'],
  ['origin', 'fee_category'],
  ['paid_quarter', 'scheme'],
  ['grievance', 'paid_year'],
  ['line_verdict', 'indicator'],
  ['sex', 'origin'],
]
const filters: StatisticQuery['filters'] = [
  { dimension: 'origin', values: ['ID', 'VN'] },
  { dimension: 'payee_role', values: ['broker', 'unknown'] },
]
const questions = pairs.flatMap(([rows, columns]) => [
  { ...EVERYTHING, rows, columns },
  { ...EVERYTHING, rows, columns, filters, from: '2024-05' },
])

async function cellsOf(code: string, query: StatisticQuery) {
  const table = await answer(index.store, code, { query, office: null, asOf: new Date() }, breather())
  return Object.fromEntries(table.cells.map((cell) => [`${cell.row} × ${cell.column}`, cell]))
}

describe('payments, as plain SQL counts them', () => {
  test.each(questions)('what one reporter paid: $rows × $columns %#', async (query) => {
    const [found, wanted] = [await cellsOf('paid_amount', query), await bySql(query)]
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(wanted).toSorted())
    for (const [place, cell] of Object.entries(wanted)) {
      expect(found[place]).toMatchObject({ reporters: cell['reporters'], base: cell['base'], sum: cell['sum'] })
      const [median, p80] = (cell['parts'] as (number | null)[] | null) ?? []
      if (median !== null && median !== undefined && p80) {
        expect(found[place]?.spread?.median).toBeCloseTo(median, 6)
        expect(found[place]?.spread?.p80).toBeCloseTo(p80, 6)
      }
    }
  })
  test.each(questions)('verdicts and payers: $rows × $columns %#', async (query) => {
    const wanted = await bySql(query)
    const [over, banned, payers] = [
      await cellsOf('over_cap_payments', query),
      await cellsOf('prohibited_payments', query),
      await cellsOf('payer_share', query),
    ]
    for (const [place, cell] of Object.entries(wanted)) {
      const [payments, ruled] = [Number(cell['payments']), Number(cell['ruled'])]
      expect(over[place], place).toMatchObject({
        reporters: cell['reporters'],
        base: ruled,
        baseReporters: cell['ruledReporters'],
        hits: cell['over'],
        hitReporters: cell['overReporters'],
        missing: payments - ruled,
      })
      expect(banned[place]?.hits).toBe(cell['banned'])
      expect(payers[place]?.hits ?? 0).toBe(cell['payers'])
    }
  })
  test('who paid is a share of all who answered, in every line of payments', async () => {
    const cells = await cellsOf('payer_share', { ...EVERYTHING, rows: 'payee_role', columns: 'origin' })
    const { rows } = await ownerPool().query<{ answered: number }>(
      `SELECT count(*)::int AS answered FROM cases c WHERE ${countedReports(EVERYTHING)} AND c.origin = 'VN' AND c.paid_answer IN ('yes', 'no')`,
    )
    expect(cells['broker × VN']?.base).toBe(rows[0]?.answered)
    expect(cells['sending_organization × VN']?.base).toBe(rows[0]?.answered)
    expect(cells['null × VN']?.base).toBe(rows[0]?.answered)
  })
})
