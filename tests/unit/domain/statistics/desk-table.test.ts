import { describe, expect, it } from 'vitest'
import type { KpiCount } from '@/lib/domain/learning/shown-kpis'
import { deskTable } from '@/lib/domain/statistics/desk-table'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { MEASURES, measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import { madeQuery } from '@/tests/support/made-tables'

const ABOUT = { version: 1, asOf: new Date('2026-11-21T00:00:00Z') }
const count = (
  kpi: string,
  part: string | null,
  hits: number | null,
  base: number | null,
  amount: number | null = null,
) => ({ kpi, part, hits, base, amount }) satisfies KpiCount

function tell(code: string, ...counts: readonly KpiCount[]): Map<string | null, ReleasedCell> {
  const measure = measureOf(code)
  if (measure === null) throw new Error(`no measure ${code}`)
  const query = madeQuery({ measures: [code], rows: null, columns: null })
  const { released } = protect(deskTable(code, counts, { ...ABOUT, query }), measure)
  return new Map(released.cells.map((cell) => [cell.row, cell]))
}

describe('a measure of our own work', () => {
  const mix = (...sizes: readonly (readonly [string, number])[]) =>
    tell('desk_language_mix', ...sizes.map(([part, hits]) => count('language_mix', part, hits, 100)))

  it('in parts is divided by their total, which is told by itself', () => {
    const told = mix(['vi', 60], ['id', 40])
    expect(told.get('vi')).toMatchObject({ reporters: 60, hits: 60, base: 100, value: 0.6 })
    expect(told.get(null)).toMatchObject({ reporters: 100, value: 1 })
  })

  it('holds back a second part with a small one, for the rest of the total would be it', () => {
    const told = mix(['vi', 60], ['id', 37], ['km', 3])
    expect([told.get('km')?.reporters, told.get('id')?.reporters, told.get('vi')?.reporters]).toEqual(['s', 's', 60])
    expect(told.get('id')).toMatchObject({ base: 's', value: 's' })
  })

  it('by severity has the total that other measures tell', () => {
    const open = (part: string, hits: number, base: number) => count('overdue_open', part, hits, base)
    const told = tell('desk_overdue_open', open('low', 10, 30), open('high', 8, 20), open('critical', 0, 3))
    expect(told.get(null)).toMatchObject({ reporters: 53, hits: 18 })
    expect(told.get('critical')?.reporters).toBe('s')
    expect(['low', 'high'].filter((row) => told.get(row)?.reporters === 's')).toEqual(['high'])
  })

  it.each([
    ['desk_ttfr_median', 'ttfr_median', 10],
    ['desk_ttc_median', 'ttc_median', 10],
    ['desk_ttfr_p90', 'ttfr_p90', 20],
  ])('%s is the time of one case or two: told from %s of %i on, to two digits', (code, kpi, least) => {
    const of = (base: number) => tell(code, count(kpi, null, null, base, 12.3456)).get(null)
    expect(of(least - 1)).toMatchObject({ reporters: least - 1, value: 's' })
    expect(of(least)).toMatchObject({ reporters: least, value: 12 })
  })

  it('tells the gap between groups and no number of a group', () => {
    const group = (part: string, hits: number, base: number) => count('outcome_gap', part, hits, base)
    const told = tell(
      'desk_outcome_gap',
      group('anonymous:true', 20, 27),
      group('anonymous:false', 1, 3),
      group('sex:woman', 15, 20),
      group('sex:man', 2, 9),
      group('scheme:titp', 14, 20),
      group('scheme:ssw', 5, 10),
    )
    expect([...told.values()].map(({ row, reporters, hits, value }) => [row, reporters, hits, value])).toEqual([
      ['anonymous', 30, null, 's'],
      ['sex', 30, null, 's'],
      ['scheme', 30, null, 0.2],
      [null, 30, null, null],
    ])
  })

  it('is none of money, which has no rule for one case that makes most of it', () => {
    expect(MEASURES.filter(({ form, unit }) => form === 'desk' && unit === 'yen')).toEqual([])
  })
})
