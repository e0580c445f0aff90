import { sayPartialDate, sayRemembered, saySums } from '@/components/report/amount-words'
import { sayPurpose } from '@/components/report/fee-words'
import { labelOf } from '@/components/report/labels'
import { Facts } from '@/components/ui/facts'
import type { Money } from '@/lib/domain/money/money'
import type { Translator } from '@/lib/i18n/translate'

/** A payment as the worker's page gets it. */
export type ToldPayment = {
  readonly id: string
  readonly payeeRole: string | null
  readonly payeeName: string | null
  readonly category: string | null
  readonly lumpCategories: readonly string[]
  readonly amount: Money | null
  readonly amountMaxMinor: bigint | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
}

/** The payments in the order they were told, and one sum for each currency: never added across currencies. */
export function PaymentList({ t, payments }: { t: Translator; payments: readonly ToldPayment[] }) {
  const sums = saySums(
    payments.map(({ amount, amountMaxMinor }) => ({ amount, maxMinor: amountMaxMinor })),
    t,
  )
  return (
    <>
      <Facts
        facts={payments.map((payment) => ({
          name: sayPayment(t, payment),
          value: <span className="num">{sayHowMuch(t, payment)}</span>,
        }))}
      />
      {sums.length === 0 ? null : (
        <div className="tight">
          <p className="mute">{t('track.payments_sum')}</p>
          {sums.map((sum) => (
            <p className="amount" key={sum}>
              {sum}
            </p>
          ))}
        </div>
      )}
    </>
  )
}

/** What was paid for, and to whom. */
export function sayPayment(t: Translator, { category, lumpCategories, payeeRole, payeeName }: ToldPayment): string {
  const what = sayPurpose(category, lumpCategories, t) ?? t('track.payment_other')
  const payee = payeeName ?? (payeeRole === null ? null : labelOf(t, 'party_role', payeeRole))
  return payee === null ? what : `${what}, ${t('track.payment_to', { payee })}`
}

/** How much as far as it is remembered, and when. */
export function sayHowMuch(t: Translator, payment: ToldPayment): string {
  const { amount, amountMaxMinor, amountAsTyped, precision, paidOn } = payment
  const said =
    sayRemembered({ amount, maxMinor: amountMaxMinor, precision, typed: amountAsTyped }, t) ??
    t('track.payment_no_amount')
  return paidOn === null ? said : `${said}, ${sayPartialDate(paidOn, t)}`
}
