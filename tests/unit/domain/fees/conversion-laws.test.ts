import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineRate } from '@/lib/domain/fees/assessment/line-values'
import { convert } from '@/lib/domain/money/convert'
import { minorPerMajor } from '@/lib/domain/money/currencies'
import { isMore, plus, rounded, times, whole } from '@/lib/domain/money/fraction'
import { currency, minor, partialDate } from './any-case'
import { RATES } from './case-of-fees'

describe('a conversion', () => {
  it('there and back is the same amount within rounding', () => {
    fc.assert(
      fc.property(minor, currency, currency, partialDate, (amountMinor, from, to, paidOn) => {
        const there = convert({ amountMinor, currency: from }, to, RATES, paidOn)
        const back = there.ok ? convert(there.value.money, from, RATES, paidOn) : there
        if (!back.ok) throw new TypeError(back.error.currency)
        const off = back.value.money.amountMinor - amountMinor
        // Half a minor unit of the other currency, and half a one of its own.
        const line = { paidOn, rateOverride: null }
        const unit = lineRate(line, to, from, RATES)?.ratio ?? whole(0n)
        const most = plus(times(unit, { top: 1n, bottom: 2n }), { top: 1n, bottom: 2n })
        expect(isMore(whole(off < 0n ? -off : off), most)).toBe(false)
      }),
    )
  })

  it('of a sum agrees with the conversion of an amount', () => {
    fc.assert(
      fc.property(minor, currency, currency, partialDate, (amountMinor, from, to, paidOn) => {
        const converted = convert({ amountMinor, currency: from }, to, RATES, paidOn)
        const ratio = lineRate({ paidOn, rateOverride: null }, from, to, RATES)?.ratio ?? whole(0n)
        expect(converted).toMatchObject({
          value: { money: { amountMinor: rounded(times(whole(amountMinor), ratio)) } },
        })
        expect(minorPerMajor(to) > 0n).toBe(true)
      }),
    )
  })
})
