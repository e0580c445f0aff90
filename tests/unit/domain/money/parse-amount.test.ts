import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEN_YEARS_PAY_YEN, wholeUnitsOf } from '@/lib/domain/money/amount-limits'
import { CURRENCY_CODES, minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'

const READ: readonly [text: string, currency: CurrencyCode, minor: bigint][] = [
  ['1.000.000', 'VND', 1_000_000n],
  ['1,000,000', 'VND', 1_000_000n],
  ['1 000 000', 'VND', 1_000_000n],
  ['1\u00a0000\u202f000', 'VND', 1_000_000n],
  ["1'000'000", 'VND', 1_000_000n],
  ['1’000’000', 'VND', 1_000_000n],
  ['1000000', 'VND', 1_000_000n],
  ['1,5 triệu', 'VND', 1_500_000n],
  ['1.5 triệu', 'VND', 1_500_000n],
  ['1,5 TRIỆU'.normalize('NFD'), 'VND', 1_500_000n],
  ['120tr', 'VND', 120_000_000n],
  ['120 trđ', 'VND', 120_000_000n],
  ['5 triệu', 'VND', 5_000_000n],
  ['1tr5', 'VND', 1_500_000n],
  ['1 triệu 500 nghìn', 'VND', 1_500_000n],
  ['1 triệu rưỡi'.replace(' rưỡi', ''), 'VND', 1_000_000n],
  ['2 tỷ', 'VND', 2_000_000_000n],
  ['500k', 'VND', 500_000n],
  ['10 juta', 'IDR', 1_000_000_000n],
  ['25jt', 'IDR', 2_500_000_000n],
  ['Rp. 25.000.000,-', 'IDR', 2_500_000_000n],
  ['25.000', 'IDR', 2_500_000n],
  ['１０万', 'JPY', 100_000n],
  ['10万', 'JPY', 100_000n],
  ['十万円', 'JPY', 100_000n],
  ['二十五万', 'JPY', 250_000n],
  ['百万', 'JPY', 1_000_000n],
  ['1千5百万', 'JPY', 15_000_000n],
  ['1万5千', 'JPY', 15_000n],
  ['1万5000', 'JPY', 15_000n],
  ['15 man', 'JPY', 150_000n],
  ['15 lapad', 'JPY', 150_000n],
  ['¥150,000', 'JPY', 150_000n],
  ['￥１５０，０００', 'JPY', 150_000n],
  ['12万元', 'CNY', 12_000_000n],
  ['1,60,000', 'NPR', 16_000_000n],
  ['१,६०,०००', 'NPR', 16_000_000n],
  ['5 lakh', 'NPR', 50_000_000n],
  ['5 lakh 50 thousand', 'NPR', 55_000_000n],
  ['रु ५ लाख', 'NPR', 50_000_000n],
  ['Rs.50000/-', 'NPR', 5_000_000n],
  ['၁၀ သိန်း', 'MMK', 100_000_000n],
  ['៥.០០០.០០០ ៛', 'KHR', 500_000_000n],
  ['๒ แสน บาท', 'THB', 20_000_000n],
  ['₱85,000', 'PHP', 8_500_000n],
  ['₱85,000.50', 'PHP', 8_500_050n],
  ['1.5', 'USD', 150n],
  ['1,5', 'USD', 150n],
  ['$3,600', 'USD', 360_000n],
  ['USD 3.600,50', 'USD', 360_050n],
  ['1.500', 'VND', 1_500n],
  ['\u200f120.000.000\u200e ₫ 🙏', 'VND', 120_000_000n],
  ['12\u000053000 đồng', 'VND', 1_253_000n],
  ['khoảng 90 triệu đồng', 'VND', 90_000_000n],
  ['0.5', 'USD', 50n],
]

describe('parseAmount', () => {
  it.each(READ)('reads %j as %s', (text, currency, amountMinor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, value: { amountMinor } })
  })

  it.each([
    ['', 'amount_empty'],
    [' \u200f ', 'amount_empty'],
    ['🙏🏽', 'amount_not_a_number'],
    ['👨‍👩‍👧 💸', 'amount_not_a_number'],
    ['0', 'amount_zero'],
    ['0.00', 'amount_zero'],
    ['0 triệu', 'amount_zero'],
    ['1500,5', 'amount_decimals'],
    ['a lot', 'amount_not_a_number'],
    ['five', 'amount_not_a_number'],
    ['1.2.3', 'amount_not_a_number'],
    ['.5', 'amount_not_a_number'],
    ['1e6', 'amount_not_a_number'],
    ['<b>5</b>', 'amount_not_a_number'],
    ['12 5', 'amount_not_a_number'],
    ['-500', 'amount_negative'],
    ['₫ -500.000', 'amount_negative'],
    ['−5 triệu', 'amount_negative'],
    ['9'.repeat(50), 'amount_too_large'],
    ['9'.repeat(50_000), 'amount_too_large'],
    ['x'.repeat(50_000), 'amount_not_a_number'],
    ['1000000000001', 'amount_too_large'],
    ['999999999999', 'amount_too_large'],
    ['5000 tỷ', 'amount_too_large'],
    ['120 USD', 'amount_other_currency'],
    ['15万円', 'amount_other_currency'],
  ])('refuses %j with %s', (text, code) => {
    expect(parseAmount(text, 'VND')).toMatchObject({ ok: false, error: { code } })
  })

  it.each([
    ['1.500', 'USD', [150_000n, 150n]],
    ['1.500 triệu', 'VND', [1_500_000_000n, 1_500_000n]],
    ['5-6 triệu', 'VND', [5_000_000n, 6_000_000n]],
    ['5 triệu ~ 6 triệu', 'VND', [5_000_000n, 6_000_000n]],
    ['1万5', 'JPY', [15_000n, 10_005n]],
  ] as const)('asks which one is meant by %j', (text, currency, candidates) => {
    expect(parseAmount(text, currency)).toEqual({
      ok: false,
      error: { code: 'amount_ambiguous', candidates },
    })
  })

  it.each([
    ['120', 'VND', [120_000_000n, 120_000n]],
    ['1,5', 'VND', [1_500_000n, 1_500n]],
    ['25', 'IDR', [2_500_000_000n, 2_500_000n]],
  ] as const)('does not take %j %s, worth less than a yen, for true', (text, currency, candidates) => {
    expect(parseAmount(text, currency)).toEqual({
      ok: false,
      error: { code: 'amount_suspicious', candidates },
    })
  })

  it.each([
    ['100000000', 'JPY', [100_000n, 100_000_000n]],
    ['250000000000', 'JPY', undefined],
    ['900000', 'USD', [90_000n, 90_000_000n]],
    ['12 tỷ', 'VND', [12_000_000n, 12_000_000_000n]],
    ['37000001', 'JPY', [37_000_001n]],
  ] as const)('asks back %j %s, more than ten years of pay', (text, currency, candidates) => {
    expect(parseAmount(text, currency)).toEqual({
      ok: false,
      error: candidates === undefined ? { code: 'amount_too_large' } : { code: 'amount_improbable', candidates },
    })
  })

  it.each([
    ['1.5', 'JPY', { code: 'amount_decimals' }],
    ['0.5', 'JPY', { code: 'amount_suspicious', candidates: [500_000n, 500n] }],
    ['1.23456', 'KWD', { code: 'amount_decimals' }],
    ['999999999999', 'USD', { code: 'amount_too_large' }],
  ] as const)('never rounds nor takes %j %s', (text, currency, error) => {
    expect(parseAmount(text, currency)).toEqual({ ok: false, error })
  })

  it.each(CURRENCY_CODES)('knows what ten years of pay are in %s', (currency) => {
    expect(wholeUnitsOf(TEN_YEARS_PAY_YEN, currency)).toBeGreaterThan(1_000n)
  })

  it('reads back every whole amount with any grouping', () => {
    const amount = fc.bigInt({ min: 1000n, max: 60_000n })
    const separator = fc.constantFrom('', ',', ' ', "'")
    fc.assert(
      fc.property(amount, separator, fc.constantFrom(...CURRENCY_CODES), (major, mark, currency) => {
        const text = String(major).replace(/\B(?=(\d{3})+$)/gu, mark)
        expect(parseAmount(text, currency)).toEqual({
          ok: true,
          value: { amountMinor: major * minorPerMajor(currency) },
        })
      }),
    )
  })

  it('answers every text at all without throwing, and never below zero', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const read = parseAmount(text, 'VND')
        expect(read.ok ? read.value.amountMinor >= 0n : read.error.code.startsWith('amount_')).toBe(true)
      }),
    )
  })
})
