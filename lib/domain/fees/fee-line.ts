import type { Money } from '../money/money'
import type { FeeLineAnswer } from '../report/answers'
import type { FeeCategoryCode } from './categories'
import type { PartyRole } from './payees'
import type { PayerKind, PaymentMethod, Precision, ReceiptKind } from './payment-methods'

/**
 * One payment on the way to the job. Null is "not told", which is not the same as "no".
 * `amountMaxMinor` is the upper end of a remembered range, in the currency of `amount`; `lumpCategories` what one lump was for;
 * `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `refunded` is what came back so far.
 */
export type FeeLine = {
  readonly payeeRole: PartyRole | null
  readonly payeeName: string | null
  readonly category: FeeCategoryCode | null
  readonly lumpCategories: readonly FeeCategoryCode[]
  readonly amount: Money | null
  readonly amountMaxMinor: bigint | null
  readonly precision: Precision | null
  readonly paidOn: string | null
  readonly method: PaymentMethod | null
  readonly instalments: number | null
  readonly receipt: ReceiptKind | null
  readonly wasToldBeforeSigning: boolean | null
  readonly paidBy: PayerKind | null
  readonly refunded: Money | null
}

/** The payment a worker's answers describe; an amount needs both its digits and its currency. */
export function feeLineFrom(answer: FeeLineAnswer): FeeLine {
  const { currency, toldBeforeSigning } = answer
  const sum = (digits: string | undefined): Money | null => {
    const amountMinor = minorFrom(digits)
    return amountMinor === null || currency === undefined ? null : { amountMinor, currency }
  }
  return {
    payeeRole: answer.payeeRole ?? null,
    payeeName: answer.payeeName ?? null,
    category: answer.category ?? null,
    lumpCategories: answer.lumpCategories ?? [],
    amount: sum(answer.amountMinor),
    amountMaxMinor: sum(answer.amountMaxMinor)?.amountMinor ?? null,
    precision: answer.precision ?? null,
    paidOn: answer.paidOn ?? null,
    method: answer.method ?? null,
    instalments: answer.instalments ?? null,
    receipt: answer.receipt ?? null,
    wasToldBeforeSigning: toldBeforeSigning === undefined ? null : toldBeforeSigning === 'yes',
    paidBy: answer.paidBy ?? null,
    refunded: sum(answer.refundedMinor),
  }
}

/** Digits of an answer as minor units; null where there are none to be read. */
export function minorFrom(digits: string | undefined): bigint | null {
  return digits !== undefined && /^\d{1,18}$/u.test(digits) ? BigInt(digits) : null
}
