import { Figures } from '@/components/ui/figures'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { CaseFile, CaseLoan, LedgerLine } from '@/lib/domain/case-file'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money, partialDate, wordOf } from './words'

/** Payments as a ledger: the original amount as told, yen of the month of payment beside it; then what is still owed. */
export function CaseMoney({ t, file }: { t: Translator; file: CaseFile }) {
  const { head, ledger, loans } = file
  return (
    <section className="block" id="money">
      <h2>{t('cases.money_heading')}</h2>
      {ledger.length === 0 ? (
        <p className="mute">{t(head.paidAnswer === 'no' ? 'cases.paid_nothing' : 'cases.paid_unsaid')}</p>
      ) : (
        <>
          <Figures
            figures={[
              {
                name: t('cases.paid_total'),
                value: money(t, head.paidTotalJpy, 'JPY'),
                remark: t('cases.lines', { count: ledger.length, number: formatCount(ledger.length, t.locale) }),
              },
              ...(head.debtJpy === null ? [] : [{ name: t('cases.debt_total'), value: money(t, head.debtJpy, 'JPY') }]),
            ]}
          />
          <Ledger t={t} lines={ledger} total={head.paidTotalJpy} />
        </>
      )}
      {loans.length === 0 ? (
        <p className="mute">{t(head.inDebt === false ? 'cases.loan_none' : 'cases.loan_unsaid')}</p>
      ) : (
        <>
          <h3>{t('cases.loans_heading')}</h3>
          <ul className="todo">
            {loans.map((loan) => (
              <LoanLine key={loan.id} t={t} loan={loan} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Ledger({ t, lines, total }: { t: Translator; lines: readonly LedgerLine[]; total: bigint }) {
  return (
    <ScrollRegion label={t('cases.ledger')}>
      <table className="grid">
        <caption className="vh">{t('cases.ledger')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.ledger_what')}</th>
            <th scope="col">{t('cases.ledger_payee')}</th>
            <th scope="col">{t('cases.ledger_when')}</th>
            <th scope="col" className="n">
              {t('cases.ledger_paid')}
            </th>
            <th scope="col" className="n">
              {t('cases.ledger_jpy')}
            </th>
            <th scope="col">{t('cases.ledger_method')}</th>
            <th scope="col">{t('cases.ledger_told')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LedgerRow key={line.id} t={t} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('cases.ledger_total')}
            </th>
            <td className="n">{money(t, total, 'JPY')}</td>
            <td colSpan={2}>
              <small>{t('cases.ledger_rates')}</small>
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function LedgerRow({ t, line }: { t: Translator; line: LedgerLine }) {
  const role = line.payeeRole === null ? null : codeWord(t, 'party_role', line.payeeRole)
  const refunded = money(t, line.refundedMinor, line.currency)
  return (
    <tr>
      <th scope="row">{line.category === null ? t('cases.unsaid') : codeWord(t, 'fee_category', line.category)}</th>
      <td>
        {line.payeeName ?? role ?? t('cases.unsaid')}
        {line.payeeName !== null && role !== null ? <small>{role}</small> : null}
      </td>
      <td className="num">{partialDate(t, line.paidOn) ?? t('cases.forgotten')}</td>
      <td className="n">
        <Amount t={t} line={line} />
        {refunded === null ? null : <small>{t('cases.refunded', { amount: refunded })}</small>}
      </td>
      <td className="n">
        {money(t, line.jpyMinor, 'JPY') ?? '–'}
        {line.rateBasis === null ? null : (
          <small>
            {t(line.rateBasis === 'nearest' ? 'cases.rate_nearest' : 'cases.rate_of', {
              period: line.ratePeriod ?? '',
            })}
          </small>
        )}
      </td>
      <td>
        {line.method === null ? '–' : wordOf(t, `cases.method_${line.method}`, line.method)}
        {line.receipt === null ? null : <small>{wordOf(t, `cases.receipt_${line.receipt}`, line.receipt)}</small>}
      </td>
      <td>{line.toldBeforeSigning === null ? '–' : t(line.toldBeforeSigning ? 'common.yes' : 'common.no')}</td>
    </tr>
  )
}

function Amount({ t, line }: { t: Translator; line: LedgerLine }) {
  const amount = money(t, line.amountMinor, line.currency)
  if (amount === null) return <>{line.amountAsTyped === null ? t('cases.forgotten') : `“${line.amountAsTyped}”`}</>
  const upTo = money(t, line.amountMaxMinor, line.currency)
  const text = upTo === null ? amount : `${amount} – ${upTo}`
  return <>{line.precision === 'about' ? t('common.about_amount', { amount: text }) : text}</>
}

function LoanLine({ t, loan }: { t: Translator; loan: CaseLoan }) {
  const owed = money(t, loan.outstandingMinor, loan.currency)
  const borrowed = money(t, loan.principalMinor, loan.currency)
  const from =
    loan.lenderName ?? (loan.lenderKind === null ? t('cases.unsaid') : codeWord(t, 'lender_kind', loan.lenderKind))
  return (
    <li>
      <span />
      <span>
        {t('cases.loan_from', { lender: from })}
        {borrowed === null ? '' : `, ${borrowed}`}
        <small>
          {owed === null
            ? loan.amountAsTyped === null
              ? t('cases.loan_owed_unsaid')
              : `“${loan.amountAsTyped}”`
            : t('cases.loan_owed', { amount: owed })}
          {loan.outstandingJpy === null || loan.currency === 'JPY'
            ? ''
            : `, ${t('common.about_amount', { amount: money(t, loan.outstandingJpy, 'JPY') ?? '' })}`}
        </small>
      </span>
    </li>
  )
}
