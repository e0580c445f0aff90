import { describe, expect, it } from 'vitest'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'

describe('a month of pay', () => {
  it.each([
    ['20', 'JPY', [200_000n, 20_000n, 20n]],
    ['180', 'JPY', [180_000n, 180n]],
    ['999', 'JPY', [999_000n, 999n]],
    ['2', 'USD', [200_000n, 200n]],
    ['15000', 'VND', [15_000_000n, 150_000_000n, 15_000n]],
  ] as const)('of %s %s is asked back', (text, currency, candidates) => {
    expect(parseMonthlyPay(text, currency)).toEqual({ ok: false, error: { code: 'amount_low_pay', candidates } })
  })

  it.each([
    ['20万', 'JPY', 200_000n],
    ['1000', 'JPY', 1_000n],
    ['1,200', 'USD', 120_000n],
    ['18 triệu', 'VND', 18_000_000n],
  ] as const)('of %s %s is taken', (text, currency, amountMinor) => {
    expect(parseMonthlyPay(text, currency)).toEqual({ ok: true, value: { amountMinor } })
  })

  it('that brought nothing, or cannot be read, is what it is for any amount', () => {
    expect(parseMonthlyPay('0', 'JPY')).toEqual({ ok: false, error: { code: 'amount_zero' } })
    expect(parseMonthlyPay('much', 'JPY')).toEqual({ ok: false, error: { code: 'amount_not_a_number' } })
  })
})
