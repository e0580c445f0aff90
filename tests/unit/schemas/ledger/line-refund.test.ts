import { describe, expect, it } from 'vitest'
import { newLineSchema } from '@/lib/schemas/ledger/line-form'

const LINE = {
  requestId: '0198c0de-0000-7000-8000-000000000001',
  lumpCategories: [],
  currency: 'JPY',
  category: 'rf_placement_service',
  amount: '300000',
}

const problems = (fields: object) =>
  newLineSchema('2026-11-21')
    .safeParse({ ...LINE, ...fields })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('what came back of a payment', () => {
  it.each([
    [{ refunded: '300000' }],
    [{ refunded: '400000', precision: 'range', amountMax: '400000' }],
    [{ refunded: '400000', amount: '', precision: 'forgotten' }],
  ])('is all of it at most (%#)', (fields) => {
    expect(problems(fields)).toEqual([])
  })

  it.each([[{ refunded: '300001' }], [{ refunded: '400001', precision: 'range', amountMax: '400000' }]])(
    'is refused where it is more than was paid (%#)',
    (fields) => {
      expect(problems(fields)).toEqual([['refunded', 'report.refunded_more']])
    },
  )
})
