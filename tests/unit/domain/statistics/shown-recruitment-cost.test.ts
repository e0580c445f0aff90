import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorSummary, type IndicatorSummary } from '@/lib/domain/fees/measures/indicator-summary'
import { CODES_VERSION } from '@/lib/domain/statistics/codes-version'
import { recruitmentCostExport } from '@/lib/domain/statistics/export-recruitment-cost'
import { DEFAULT_FILTER } from '@/lib/domain/statistics/filter'
import { inOriginOrder, type RecruitmentCost } from '@/lib/domain/statistics/recruitment-cost'
import { showRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'

const NOBODY = indicatorSummary([])

function people(n: number): IndicatorSummary {
  return indicatorSummary(
    Array.from({ length: n }, (_, index) => ({ costJpy: BigInt(100_000 * (index % 7)), earningsJpy: 125_000n })),
  )
}

function country(origin: RecruitmentCost['origin'], reports: number, months: number): RecruitmentCost {
  return {
    origin,
    reports,
    costs: months,
    meanCostJpy: months === 0 ? null : 300_000n,
    indicator: { first_month: people(months), last_month: NOBODY },
    judged: months,
    judgedOver: months,
    ruledLines: months * 3,
    overLines: months,
    assessed: months,
    aboveZeroFee: months,
    aboveZeroFeeJpy: BigInt(months) * 50_000n,
    aboveCap: months,
    aboveCapJpy: BigInt(months) * 20_000n,
  }
}

describe('the recruitment cost as it may be shown', () => {
  it('shows the quartiles from ten people on and a box from thirty', () => {
    const shown = (n: number) =>
      showRecruitmentCost([country('VN', n, n), country('all', n, n)])[0]?.indicator.first_month
    expect(shown(9)).toMatchObject({ people: 9, median: 16, p25: 's', p75: 's', p80: 's', isBoxDrawn: false })
    expect(shown(10)).toMatchObject({ people: 10, p25: 8, isBoxDrawn: false })
    expect(shown(29)).toMatchObject({ people: 29, isBoxDrawn: false })
    expect(shown(30)).toMatchObject({ people: 30, isBoxDrawn: true })
    expect(shown(4)).toMatchObject({ people: 's', median: 's', meanOfRatios: 's', p80: 's' })
  })

  it('is empty of nobody, not held back', () => {
    const [row] = showRecruitmentCost([country('VN', 12, 0), country('all', 12, 0)])
    expect(row).toMatchObject({
      reports: 12,
      costs: 0,
      meanCostJpy: null,
      over: { payments: null, tenths: null },
      cap: { people: 0, jpy: 0n },
    })
    expect(row?.indicator.first_month).toMatchObject({ people: 0, median: null, p25: null })
    expect(row?.indicator.first_month.above[0]).toEqual({ people: 0, tenths: null })
  })

  it('never shows a figure beside a count that is held back, nor a count of fewer than five', () => {
    const countries = fc.array(fc.tuple(fc.nat(30), fc.nat(40)), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(countries, (drawn) => {
        const origins = ['VN', 'ID', 'PH', 'KH', 'MM'] as const
        const rows = drawn.map(([more, n], index) => country(origins[index] ?? 'unknown', n + more, n))
        const sum = (of: (row: RecruitmentCost) => number) => rows.reduce((total, row) => total + of(row), 0)
        const total = country(
          'all',
          sum(({ reports }) => reports),
          sum(({ costs }) => costs),
        )
        const above = (level: 'above1' | 'above2' | 'above3') => sum(({ indicator: { first_month: of } }) => of[level])
        const summary = {
          ...total.indicator.first_month,
          above1: above('above1'),
          above2: above('above2'),
          above3: above('above3'),
        }
        const all = { ...total, indicator: { first_month: summary, last_month: NOBODY } }
        for (const row of showRecruitmentCost([...rows, all])) {
          const { people: n, above: shares, ...figures } = row.indicator.first_month
          for (const count of [row.reports, row.costs, n, ...shares.map((share) => share.people), row.cap.people]) {
            expect(count === 's' || count === 0 || count >= 5).toBe(true)
          }
          if (n === 's') {
            const { isBoxDrawn, ...months } = figures
            expect(isBoxDrawn).toBe(false)
            expect(new Set(Object.values(months))).toEqual(new Set(['s']))
          }
          if (row.cap.people === 's') expect(row.cap.jpy).toBe('s')
          if (row.costs === 's') expect(row.meanCostJpy).toBe('s')
        }
      }),
    )
  })

  it('is in the order of the origins, all last, and the file says how the figures were made', () => {
    const rows = inOriginOrder([country('all', 40, 40), country('unknown', 20, 20), country('VN', 20, 20)])
    const table = recruitmentCostExport(showRecruitmentCost(rows), {
      filter: DEFAULT_FILTER,
      madeOn: '2026-11-21',
      rate: null,
      rulesAsOf: '2026-11-20',
    })
    const [first] = table.rows
    const cell = (name: string) => first?.[table.columns.indexOf(name)]
    expect(table.rows.map(([origin]) => origin)).toEqual(['VN', 'unknown', 'all'])
    expect(cell('first_month_median_months')).toBe(2.4)
    expect(cell('first_month_above_1_share_pct')).toBe(70)
    expect(cell('judged_payments_above_limit_pct')).toBe(33.3)
    expect(cell('default_earnings')).toBe('first_month')
    expect(cell('open_cases_rules_as_of')).toBe('2026-11-20')
    expect(cell('closed_cases_rules_as_of')).toBe('the_day_of_closing')
    expect(cell('codes_version')).toBe(CODES_VERSION)
    expect(CODES_VERSION).toMatch(/^[0-9a-f]{8}$/u)
  })
})
