import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY, normalQuery } from '@/lib/domain/statistics/query-text'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { ReleasedCell, Shown } from '@/lib/domain/statistics/released-table'
import { forgetIndex } from '@/lib/usecases/statistics/column-index'
import { readRelease } from '@/lib/usecases/statistics/read-release'
import { lotOf, pick, type Lot } from '../support/attacked-people'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { addRandomReports } from '../support/random-reports'
import { cellsBySql, REPORT_LINES, REPORT_SQL, type SqlCell } from '../support/statistic-sql'

/** By hand far more: ATTACK_SEED=1000 ATTACK_RUNS=500. */
const FIRST = Number(process.env['ATTACK_SEED'] ?? 1)
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 12)
const DIMENSIONS = Object.keys(REPORT_LINES) as DimensionCode[]
const FILTERS: readonly (readonly [DimensionCode, readonly string[]])[] = [
  ['origin', ['VN', 'ID', 'PH', 'unknown']],
  ['corridor', ['VN-JP', 'ID-JP', 'unknown']],
  ['severity', ['critical', 'high', 'medium']],
  ['grievance', ['threats', 'dismissal', 'unknown']],
  ['office', ['one', 'two']],
  ['sex', ['female', 'unknown']],
  ['received_quarter', ['2024-Q3', '2025-Q1', '2025-Q2']],
  ['received_month', ['2024-09', '2025-02', '2025-03']],
]

let administrator: StaffActor

beforeAll(async () => {
  const offices = [await anOffice('one'), await anOffice('two')]
  administrator = await aStaffMember(offices[0] ?? '', 'administrator')
  await addRandomReports(offices, 300, 0.125)
  forgetIndex()
})

function question(lot: Lot): StatisticQuery {
  const [rows, columns] = [pick(lot, [null, ...DIMENSIONS]), pick(lot, [null, null, ...DIMENSIONS])]
  return normalQuery({
    ...DEFAULT_QUERY,
    measures: [pick(lot, Object.keys(REPORT_SQL))],
    rows,
    columns: rows === columns ? null : columns,
    from: lot() < 0.2 ? '2024-06' : null,
    to: lot() < 0.2 ? '2025-08' : null,
    filters: FILTERS.flatMap(([dimension, values]) => {
      const some = lot() < 0.12 ? values.filter(() => lot() < 0.6) : []
      return some.length === 0 ? [] : [{ dimension, values: some }]
    }),
    threshold: pick(lot, [5, 5, 10]),
    rounding: pick(lot, [1, 1, 5]),
  })
}

const near = (told: number, truth: number, part = 1e-9) => Math.abs(told - truth) <= part * Math.max(1, Math.abs(truth))

/** What is told of a cell otherwise than plain SQL counts it. */
function lies(cell: ReleasedCell, truth: SqlCell | undefined, query: StatisticQuery): string[] {
  const [code = ''] = query.measures
  const form = measureOf(code)?.form
  const of = (name: string) => Number(truth?.[name] ?? 0)
  const [reporters, base, hits] = [of('reporters'), of('base'), of('hits')]
  const found: string[] = []
  const count = (name: string, told: Shown, wanted: number) => {
    if (typeof told !== 'number') return
    const isSo = query.rounding === 1 ? told === wanted : told % 5 === 0 && Math.abs(told - wanted) < 5
    if (!isSo) found.push(`${name} ${String(told)}, not ${String(wanted)}`)
    if (wanted > 0 && wanted < query.threshold) found.push(`${name} of ${String(wanted)} is told`)
  }
  const isOfPeople = form === 'count' || form === 'share'
  count('reporters', cell.reporters, reporters)
  count('base', cell.base, base)
  count('missing', cell.missing, reporters - base)
  if (isOfPeople) count('hits', cell.hits, hits)
  if (form === 'share' && typeof cell.hits === 'number' && base > hits && base - hits < query.threshold)
    found.push(`${String(base - hits)} that do not hit are told`)
  const amount = (name: string, told: Shown | undefined, wanted: number | undefined, part?: number) => {
    if (typeof told === 'number' && (wanted === undefined || !near(told, wanted, part)))
      found.push(`${name} ${String(told)}, not ${String(wanted)}`)
  }
  // Rounded, a sum is the mean times the rounded count, and a mean has three digits.
  const isRounded = query.rounding !== 1
  if (!isOfPeople && !isRounded) amount('sum', cell.sum, of('sum'))
  if (!isRounded || form === 'amount')
    amount(
      'value',
      cell.value,
      { count: reporters, share: hits / base, amount: of('sum') / base, ratio: of('sum') / of('over'), desk: NaN }[
        form ?? 'desk'
      ],
      isRounded ? 0.0051 : undefined,
    )
  const parts = (truth?.['parts'] as number[] | null | undefined) ?? []
  // To two digits.
  for (const [place, name] of (['p10', 'p25', 'median', 'p75', 'p80', 'p90'] as const).entries())
    amount(name, cell.spread?.[name], parts[place], 0.051)
  return found.map((lie) => `${String(cell.row)} × ${String(cell.column)}: ${lie}`)
}

async function tryQuestion(seed: number): Promise<string[]> {
  const query = question(lotOf(seed))
  const [code = ''] = query.measures
  await ownerPool().query('DELETE FROM statistic_release')
  globalThis.fairPassageReleases = undefined
  const [release, truth] = [
    await readRelease(staffGrant(administrator, 'statistics.read'), query),
    await cellsBySql(code, query),
  ]
  const [table] = release.tables
  const cells = table?.cells ?? []
  const at = (row: unknown, column: unknown) => (one: { row?: unknown; column?: unknown }) =>
    (one.row ?? null) === row && (one.column ?? null) === column
  const found = cells.flatMap((cell) => lies(cell, truth.find(at(cell.row, cell.column)), query))
  for (const { row, column, reporters } of truth)
    if (Number(reporters) > 0 && !cells.some(at(row, column)))
      found.push(`${String(row)} × ${String(column)} is left out`)
  return found.length === 0 ? [] : [`seed ${String(seed)}: ${JSON.stringify(query)}`, ...found]
}

test('every number that is told is the one plain SQL counts, and none is of few', async () => {
  const found: string[] = []
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) found.push(...(await tryQuestion(seed)))
  expect(found.join('\n')).toBe('')
}, 6_000_000)
