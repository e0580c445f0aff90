import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import type { Translator } from '@/lib/i18n/translate'
import { moneyOf, sayFeeAmount, sayMoney, sayPartialDate } from './amount-words'
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

/** What it was for; of one lump everything it was for. */
export function sayCategory(line: FeeLineAnswer, t: Translator): string | null {
  return sayPurpose(line.category ?? null, line.lumpCategories ?? [], t)
}

/** A kind of payment, or the several kinds that one lump was for. */
export function sayPurpose(category: string | null, lump: readonly string[], t: Translator): string | null {
  if (lump.length > 1) {
    const things = lump.map((code) => labelOf(t, 'fee_category', code)).join(' + ')
    return t('common.one_sum_for', { things })
  }
  const only = category ?? lump[0]
  return only === undefined ? null : labelOf(t, 'fee_category', only)
}

/** How it was paid and by whom, whether with a receipt, whether told before signing, in one row of words. */
export function sayHow(line: FeeLineAnswer, t: Translator): string | null {
  const parts = [
    line.method === undefined ? null : labelOf(t, 'payment_method', line.method),
    line.instalments === undefined ? null : t('report.over_months', { count: line.instalments }),
    line.receipt === undefined ? null : t(`report.with_receipt_${line.receipt}`),
    line.toldBeforeSigning === undefined ? null : t(`report.told_${line.toldBeforeSigning}`),
    line.paidBy === undefined ? null : labelOf(t, 'payer', line.paidBy),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** Amount, month and what came back: "about ₱40,000, May 2025, got back ₱5,000". */
export function sayAmountAndMonth(line: FeeLineAnswer, t: Translator): string | null {
  const back = moneyOf(line.refundedMinor, line.currency)
  const parts = [
    sayFeeAmount(line, t),
    line.paidOn === undefined ? null : sayPartialDate(line.paidOn, t),
    back === null || back.amountMinor === 0n ? null : t('report.got_back', { amount: sayMoney(back, t) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
