import { describe, expect, test } from 'vitest'
import { sayFeeAmount, saySums } from '@/components/report/amount-words'
import { feeHeading, sayAmountAndMonth, sayCategory, sayHow } from '@/components/report/fee-words'
import { sayContract, sayDebt, sayPay } from '@/components/report/pay-words'
import { translatorFor } from '@/lib/i18n/translate'

const t = translatorFor('en')
const vi = translatorFor('vi')

describe('a payment is said as vague as it is remembered', () => {
  test.each([
    [{ amountMinor: '5000', currency: 'JPY', precision: 'exact' }, '¥5,000'],
    [{ amountMinor: '5000', currency: 'JPY', precision: 'about' }, 'about ¥5,000'],
    [{ amountMinor: '5000', amountMaxMinor: '7000', currency: 'JPY', precision: 'range' }, 'from ¥5,000 to ¥7,000'],
    [{ amountMinor: '5000', currency: 'JPY', precision: 'range' }, 'about ¥5,000'],
    [{ precision: 'forgotten' }, 'amount not remembered'],
    [{ precision: 'forgotten', amountText: 'a lot', currency: 'JPY' }, 'amount not remembered “a lot”'],
    [{}, null],
  ] as const)('%o', (line, said) => {
    expect(sayFeeAmount(line, t)).toBe(said)
  })

  test('a lump names all it was for, in both languages', () => {
    const line = { lumpCategories: ['rc_medical' as const, 'rc_equipment' as const] }
    expect(sayCategory(line, t)).toMatch(/^One sum for: .+ \+ .+$/u)
    expect(sayCategory(line, vi)).toMatch(/^Một khoản cho: .+ \+ .+$/u)
    expect(feeHeading(line, 2, t)).toMatch(/^Payment 2 · One sum for: /u)
  })

  test('months, payer and what came back stand beside it', () => {
    expect(sayHow({ method: 'deduction', instalments: 12, paidBy: 'family' }, t)).toBe(
      'Taken from my pay · over 12 months · My family paid',
    )
    const line = { amountMinor: '5000', currency: 'JPY' as const, paidOn: '2019', refundedMinor: '900' }
    expect(sayAmountAndMonth(line, t)).toBe('¥5,000, 2019, got back ¥900')
  })

  test('sums with a range go from end to end, and forgotten amounts are left out', () => {
    const yen = (amountMinor: bigint, maxMinor: bigint | null) => ({
      amount: { amountMinor, currency: 'JPY' as const },
      maxMinor,
    })
    expect(saySums([yen(100n, null), yen(200n, 300n), { amount: null, maxMinor: null }], t)).toEqual([
      'from ¥300 to ¥400',
    ])
    expect(saySums([yen(100n, null)], t)).toEqual(['¥100'])
    expect(saySums([], t)).toEqual([])
  })
})

test('debt and pay are said in lines', () => {
  expect(
    sayDebt({ borrowed: 'yes', principalMinor: '900', currency: 'JPY', ratePercent: '1.5', ratePeriod: 'month' }, vi),
  ).toEqual(['Có, tôi đã vay', expect.stringContaining('900'), 'lãi 1,5 % một tháng'])
  expect(sayPay({ contractMonths: 36, firstMonthMinor: '0', currency: 'JPY' }, t)).toEqual([
    'contract for 3 years',
    'first full month: ¥0 arrived',
  ])
  expect([sayContract(12, t), sayContract(18, t)]).toEqual(['1 year', '18 months'])
})
