import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { plus, rounded, times, whole, ZERO, type Fraction } from '@/lib/domain/money/fraction'
import { FEE_CATEGORIES } from '../categories'
import type { PartyClaim, UsedRate } from './assessment'
import type { FeeLineFacts } from './facts'
import { lineRate, uniqueRates } from './line-values'
import type { JudgedLine } from './line-verdict'

type Sums = { over: Fraction; certain: Fraction; refundUnderLaw: Fraction; paid: Fraction; refundOfPaid: Fraction }

const LOAN_PRICES: readonly string[] = FEE_CATEGORIES.filter(({ group }) => group === 'fin').map(({ code }) => code)

/**
 * What could be asked back, by party, in yen at the rates of the payments, with the rates gone through.
 * Above the cap: Σ over − what came back of payments a law is about, so that what was paid back within a sum is not asked again; above zero fee: Σ of all recruitment fees,
 * related and illegitimate costs (ILO 2019; the price of a loan is not among them) − what came back. Of a range the lower end.
 * Never below zero; each exact and rounded once. Payments without an amount, a rate or (for zero fee) a purpose are left out.
 */
export function partyClaims(
  lines: readonly (JudgedLine & { readonly line: FeeLineFacts })[],
  rates: readonly ExchangeRate[],
): { readonly claims: readonly PartyClaim[]; readonly rates: readonly UsedRate[] } {
  const byParty = new Map<string | null, Sums>()
  const used: UsedRate[] = []
  for (const { line, over, overCertain, isUnderLaw } of lines) {
    const rate = line.amount === null ? null : lineRate(line, line.amount.currency, 'JPY', rates)
    if (line.amount === null || rate === null) continue
    used.push(...rate.rates)
    const sums = byParty.get(line.partyKey) ?? noSums()
    byParty.set(line.partyKey, sums)
    const yen = (amount: Fraction) => times(amount, rate.ratio)
    const refunded = yen(whole(line.refundedMinor))
    if (isUnderLaw) sums.refundUnderLaw = plus(sums.refundUnderLaw, refunded)
    if (over !== null) sums.over = plus(sums.over, yen(over))
    if (overCertain !== null) sums.certain = plus(sums.certain, yen(overCertain))
    if (line.categories.length > 0 && !line.categories.some((code) => LOAN_PRICES.includes(code))) {
      sums.paid = plus(sums.paid, yen(whole(line.amount.minMinor)))
      sums.refundOfPaid = plus(sums.refundOfPaid, refunded)
    }
  }
  const claims = [...byParty].map(([partyKey, sums]) => claimOf(partyKey, sums)).toSorted(byKey)
  return { claims, rates: uniqueRates(used) }
}

function claimOf(partyKey: string | null, sums: Sums): PartyClaim {
  const aboveCapJpy = net(sums.over, sums.refundUnderLaw)
  return {
    partyKey,
    aboveCapJpy,
    likelyJpy: aboveCapJpy - net(sums.certain, sums.refundUnderLaw),
    aboveZeroFeeJpy: net(sums.paid, sums.refundOfPaid),
  }
}

function net(sum: Fraction, refund: Fraction): bigint {
  const left = rounded({ top: sum.top * refund.bottom - refund.top * sum.bottom, bottom: sum.bottom * refund.bottom })
  return left > 0n ? left : 0n
}

function byKey(a: PartyClaim, b: PartyClaim): number {
  return (a.partyKey ?? '') < (b.partyKey ?? '') ? -1 : 1
}

function noSums(): Sums {
  return { over: ZERO, certain: ZERO, refundUnderLaw: ZERO, paid: ZERO, refundOfPaid: ZERO }
}
