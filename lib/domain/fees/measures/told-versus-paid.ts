import type { Measure, MeasureGap } from './measure'
import { latestOf, type PaidWage } from './earnings'
import { recruitmentCost, type CostLine } from './recruitment-cost'

/** What was told and what it was; whole yen. `gapJpy` is what it was less what was told, below zero when less. */
export type Gap = { readonly toldJpy: bigint; readonly actualJpy: bigint; readonly gapJpy: bigint }

/** A payment with whether it was told before signing; null is not said. */
export type ToldLine = CostLine & { readonly toldBeforeSigning: boolean | null }

/** The sum that was told before signing against all that was paid, refunds not taken off, interest left out: it is no fee. */
export function toldTotalGap(toldTotalJpy: bigint | null, lines: readonly CostLine[]): Measure<Gap> {
  const fees = lines
    .filter(({ category }) => category !== 'fin_loan_interest')
    .map((line) => ({ ...line, refundedJpy: 0n }))
  const paid = recruitmentCost(fees, false)
  if (toldTotalJpy === null || 'missing' in paid) {
    const missing: MeasureGap[] = toldTotalJpy === null ? ['told_total'] : []
    return { missing: [...missing, ...('missing' in paid ? paid.missing : [])] }
  }
  return { value: gap(toldTotalJpy, paid.value), remarks: paid.remarks }
}

/** What was paid although it was not told before signing. Payments of which nobody said so are remarked and not counted. */
export function untoldPayments(
  lines: readonly ToldLine[],
): Measure<{ readonly jpy: bigint; readonly payments: number }> {
  const answered = lines.filter(({ toldBeforeSigning }) => toldBeforeSigning !== null)
  const untold = answered.filter(({ toldBeforeSigning }) => toldBeforeSigning === false)
  // "Nothing" is only said when every payment has an answer.
  if (untold.length === 0 && (answered.length === 0 || answered.length < lines.length)) {
    return { missing: ['told_before_signing'] }
  }
  const paid = untold.length === 0 ? { value: 0n } : recruitmentCost(untold, false)
  if ('missing' in paid) return paid
  return {
    value: { jpy: paid.value, payments: untold.length },
    remarks: answered.length < lines.length ? ['told_before_signing'] : [],
  }
}

/**
 * The monthly pay that was told before coming against the pay that arrived in the first full month, nothing added back. What was
 * told is often before tax, social insurance and rent: the gap is what the worker saw, not yet a breach.
 */
export function toldPayGap(wages: readonly PaidWage[]): Measure<Gap> {
  const told = latestOf(wages, 'told_before')
  const first = latestOf(wages, 'first_month_actual')
  const missing: MeasureGap[] = []
  if (told === undefined) missing.push('told_pay')
  if (first === undefined) missing.push('first_month_pay')
  if (told === undefined || first === undefined) return { missing }
  if (told.jpy === null || first.jpy === null) return { missing: ['pay_rate'] }
  return { value: gap(told.jpy, first.jpy), remarks: [] }
}

function gap(toldJpy: bigint, actualJpy: bigint): Gap {
  return { toldJpy, actualJpy, gapJpy: actualJpy - toldJpy }
}
