import { describe, expect, it } from 'vitest'
import { filteredTo, isOfOthers, withOffice } from '@/lib/domain/statistics/office-filter'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'

const asking = (...values: string[]): StatisticQuery => ({
  ...DEFAULT_QUERY,
  filters: values.length > 0 ? [{ dimension: 'office', values }] : [],
})
const KITA = [{ dimension: 'office', values: ['kita'] }]

describe('the question of somebody of one office', () => {
  it.each([
    [asking(), false, []],
    [asking('kita'), false, KITA],
    [asking('kita', 'minato'), false, KITA],
    [asking('minato'), true, asking('minato').filters],
    [{ ...asking(), rows: 'office' as const }, false, KITA],
    [{ ...asking('minato'), columns: 'office' as const }, true, asking('minato').filters],
  ])('%j', (query, ofOthers, filters) => {
    expect(isOfOthers('kita', query)).toBe(ofOthers)
    expect(filteredTo('kita', query).filters).toEqual(filters)
  })

  it('stands in the log with its office and in the order of dimensions', () => {
    const query = { ...DEFAULT_QUERY, filters: [{ dimension: 'scheme' as const, values: ['titp'] }] }
    expect(withOffice('kita', query).filters.map(({ dimension }) => dimension)).toEqual(['office', 'scheme'])
  })
})
