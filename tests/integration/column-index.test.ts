import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { DIMENSIONS, type DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { askIndex, indexState } from '@/lib/usecases/statistics/column-index'
import { breather } from '@/lib/usecases/statistics/breathe'
import { LoadedIndex } from '@/lib/usecases/statistics/loaded-index'
import { anOffice } from '../support/builders'
import { addRandomReports } from '../support/random-reports'
import { cellsBySql, REPORT_LINES, REPORT_SQL } from '../support/statistic-sql'

const EVERYTHING: StatisticQuery = {
  measures: ['reports'],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}
const index = new LoadedIndex()
const ask = (code: string, query: StatisticQuery): Promise<RawTable> =>
  answer(index.store, code, { query, office: null, asOf: new Date() }, breather())

beforeAll(async () => {
  const offices = [await anOffice('one'), await anOffice('two')]
  await addRandomReports(offices, 400, 0.25)
  await index.refresh(0)
})

/** A cell without what SQL does not count. */
function comparable(table: RawTable) {
  return Object.fromEntries(
    table.cells
      .filter(({ reporters }) => reporters > 0)
      .map(({ row, column, reporters, base, hits, sum, over, largest, spread }) => {
        const parts = spread && [spread.p10, spread.p25, spread.median, spread.p75, spread.p80, spread.p90]
        return [`${String(row)} × ${String(column)}`, { reporters, base, hits, sum, over, largest, parts }]
      }),
  )
}

const close = (number: number) => expect.closeTo(number, 6) as number

async function expected(code: string, query: StatisticQuery) {
  const isAmount = REPORT_SQL[code]?.value !== undefined && REPORT_SQL[code].over === undefined
  const cells = await cellsBySql(code, query)
  return Object.fromEntries(
    cells.map(({ row, column, reporters, base, hits, sum, over, parts, largest }) => [
      `${String(row)} × ${String(column)}`,
      {
        reporters,
        base,
        hits,
        sum: close(code === 'reports' ? Number(reporters) : Number(sum)),
        over: close(Number(over)),
        largest: [0, 1].map((place) => close((largest as number[] | null)?.[place] ?? 0)),
        parts: isAmount && Number(base) > 0 ? (parts as number[]).map(close) : null,
      },
    ]),
  )
}

const dimensions = Object.keys(REPORT_LINES) as DimensionCode[]
const questions: readonly (readonly [string, StatisticQuery])[] = Object.keys(REPORT_SQL).flatMap((code, place) => {
  const [rows, columns] = [dimensions[place % dimensions.length], dimensions[(place * 7 + 3) % dimensions.length]]
  const other = rows === columns ? null : (columns ?? null)
  return [
    [code, EVERYTHING],
    [code, { ...EVERYTHING, rows: rows ?? null, columns: other }],
    [code, { ...EVERYTHING, rows: 'grievance', columns: 'indicator' }],
    [
      code,
      {
        ...EVERYTHING,
        rows: 'origin',
        columns: 'programme',
        from: '2024-06',
        to: '2025-09',
        filters: [
          { dimension: 'grievance', values: ['dismissal', 'unknown'] },
          { dimension: 'origin', values: ['ID', 'VN', 'unknown'] },
        ],
      },
    ],
  ] as const
})

describe('the index says what plain SQL says', () => {
  test.each(questions)('%s %#', async (code, query) => {
    expect(comparable(await ask(code, query))).toEqual(await expected(code, query))
  })
  test('with the lines in the order of their lists, unknown last', async () => {
    const table = await ask('reports', { ...EVERYTHING, rows: 'origin', columns: 'received_quarter' })
    expect(table.rows).toEqual(['VN', 'PH', 'ID', 'unknown'])
    expect(table.columns).toEqual(table.columns.toSorted())
  })
  test('through the door of the process', async () => {
    const [table] = await askIndex({ ...EVERYTHING, rows: 'origin' }, { officeId: null, isPublic: false })
    expect(table?.cells.at(-1)?.reporters).toBe(index.store.reports)
    expect(indexState()).toMatchObject({ kind: 'ready', reports: index.store.reports })
    expect(DIMENSIONS.every(({ code, of }) => of === 'payment' || code === 'sector' || code in REPORT_LINES)).toBe(true)
  })
})
