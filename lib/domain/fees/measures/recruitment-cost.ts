import type { FeeCategoryCode } from '../categories'
import type { PaymentMethod } from '../payment-methods'
import type { Measure, MeasureGap } from './measure'

/**
 * A payment as the cost needs it. `jpy`: in whole yen at the rate of the payment (of a remembered range the lower end), null when
 * forgotten or no rate is known; `refundedJpy`: what came back. Split and removed lines are left out by the caller.
 */
export type CostLine = {
  readonly category: FeeCategoryCode | null
  readonly hasAmount: boolean
  readonly jpy: bigint | null
  readonly refundedJpy: bigint
  readonly paidBy: string | null
  readonly method: PaymentMethod | null
}

/**
 * The cost of recruitment, Ck of SDG 10.7.1: everything the worker and the family paid to get the job and to reach it, whenever
 * and however collected, less what came back. All of `rf_*`, `rc_*`, `other_related` and `il_*`, payments of an unknown kind, and
 * `fin_loan_interest`, which the indicator counts although it is no fee (domain notes, part 2).
 * - Paid by the worker, the family, or a lender in the worker's name; not what somebody else paid, unless nobody said who.
 * - Whatever the channel: a cost taken from wages is a line with the method `deduction` and is in the sum already. The wage fact
 *   `deduction_recruitment_recovery` says what one month lost to it: it corrects the pay (earnings.ts) and is never added here,
 *   so that nothing is counted twice; recovery told as a wage fact only, without a line, is remarked.
 * One amount that nobody remembers makes the sum unknown: it is not zero yen. Nothing told is unknown too, unless the worker
 * said that nothing was paid, which is a cost of zero.
 * Source: ILO and World Bank, SDG indicator 10.7.1 metadata (2018, revised 18 May 2022).
 */
export function recruitmentCost(lines: readonly CostLine[], hasPaidNothing: boolean): Measure<bigint> {
  const counted = lines.filter(({ paidBy }) => paidBy !== 'other')
  if (lines.length === 0) return hasPaidNothing ? { value: 0n, remarks: [] } : { missing: ['no_payment_told'] }
  const missing: MeasureGap[] = []
  if (counted.some(({ hasAmount }) => !hasAmount)) missing.push('payment_amount')
  if (counted.some(({ hasAmount, jpy }) => hasAmount && jpy === null)) missing.push('payment_rate')
  if (missing.length > 0) return { missing }
  const net = counted.reduce((sum, { jpy, refundedJpy }) => sum + (jpy ?? 0n) - refundedJpy, 0n)
  return { value: net < 0n ? 0n : net, remarks: [] }
}

/** The cost in whole yen for the column `cases.recruitment_cost_jpy`, null where it is not known. */
export function recruitmentCostJpy(lines: readonly CostLine[], hasPaidNothing = false): bigint | null {
  const cost = recruitmentCost(lines, hasPaidNothing)
  return 'value' in cost ? cost.value : null
}

const RECOVERIES: readonly (FeeCategoryCode | null)[] = ['rf_recovery_from_worker', 'il_illicit_cost_recovery']

/** Whether one of the payments is a cost taken back from the worker's pay. */
export function hasRecoveryLine(lines: readonly CostLine[]): boolean {
  return lines.some(({ method, category }) => method === 'deduction' || RECOVERIES.includes(category))
}
