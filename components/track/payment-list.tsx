import { sayMoney, sayPartialDate } from '@/components/report/amount-words'
import { labelOf } from '@/components/report/labels'
import { Facts } from '@/components/ui/facts'
import { sumByCurrency, type Money } from '@/lib/domain/money/money'
import type { Translator } from '@/lib/i18n/translate'

/** A payment as the worker's page gets it. */
export type ToldPayment = {
  readonly id: string
  readonly payeeRole: string | null
  readonly payeeName: string | null
  readonly category: string | null
  readonly amount: Money | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
}

/** The payments in the order they were told, and one sum for each currency: never added across currencies. */
export function PaymentList({ t, payments }: { t: Translator; payments: readonly ToldPayment[] }) {
  const sums = sumByCurrency(payments.flatMap(({ amount }) => (amount === null ? [] : [amount])))
  return (
    <>
      <Facts
        facts={payments.map((payment) => ({
          name: sayWhat(t, payment),
          value: <span className="num">{sayHowMuch(t, payment)}</span>,
        }))}
      />
      {sums.length === 0 ? null : (
        <div className="tight">
          <p className="mute">{t('track.payments_sum')}</p>
          {sums.map((sum) => (
            <p className="amount" key={sum.currency}>
              {sayMoney(sum, t)}
            </p>
          ))}
        </div>
      )}
    </>
  )
}

function sayWhat(t: Translator, { category, payeeRole, payeeName }: ToldPayment): string {
  const what = category === null ? t('track.payment_other') : labelOf(t, 'fee_category', category)
  const payee = payeeName ?? (payeeRole === null ? null : labelOf(t, 'party_role', payeeRole))
  return payee === null ? what : `${what}, ${t('track.payment_to', { payee })}`
}

function sayHowMuch(t: Translator, { amount, amountAsTyped, precision, paidOn }: ToldPayment): string {
  const said = amount === null ? (amountAsTyped ?? t('track.payment_no_amount')) : sayMoney(amount, t)
  const sure = precision === 'about' && amount !== null ? t('common.about_amount', { amount: said }) : said
  return paidOn === null ? sure : `${sure}, ${sayPartialDate(paidOn, t)}`
}
