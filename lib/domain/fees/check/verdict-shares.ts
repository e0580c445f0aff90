import { convert } from '@/lib/domain/money/convert'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import type { LineAssessment } from '../assessment/assessment'

/** What a sum falls into, in the order it is drawn: allowed, above a limit, not allowed, likely either, no rule, facts missing. */
export const SHARE_KINDS = ['may', 'over', 'ban', 'likely', 'none', 'missing'] as const
export type ShareKind = (typeof SHARE_KINDS)[number]

/** A payment with its verdict. */
export type JudgedPayment = {
  readonly amount: Money | null
  readonly paidOn: string | null
  readonly line: Pick<LineAssessment, 'verdict' | 'over' | 'overLikely'>
}

/** A sum split by verdict, in one currency; `isConverted` when payments in several were brought to yen. */
export type VerdictShares = {
  readonly isConverted: boolean
  readonly total: Money
  readonly shares: readonly { readonly kind: ShareKind; readonly money: Money }[]
}

/**
 * Splits payments into what may be charged and what not; null when no amount is known, or a rate is missing for adding up. Shares
 * of nothing are left out, the rest add up to the total.
 */
export function verdictShares(
  payments: readonly JudgedPayment[],
  rates: readonly ExchangeRate[],
): VerdictShares | null {
  const parts = payments.flatMap((payment) => partsOf(payment))
  const [first] = parts
  if (first === undefined) return null
  const isConverted = parts.some(({ money }) => money.currency !== first.money.currency)
  const currency = isConverted ? 'JPY' : first.money.currency
  const sums = new Map<ShareKind, bigint>()
  for (const { kind, money, paidOn } of parts) {
    const converted = convert(money, currency, rates, paidOn)
    if (!converted.ok) return null
    sums.set(kind, (sums.get(kind) ?? 0n) + converted.value.money.amountMinor)
  }
  const shares = SHARE_KINDS.flatMap((kind) => {
    const amountMinor = sums.get(kind) ?? 0n
    return amountMinor > 0n ? [{ kind, money: { amountMinor, currency } }] : []
  })
  const total = shares.reduce((sum, { money }) => sum + money.amountMinor, 0n)
  return { isConverted, total: { amountMinor: total, currency }, shares }
}

/** The sum of some kinds of share. */
export function sumOf({ shares, total }: VerdictShares, kinds: readonly ShareKind[]): Money {
  const inside = shares.filter(({ kind }) => kinds.includes(kind))
  return { amountMinor: inside.reduce((sum, { money }) => sum + money.amountMinor, 0n), currency: total.currency }
}

/** The number that matters: what is surely above or not allowed, else what likely is; never the two added up as if both were sure. */
export function headline(shares: VerdictShares): { readonly money: Money; readonly isSure: boolean } {
  const sure = sumOf(shares, ['over', 'ban'])
  return sure.amountMinor > 0n ? { money: sure, isSure: true } : { money: sumOf(shares, ['likely']), isSure: false }
}

type Part = { readonly kind: ShareKind; readonly money: Money; readonly paidOn: string | null }

function partsOf({ amount, paidOn, line }: JudgedPayment): Part[] {
  if (amount === null) return []
  const part = (kind: ShareKind, amountMinor: bigint): Part => ({
    kind,
    money: { amountMinor, currency: amount.currency },
    paidOn,
  })
  // A share of an excess is rounded on its own; it is never more than the payment.
  const most = (share: Money | null) =>
    share === null || share.amountMinor > amount.amountMinor ? amount.amountMinor : share.amountMinor
  const over = most(line.over)
  const inAll = line.overLikely === null ? over : most(line.overLikely)
  switch (line.verdict) {
    case 'within_cap':
      return [part('may', amount.amountMinor)]
    case 'above_cap':
      return [part('may', amount.amountMinor - inAll), part('over', over), part('likely', inAll - over)]
    case 'likely_above':
      return [part('may', amount.amountMinor - over), part('likely', over)]
    case 'prohibited':
      return [part('ban', amount.amountMinor)]
    case 'no_rule_known':
      return [part('none', amount.amountMinor)]
    case 'missing_facts':
      return [part('missing', amount.amountMinor)]
  }
}
