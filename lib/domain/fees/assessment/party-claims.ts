import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { plus, rounded, times, whole, ZERO, type Fraction } from '@/lib/domain/money/fraction'
import type { PartyClaim, UsedRate } from './assessment'
import type { FeeLineFacts, MissingFact } from './facts'
import { lineRate, uniqueRates } from './line-values'
import type { JudgedLine } from './line-verdict'

type Sums = { above: Fraction; certain: Fraction; zeroFee: Fraction }

/** The claims by party; `missing` names what would have to be told to count more. */
type Claims = {
  readonly claims: readonly PartyClaim[]
  readonly missing: readonly MissingFact[]
  readonly rates: readonly UsedRate[]
}

/**
 * What could be asked back, by party, in yen at the rates of the payments, with the rates gone through.
 * Above the cap: what is above the limits, net of what came back: a refund of a banned payment counts against that payment, one
 * within a sum against that sum, and none against anything else.
 * Above zero fee: what the standard is about, each payment less what came back of it; a lump with other things in it counts once
 * it is split. Of a range the lower end. Each exact and rounded once. Left out: what somebody else paid, and payments without an
 * amount or a rate.
 */
export function partyClaims(
  lines: readonly (JudgedLine & { readonly line: FeeLineFacts })[],
  rates: readonly ExchangeRate[],
): Claims {
  const byParty = new Map<string | null, Sums>()
  const missing = new Set<MissingFact>()
  const used: UsedRate[] = []
  for (const { line, net, netCertain, counts } of lines) {
    const rate = line.amount === null ? null : lineRate(line, line.amount.currency, 'JPY', rates)
    if (line.amount === null || rate === null || line.paidBy === 'other') continue
    used.push(...rate.rates)
    const sums = byParty.get(line.partyKey) ?? { above: ZERO, certain: ZERO, zeroFee: ZERO }
    byParty.set(line.partyKey, sums)
    const yen = (amount: Fraction) => times(amount, rate.ratio)
    if (net !== null) sums.above = plus(sums.above, yen(net))
    if (netCertain !== null) sums.certain = plus(sums.certain, yen(netCertain))
    if (counts === 'all') sums.zeroFee = plus(sums.zeroFee, yen(whole(kept(line, line.amount.minMinor))))
    if (counts === 'unknown_part') missing.add('lump_split')
  }
  const claims = [...byParty].map(([partyKey, sums]) => claimOf(partyKey, sums)).toSorted(byKey)
  return { claims, missing: [...missing], rates: uniqueRates(used) }
}

/** What of an amount did not come back; never below zero. Minor units. */
export function kept({ refundedMinor }: Pick<FeeLineFacts, 'refundedMinor'>, amountMinor: bigint): bigint {
  return amountMinor > refundedMinor ? amountMinor - refundedMinor : 0n
}

function claimOf(partyKey: string | null, { above, certain, zeroFee }: Sums): PartyClaim {
  const aboveCapJpy = rounded(above)
  return {
    partyKey,
    aboveCapJpy,
    likelyJpy: aboveCapJpy - rounded(certain),
    aboveZeroFeeJpy: rounded(zeroFee),
  }
}

function byKey(a: PartyClaim, b: PartyClaim): number {
  return (a.partyKey ?? '') < (b.partyKey ?? '') ? -1 : 1
}
