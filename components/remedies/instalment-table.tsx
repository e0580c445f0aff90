import { money, partialDate } from '@/components/case/words'
import { instalmentState, paidTowards, type Instalment } from '@/lib/domain/remedies/remedy'
import type { Translator } from '@/lib/i18n/translate'

/** The parts of a repayment: by when, how much, what was paid as the office knows, what came as the worker says. */
export function InstalmentTable({
  t,
  instalments,
  today,
  payHref,
}: {
  t: Translator
  instalments: readonly Instalment[]
  today: string
  /** Where a payment is written down; null while nothing is agreed. */
  payHref: ((id: string) => string) | null
}) {
  if (instalments.length === 0) return null
  const heads = [
    'remedies.column_due',
    'remedies.column_amount',
    'remedies.column_paid',
    'remedies.column_arrived',
    'remedies.column_state',
  ] as const
  return (
    <table className="grid ledger" role="table">
      <caption className="vh">{t('remedies.schedule')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className={name === 'remedies.column_due' || name === 'remedies.column_state' ? undefined : 'n'}
            >
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {instalments.map((one) => {
          const { currency, amountMinor } = one.amount
          const state = instalmentState(one, today)
          return (
            <tr role="row" key={one.id}>
              <th role="rowheader" scope="row">
                {partialDate(t, one.dueOn) ?? t('cases.unsaid')}
              </th>
              <td role="cell" className="n" data-label={t('remedies.column_amount')}>
                {money(t, amountMinor, currency)}
              </td>
              <td role="cell" className="n" data-label={t('remedies.column_paid')}>
                {one.payments.length === 0 ? '–' : money(t, paidTowards(one), currency)}
              </td>
              <td role="cell" className="n" data-label={t('remedies.column_arrived')}>
                {one.arrivedMinor === null ? '–' : money(t, one.arrivedMinor, currency)}
              </td>
              <td role="cell" data-label={t('remedies.column_state')}>
                <span className={state === 'overdue' ? 's4' : undefined}>{t(`remedies.instalment_${state}`)}</span>{' '}
                {payHref === null || state === 'arrived' || state === 'arrived_told' ? null : (
                  <a className="noprint" href={payHref(one.id)}>
                    {t('remedies.pay_link')}
                    <span className="vh"> {partialDate(t, one.dueOn)}</span>
                  </a>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
