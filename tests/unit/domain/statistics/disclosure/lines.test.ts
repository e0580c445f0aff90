import { describe, expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { madeQuery, madeTable, type MadeReport } from '@/tests/support/made-tables'

const REPORTS = { code: 'reports', of: 'report', form: 'count', unit: 'reports' } as const

function many(count: number, rows: readonly string[], columns: readonly string[] = []): MadeReport[] {
  return Array.from({ length: count }, () => ({ rows, columns, status: 'hit', amount: 1 }) as const)
}

function tell(reports: readonly MadeReport[], change: Partial<StatisticQuery>) {
  const query = madeQuery({ measures: ['reports'], columns: null, ...change })
  return protect(madeTable(reports, query), REPORTS).released.cells
}

describe('lines a report can stand in twice', () => {
  const by = (reports: readonly MadeReport[]) =>
    new Map(tell(reports, { rows: 'grievance' }).map(({ row, reporters }) => [row, reporters]))

  it('do not tell of the few who do not stand in one', () => {
    const told = by([...many(20, ['fees_debt']), ...many(13, ['fees_debt', 'threats']), ...many(3, ['threats'])])
    expect(told.get('fees_debt')).toBe('s')
    const enough = by([...many(20, ['fees_debt']), ...many(13, ['fees_debt', 'threats']), ...many(9, ['threats'])])
    expect([enough.get('fees_debt'), enough.get('threats'), enough.get(null)]).toEqual([33, 22, 42])
  })

  it('do not tell of the few who stand in only one, beside those of whom nothing is known', () => {
    const told = by([...many(2, ['fees_debt']), ...many(5, ['fees_debt', 'threats']), ...many(9, ['unknown'])])
    expect(told.get('threats') === 's' || told.get('unknown') === 's' || told.get(null) === 's').toBe(true)
  })

  it('do not tell of the few who stand in both', () => {
    const told = by([...many(20, ['fees_debt']), ...many(4, ['fees_debt', 'threats']), ...many(12, ['threats'])])
    expect([...told.values()]).toContain('s')
  })
})

describe('lines that lie in one another', () => {
  it('hide nothing in cells where nobody can stand', () => {
    const cells = tell(
      [
        ...many(4, ['2025-01'], ['2025-Q1']),
        ...many(12, ['2025-02'], ['2025-Q1']),
        ...many(2, ['2025-04'], ['2025-Q2']),
        ...many(14, ['2025-05'], ['2025-Q2']),
      ],
      { rows: 'received_month', columns: 'received_quarter' },
    )
    const held = cells
      .filter(({ reporters }) => reporters === 's')
      .map(({ row, column }) => `${String(row)} ${String(column)}`)
    expect(held).toEqual(expect.arrayContaining(['2025-02 2025-Q1', '2025-05 2025-Q2']))
    expect(held).not.toContain('2025-01 2025-Q2')
    expect(held).not.toContain('2025-04 2025-Q1')
  })
})
