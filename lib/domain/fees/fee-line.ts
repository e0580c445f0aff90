import { sumByCurrency, type Money } from '../money/money'
import type { FeeLineAnswer } from '../report/answers'
import type { FeeCategoryCode } from './categories'
import type { PartyRole } from './payees'
import type { PaymentMethod, Precision, ReceiptKind } from './payment-methods'

/**
 * One payment on the way to the job. Null is "not told", which is not the same as "no".
 * `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `refunded` is what came back so far.
 */
export type FeeLine = {
  readonly payeeRole: PartyRole | null
  readonly payeeName: string | null
  readonly category: FeeCategoryCode | null
  readonly amount: Money | null
  readonly precision: Precision | null
  readonly paidOn: string | null
  readonly method: PaymentMethod | null
  readonly receipt: ReceiptKind | null
  readonly wasToldBeforeSigning: boolean | null
  readonly refunded: Money | null
}

/** The payment a worker's answers describe; an amount needs both its digits and its currency. */
export function feeLineFrom(answer: FeeLineAnswer): FeeLine {
  const { amountMinor, currency, toldBeforeSigning } = answer
  const isReadable = amountMinor !== undefined && /^\d{1,20}$/u.test(amountMinor)
  return {
    payeeRole: answer.payeeRole ?? null,
    payeeName: answer.payeeName ?? null,
    category: answer.category ?? null,
    amount: isReadable && currency !== undefined ? { amountMinor: BigInt(amountMinor), currency } : null,
    precision: answer.precision ?? null,
    paidOn: answer.paidOn ?? null,
    method: answer.method ?? null,
    receipt: answer.receipt ?? null,
    wasToldBeforeSigning: toldBeforeSigning === undefined ? null : toldBeforeSigning === 'yes',
    refunded: null,
  }
}

/** What was paid in all, one sum per currency. Lines without an amount do not count. */
export function totalsPaid(lines: readonly FeeLine[]): Money[] {
  return sumByCurrency(lines.flatMap((line) => (line.amount === null ? [] : [line.amount])))
}
