import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { attack, PART_OF } from '@/tests/support/attacker'
import { someReports } from './some-reports'
import { madeQuery, madeTable, type MadeReport } from '@/tests/support/made-tables'

const SHARE = { code: 'paid_share', of: 'report', form: 'share', unit: 'share' } as const
const STATUS = ['hit', 'other', 'missing'] as const

async function tooClose(reports: readonly MadeReport[], query: StatisticQuery): Promise<string[]> {
  const truth = madeTable(reports, query)
  const { released } = protect(truth, SHARE)
  const { threshold } = query
  const found: string[] = []
  for (const cell of released.cells) {
    const raw = truth.cells.find(({ row, column }) => row === cell.row && column === cell.column)
    const here = `${String(cell.row)} ${String(cell.column)}`
    if (cell.reporters === 's') {
      for (const status of STATUS) {
        const isThere =
          { hit: raw?.hits, other: (raw?.base ?? 0) - (raw?.hits ?? 0), missing: raw?.missing }[status] ?? 0
        if (isThere === 0 && raw !== undefined) continue
        const own = raw === undefined ? null : PART_OF[status]
        const { low, high } = await attack(released, truth, { ...cell, wanted: 'reporters' }, own)
        if (high < threshold || high - low + 1 < threshold) found.push(`${here}: ${String(low)} to ${String(high)}`)
      }
    }
    if (cell.hits !== 's' || raw === undefined) continue
    for (const [wanted, value] of [
      ['h', raw.hits],
      ['n', raw.base - raw.hits],
      ['m', raw.missing],
    ] as const) {
      if (value === 0) continue
      const { low, high } = await attack(released, truth, { ...cell, wanted }, wanted)
      const isNarrow = cell.reporters === 's' ? high <= low : high < threshold || high - low + 1 < threshold
      if (isNarrow) found.push(`${here} ${wanted}: ${String(low)} to ${String(high)}`)
    }
  }
  return found
}

describe('an attacker who knows all totals and one report of his own', () => {
  it.each([
    ['rows and columns', madeQuery()],
    ['rows', madeQuery({ columns: null })],
    ['columns', madeQuery({ rows: null })],
    ['nothing but the total', madeQuery({ rows: null, columns: null })],
    ['a threshold of ten', madeQuery({ threshold: 10 })],
  ])(
    'cannot work out a held-back cell of a table by %s',
    async (_, query) => {
      await fc.assert(
        fc.asyncProperty(someReports, async (reports) => {
          expect(await tooClose(reports, query)).toEqual([])
        }),
        { numRuns: 25 },
      )
    },
    60_000,
  )

  it('finds what a table without secondary suppression tells', async () => {
    const one = (column: string): MadeReport => ({ rows: [], columns: [column], status: 'hit', amount: 1 })
    const reports = [...Array.from({ length: 8 }, () => one('c1')), ...Array.from({ length: 2 }, () => one('c2'))]
    const truth = madeTable(reports, madeQuery({ rows: null }))
    const { released } = protect(truth, SHARE)
    const cells = released.cells.map((cell) => {
      const raw = truth.cells.find(({ column }) => column === cell.column)
      return cell.column === 'c2' || raw === undefined ? cell : { ...cell, reporters: raw.reporters }
    })
    const target = { row: null, column: 'c2', wanted: 'reporters' } as const
    expect(await attack({ ...released, cells }, truth, target, 'h')).toEqual({ low: 2, high: 2 })
  })
})
