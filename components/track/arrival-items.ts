import { labelOf } from '@/components/report/labels'
import { sayPartialDate } from '@/components/report/amount-words'
import type { ArrivalAnswer } from '@/lib/domain/arrival'
import { TOLD_TO_OFFICER } from '@/lib/domain/remedies/remedy'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { formatDayOf, formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Payment = {
  readonly id: string
  readonly dueOn: string | null
  readonly amountMinor: bigint
  readonly currency: string
} & Confirmed

/** That it came, and who says so: the worker, or an officer whom the worker told. */
type Confirmed = { readonly confirmedAt: Date | null; readonly confirmedHow: string | null }

/** What was agreed, as the worker's page gets it. */
export type AgreedRemedy = {
  readonly id: string
  readonly type: string
  readonly terms: string | null
  readonly termsLanguage: string | null
  readonly failedAt: Date | null
  readonly payments: readonly Payment[]
} & Confirmed

/** One thing that can arrive: a remedy, or one payment of it. */
export type ArrivalItem = {
  readonly remedyId: string
  readonly repaymentId: string | null
  readonly name: string
  readonly terms: string | null
  readonly termsLanguage: string | null
  /** What the worker said of it last, or that the promise was broken. */
  readonly said: string | null
  readonly isOpen: boolean
}

/** Everything that was agreed, payments one by one where they are written down. */
export function arrivalItems(
  t: Translator,
  remedies: readonly AgreedRemedy[],
  answers: readonly ArrivalAnswer[],
): ArrivalItem[] {
  return remedies.flatMap((remedy): ArrivalItem[] => {
    const { id, failedAt } = remedy
    const said = (repaymentId: string | null, { confirmedAt, confirmedHow }: Confirmed) => {
      if (failedAt !== null) return t('track.arrived_failed')
      if (confirmedAt !== null)
        return t(confirmedHow === TOLD_TO_OFFICER ? 'track.arrived_told' : 'track.arrived_confirmed', {
          day: formatDayOf(confirmedAt, t.locale),
        })
      const last = answers.findLast((one) => one.remedyId === id && one.repaymentId === repaymentId)
      return last === undefined ? null : t(`track.arrived_notice_${last.arrived}`)
    }
    const item = (repaymentId: string | null, name: string, confirmed: Confirmed): ArrivalItem => ({
      remedyId: id,
      repaymentId,
      name,
      terms: repaymentId === null ? remedy.terms : null,
      termsLanguage: remedy.termsLanguage,
      said: said(repaymentId, confirmed),
      // What an officer wrote down stays a question: the worker can say that it is not so.
      isOpen: failedAt === null && (confirmed.confirmedAt === null || confirmed.confirmedHow === TOLD_TO_OFFICER),
    })
    const whole = item(null, labelOf(t, 'remedy_type', remedy.type), remedy)
    if (remedy.payments.length === 0) return [whole]
    return [
      { ...whole, isOpen: false },
      ...remedy.payments.map((payment) => item(payment.id, paymentName(t, payment), payment)),
    ]
  })
}

function paymentName(t: Translator, { amountMinor, currency, dueOn }: Payment): string {
  const amount = isCurrencyCode(currency) ? formatMoney(amountMinor, currency, t.locale) : `${amountMinor} ${currency}`
  return dueOn === null ? amount : t('track.arrived_due', { amount, day: sayPartialDate(dueOn, t) })
}
