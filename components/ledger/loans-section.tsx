import { money, partialDate } from '@/components/case/words'
import type { LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayCollateral, sayInterest, sayLender } from './loan-words'

/** Money borrowed to come; what was removed stays below, to be put back. */
export function LoansSection({
  t,
  loans,
  inDebt,
  fees,
}: {
  t: Translator
  loans: readonly LedgerLoan[]
  /** What was answered to "did you borrow"; null where nobody said. */
  inDebt: boolean | null
  fees: string
}) {
  const counted = loans.filter(({ removedAt }) => removedAt === null)
  const removed = loans.filter(({ removedAt }) => removedAt !== null)
  return (
    <section className="block" id="loans">
      <div className="bar">
        <h2>{t('ledger.loans_heading')}</h2>
        <a className="noprint" href={`${fees}/loans/new`}>
          {t('ledger.add_loan')}
        </a>
      </div>
      {counted.length === 0 ? (
        <div className="tight">
          <p className="mute">{t(inDebt === false ? 'cases.loan_none' : 'cases.loan_unsaid')}</p>
          {inDebt === false ? null : <p className="noprint">{t('ledger.loans_next')}</p>}
        </div>
      ) : (
        <LoansTable t={t} loans={counted} fees={fees} />
      )}
      {removed.length === 0 ? null : (
        <ul className="plainlist">
          {removed.map((loan) => (
            <li key={loan.id}>
              <span>
                {[sayLender(t, loan), money(t, loan.principalMinor, loan.currency)].filter(Boolean).join(' · ')}
              </span>
              {loan.removedAt === null ? null : (
                <small>{t('ledger.removed_on', { day: formatDayOf(loan.removedAt, t.locale) })}</small>
              )}
              <a className="noprint" href={`${fees}/loans/${loan.id}/back`}>
                {t('ledger.back_button')}
                <span className="vh">: {sayLender(t, loan)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function LoansTable({ t, loans, fees }: { t: Translator; loans: readonly LedgerLoan[]; fees: string }) {
  const columns = [
    'lender',
    'principal',
    'borrowed_on',
    'interest',
    'term',
    'repayment',
    'outstanding',
    'collateral',
  ] as const
  return (
    <table className="grid ledger" role="table">
      <caption className="vh">{t('ledger.loans_heading')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`ledger.field_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {loans.map((loan) => (
          <LoanRow key={loan.id} t={t} loan={loan} fees={fees} />
        ))}
      </tbody>
    </table>
  )
}

function LoanRow({ t, loan, fees }: { t: Translator; loan: LedgerLoan; fees: string }) {
  const sum = (minor: bigint | null) => money(t, minor, loan.currency)
  const owedYen = loan.currency === 'JPY' ? null : money(t, loan.outstandingJpy, 'JPY')
  const cells = [
    {
      column: 'principal',
      value: sum(loan.principalMinor) ?? (loan.amountAsTyped === null ? null : `“${loan.amountAsTyped}”`),
    },
    { column: 'borrowed_on', value: partialDate(t, loan.borrowedOn) },
    { column: 'interest', value: sayInterest(t, loan) },
    { column: 'term', value: loan.termMonths === null ? null : t('ledger.months', { count: loan.termMonths }) },
    { column: 'repayment', value: sum(loan.monthlyRepaymentMinor) },
    {
      column: 'outstanding',
      value: sum(loan.outstandingMinor),
      small: owedYen && t('common.about_amount', { amount: owedYen }),
    },
    { column: 'collateral', value: sayCollateral(t, loan) },
  ] as const
  const lender = sayLender(t, loan)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {lender}
        <ul className="acts-line noprint">
          {[
            { href: `${fees}/loans/${loan.id}`, text: t('common.change') },
            { href: `${fees}/loans/${loan.id}/remove`, text: t('ledger.act_remove') },
          ].map(({ href, text }) => (
            <li key={href}>
              <a href={href}>
                {text}
                <span className="vh">: {lender}</span>
              </a>
            </li>
          ))}
        </ul>
      </th>
      {cells.map((cell) => (
        <td key={cell.column} role="cell" data-label={t(`ledger.field_${cell.column}`)}>
          {cell.value ?? t('cases.unsaid')}
          {'small' in cell && cell.small ? <small>{cell.small}</small> : null}
        </td>
      ))}
    </tr>
  )
}
