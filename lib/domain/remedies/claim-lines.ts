import type { CaseAssessment, LineAssessment } from '../fees/assessment/assessment'
import type { CurrencyCode } from '../money/currencies'
import type { Money } from '../money/money'

/** What a claim rests on: a law that is broken, the ILO definition (nothing from the worker), a promise of the party. */
export const CLAIM_LANES = ['law', 'ilo', 'commitment'] as const
export type ClaimLane = (typeof CLAIM_LANES)[number]

/** What of a payment the claims need. */
export type ClaimableLine = {
  readonly id: string
  readonly amountMinor: bigint | null
  readonly currency: CurrencyCode | null
  readonly refundedMinor: bigint | null
}

/**
 * What of one payment can be asked back on one ground, in its own currency, less what came back already; null when nothing can or
 * it is not known. Of the law the part above the limit (of a ban the whole); of the ILO definition the whole of what it is about;
 * of a promise the part above it.
 */
export function claimableOf(line: ClaimableLine, assessment: CaseAssessment, lane: ClaimLane): Money | null {
  const { amountMinor, currency } = line
  const judged = assessment.lines.find(({ lineId }) => lineId === line.id)
  if (!judged || amountMinor === null || currency === null) return null
  const gross = grossOf(judged, { amountMinor, currency }, assessment, lane)
  const net = gross === null ? 0n : gross - (line.refundedMinor ?? 0n)
  return net > 0n ? { amountMinor: net, currency } : null
}

function grossOf(judged: LineAssessment, paid: Money, assessment: CaseAssessment, lane: ClaimLane): bigint | null {
  if (lane === 'law') return judged.over?.currency === paid.currency ? judged.over.amountMinor : null
  if (lane === 'ilo')
    return judged.zeroFee === 'never' || judged.zeroFee === 'exception_possible' ? paid.amountMinor : null
  const broken = judged.findings.flatMap((index) => {
    const finding = assessment.findings[index]
    return finding?.lane === 'commitment' ? [finding] : []
  })
  if (broken.some(({ outcome }) => outcome === 'prohibited')) return paid.amountMinor
  // A promise about several payments together does not say which of them was too much: the whole excess, of this one at most all.
  const overs = broken.flatMap(({ outcome, over }) =>
    outcome === 'above' && over?.currency === paid.currency ? [over.amountMinor] : [],
  )
  const most = overs.reduce<bigint | null>((max, over) => (max === null || over > max ? over : max), null)
  return most === null || most < paid.amountMinor ? most : paid.amountMinor
}
