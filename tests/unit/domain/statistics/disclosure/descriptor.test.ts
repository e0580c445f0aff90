import { describe, expect, it } from 'vitest'
import { areApart, contains, descriptorOf } from '@/lib/domain/statistics/disclosure/descriptor'
import { monthsOf, monthsWithout } from '@/lib/domain/statistics/disclosure/months'
import { LinearSystem } from '@/lib/domain/statistics/disclosure/linear-system'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { DESTINATION_CODES } from '@/lib/domain/countries'

const TOTAL = { row: null, column: null }
const of = (change: Partial<StatisticQuery>, measure = 'reports') =>
  descriptorOf({ ...DEFAULT_QUERY, ...change }, TOTAL, measure)
const only = (dimension: StatisticQuery['filters'][number]['dimension'], ...values: string[]) => ({
  filters: [{ dimension, values }],
})

describe('what a cell is of', () => {
  it('has one text, whatever words it is asked in', () => {
    expect(DESTINATION_CODES).toEqual(['JP'])
    expect(of(only('corridor', 'ID-JP')).text).toBe(of(only('origin', 'ID')).text)
    const quarter = of(only('received_quarter', '2025-Q1')).text
    expect(of({ from: '2025-01', to: '2025-03' }).text).toBe(quarter)
    expect(of(only('received_month', '2025-03', '2025-01', '2025-02')).text).toBe(quarter)
    expect(of({ ...only('received_year', '2025'), to: '2025-03' }).text).toBe(quarter)
    expect(of(only('sex', 'female', 'male', 'other', 'unknown')).text).toBe(of({}).text)
    expect(of(only('sex', 'female', 'male', 'other')).text).not.toBe(of({}).text)
    const year = of(only('paid_year', '2024'), 'paid_amount')
    expect(contains(year, of(only('paid_quarter', '2024-Q3'), 'paid_amount'))).toBe(true)
  })

  it('is of the people a measure counts', () => {
    expect(of({}, 'paid_share').text).toBe(of({}, 'in_debt_share').text)
    expect(of({}, 'debt_amount').text).not.toBe(of({}, 'in_debt_share').text)
    const part = (row: string) => descriptorOf(DEFAULT_QUERY, { row, column: null }, 'desk_language_mix')
    expect(part('vi').text).not.toBe(part('id').text)
    expect(part('vi').text).not.toBe(of({}, 'desk_language_mix').text)
  })

  it('lies in another, or apart from it', () => {
    const span = of({ from: '2025-01', to: '2025-06' })
    const later = of(only('received_month', '2025-02', '2025-05'))
    expect([contains(span, later), contains(later, span), areApart(later, of({ to: '2025-01' }))]).toEqual([
      true,
      false,
      true,
    ])
    expect(areApart(of(only('origin', 'VN')), of(only('origin', 'ID', 'KH')))).toBe(true)
    expect(areApart(of(only('grievance', 'threats')), of(only('grievance', 'dismissal')))).toBe(false)
    expect(monthsWithout(monthsOf(['2025']), monthsOf(['2025-Q2', '2025-12']))).toEqual([
      ...monthsOf(['2025-Q1']),
      ...monthsOf(['2025-07', '2025-08', '2025-09', '2025-10', '2025-11']),
    ])
  })
})

describe('equations between unknown numbers', () => {
  const sum = (...names: string[]) => new Map(names.map((name) => [name, 1]))

  it('refuse the one that settles a secret, and a sum of few', () => {
    const system = new LinearSystem()
    system.add({ terms: sum('a', 'b'), value: 20 })
    system.add({ terms: sum('b', 'c'), value: 30 })
    system.watch(sum('a'), true)
    system.watch(sum('d'), false)
    system.watch(sum('e'), false)
    const isFew = (value: number) => value > 0 && value < 5
    expect(system.offer({ terms: sum('a', 'c', 'd'), value: 50 }, isFew)).toBe(true)
    expect(system.offer({ terms: sum('c', 'd'), value: 27 }, isFew)).toBe(false)
    expect(system.offer({ terms: sum('d'), value: 3 }, isFew)).toBe(false)
    expect(system.offer({ terms: sum('d'), value: 9 }, isFew)).toBe(false)
    expect(system.offer({ terms: sum('e'), value: 9 }, isFew)).toBe(true)
  })
})
