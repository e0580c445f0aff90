import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import type { Translator } from '@/lib/i18n/translate'
import { sayFeeAmount, sayPartialDate } from './amount-words'
import { labelOf } from './labels'

/** What is known of a payment so far, above its next question: "Payment 2 · Sending company · Service fee · 120,000,000 ₫". */
export function feeHeading(line: FeeLineAnswer, number: number, t: Translator): string {
  return [t('report.fee_number', { number }), sayPayee(line, t), sayCategory(line, t), sayFeeAmount(line, t)]
    .filter((part) => part !== null)
    .join(' · ')
}

export function sayPayee(line: FeeLineAnswer, t: Translator): string | null {
  const role = line.payeeRole === undefined ? null : labelOf(t, 'party_role', line.payeeRole)
  if (line.payeeName === undefined) return role
  return role === null ? line.payeeName : `${line.payeeName} · ${role}`
}

export function sayCategory(line: FeeLineAnswer, t: Translator): string | null {
  return line.category === undefined ? null : labelOf(t, 'fee_category', line.category)
}

/** How it was paid, whether with a receipt, whether told before signing, in one row of words. */
export function sayHow(line: FeeLineAnswer, t: Translator): string | null {
  const parts = [
    line.method === undefined ? null : labelOf(t, 'payment_method', line.method),
    line.receipt === undefined ? null : t(`report.with_receipt_${line.receipt}`),
    line.toldBeforeSigning === undefined ? null : t(`report.told_${line.toldBeforeSigning}`),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** Amount and month: "about ₱40,000, May 2025". */
export function sayAmountAndMonth(line: FeeLineAnswer, t: Translator): string | null {
  const parts = [sayFeeAmount(line, t), line.paidOn === undefined ? null : sayPartialDate(line.paidOn, t)].filter(
    (part) => part !== null,
  )
  return parts.length === 0 ? null : parts.join(', ')
}
