import { divideHalfUp } from '@/lib/domain/money/ratio'

/**
 * What came back of a payment, in whole yen: the part of its yen that the refund is of its amount, so at the rate the payment
 * itself went through. Never more than the payment: what came back beyond it is of something else. Zero where nothing came back
 * or the amount is not known.
 */
export function refundedYen(line: {
  readonly amountMinor: bigint | null
  readonly refundedMinor: bigint | null
  readonly jpyMinor: bigint | null
}): bigint {
  const { amountMinor, refundedMinor, jpyMinor } = line
  if (amountMinor === null || amountMinor === 0n || refundedMinor === null || jpyMinor === null) return 0n
  const backMinor = refundedMinor < amountMinor ? refundedMinor : amountMinor
  return divideHalfUp(backMinor * jpyMinor, amountMinor)
}
