import { beforeAll, describe, expect, test } from 'vitest'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { askIndex, indexState } from '@/lib/usecases/statistics/column-index'
import { anOffice } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'

const ASKED: StatisticQuery = {
  measures: ['paid_total'],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}
const ALL = { officeId: null, isPublic: false }

beforeAll(async () => {
  const officeId = await anOffice('hand', { isDefaultIntake: true })
  for (const [count, yen] of [
    [3, 100_000],
    [2, 400_000],
    [1, 1_000_000],
  ] as const)
    await addCountedCases(officeId, count, { origin: 'VN', paid_answer: 'yes', paid_total_jpy: yen })
  await addCountedCases(officeId, 2, { origin: 'PH', paid_answer: 'no' })
})

describe('the index', () => {
  test('answers with counts, sums and exact quartiles', async () => {
    const [table] = await askIndex({ ...ASKED, rows: 'origin' }, ALL)
    expect(table?.rows).toEqual(['VN'])
    expect(table?.cells).toMatchObject([
      { row: 'VN', column: null, reporters: 6, base: 6, sum: 2_100_000, spread: { median: 250_000, p25: 100_000 } },
      { row: null, column: null, reporters: 6, base: 6, sum: 2_100_000 },
    ])
    expect(indexState()).toMatchObject({ kind: 'ready', reports: 8 })
  })
})
