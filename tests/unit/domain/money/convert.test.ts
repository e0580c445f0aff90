import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert } from '@/lib/domain/money/convert'
import { chooseRate, type ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { add, compare, sumByCurrency } from '@/lib/domain/money/money'
import { decimalFrom, divideHalfUp } from '@/lib/domain/money/ratio'

const row = (currency: ExchangeRate['currency'], period: string, unitsPerUsd: string): ExchangeRate => ({
  currency,
  period,
  unitsPerUsd,
  source: 'test',
})
const RATES: readonly ExchangeRate[] = [
  row('VND', '2022', '23271.213'),
  row('VND', '2022-01', '22650.5'),
  row('VND', '2024-03', '24700'),
  row('JPY', '2022', '131.49814'),
  row('JPY', '2022-01', '114.88902'),
  row('USD', '2022', '1'),
  row('USD', '2022-01', '1'),
]

describe('chooseRate', () => {
  it.each([
    ['2022-01', '22650.5', 'month'],
    ['2022-01-15', '22650.5', 'month'],
    ['2022-07', '23271.213', 'year'],
    ['2022', '23271.213', 'year'],
    ['2024', '24700', 'nearest'],
    ['1995-02', '22650.5', 'nearest'],
    [null, '24700', 'nearest'],
  ])('takes for a payment of %s the rate %s by %s', (paidOn, unitsPerUsd, basis) => {
    expect(chooseRate(RATES, 'VND', paidOn)).toMatchObject({ rate: { unitsPerUsd }, basis })
  })

  it('has no rate for a currency that is not in the list', () => {
    expect(chooseRate(RATES, 'KWD', '2022')).toBeNull()
  })
})

describe('convert', () => {
  it('goes through the dollar at the rates of the month', () => {
    const price = { amountMinor: 120_000_000n, currency: 'VND' } as const
    expect(convert(price, 'JPY', RATES, '2022-01')).toMatchObject({
      ok: true,
      value: { money: { amountMinor: 608670n, currency: 'JPY' }, rates: { from: { basis: 'month' } } },
    })
    expect(convert(price, 'USD', RATES, '2022-01')).toMatchObject({
      value: { money: { amountMinor: 529790n } },
    })
  })

  it('leaves an amount alone that already is in the currency', () => {
    const money = { amountMinor: 5n, currency: 'KWD' } as const
    expect(convert(money, 'KWD', [])).toEqual({ ok: true, value: { money, rates: null } })
  })

  it('says which currency has no rate', () => {
    expect(convert({ amountMinor: 5n, currency: 'KWD' }, 'JPY', RATES)).toEqual({
      ok: false,
      error: { code: 'rate_missing', currency: 'KWD' },
    })
  })
})

describe('money', () => {
  it('refuses to add or compare two currencies', () => {
    const dong = { amountMinor: 1n, currency: 'VND' } as const
    const yen = { amountMinor: 1n, currency: 'JPY' } as const
    expect(() => add(dong, yen)).toThrow(TypeError)
    expect(() => compare(dong, yen)).toThrow(TypeError)
    expect(add(dong, dong)).toEqual({ amountMinor: 2n, currency: 'VND' })
    expect(compare(dong, add(dong, dong))).toBe(-1)
    expect(sumByCurrency([dong, yen, dong])).toEqual([{ amountMinor: 2n, currency: 'VND' }, yen])
  })
})

describe('divideHalfUp', () => {
  it('rounds half away from zero and is never off by more than a half', () => {
    expect([divideHalfUp(5n, 2n), divideHalfUp(-5n, 2n), divideHalfUp(4n, 3n)]).toEqual([3n, -3n, 1n])
    fc.assert(
      fc.property(fc.bigInt({ max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const off = 2n * (divideHalfUp(n, d) * d - n)
        expect(off <= d && off >= -d).toBe(true)
      }),
    )
  })

  it('reads only plain decimals', () => {
    expect(decimalFrom('114.88902')).toEqual({ units: 11488902n, scale: 5 })
    expect(() => decimalFrom('1e3')).toThrow(TypeError)
  })
})
