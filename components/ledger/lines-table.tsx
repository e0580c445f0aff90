import { codeWord, money } from '@/components/case/words'
import { VerdictTag } from '@/components/fees/verdict-tag'
import { saidOf } from '@/components/fees/verdict-words'
import type { LineAssessment } from '@/lib/domain/fees/assessment/assessment'
import type { Ledger, LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import { chooseRate, type ChosenRate, type ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Translator } from '@/lib/i18n/translate'
import { sayPaid } from './ledger-figures'
import { sayAmount, sayFarRate, sayHow, sayPayee, sayPayer, sayRate, sayWhat, sayWhen } from './line-words'

/**
 * Every payment that counts: the original amount first and never replaced, yen and dollars of the time of payment beside it with
 * the rate in words. On a phone each payment is a card; the words before a value come from `data-label` then.
 */
export function LinesTable({
  t,
  ledger,
  rates,
  fees,
}: {
  t: Translator
  ledger: Ledger
  /** The official rates, to hold own ones beside. */
  rates: readonly ExchangeRate[]
  fees: string
}) {
  const verdicts = new Map(ledger.assessment?.assessment.lines.map((line) => [line.lineId, line]))
  return (
    <table className="grid ledger" role="table">
      <caption className="vh">{t('ledger.lines_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Head>{t('ledger.column_what')}</Head>
          <Head>{t('ledger.column_payee')}</Head>
          <Head>{t('ledger.column_when')}</Head>
          <Head isNumber>{t('ledger.column_paid')}</Head>
          <Head isNumber>{t('ledger.column_then')}</Head>
          <Head>{t('ledger.column_how')}</Head>
          <Head>{t('ledger.column_support')}</Head>
          <Head>{t('ledger.column_verdict')}</Head>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {ledger.lines.map((line) => (
          <LineRow
            key={line.id}
            t={t}
            line={line}
            official={line.currency === null ? null : chooseRate(rates, line.currency, line.paidOn)}
            verdict={verdicts.get(line.id)}
            fees={fees}
          />
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row" colSpan={4}>
            {t('ledger.total')}
          </th>
          <td role="cell" className="n">
            {ledger.lines.some(({ jpyMinor }) => jpyMinor !== null)
              ? sayPaid(t, ledger.lines, money(t, ledger.head.paidTotalJpy, 'JPY') ?? '')
              : '–'}
          </td>
          <td role="cell" colSpan={3}>
            <small>{t('ledger.total_note')}</small>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Head({ isNumber = false, children }: { isNumber?: boolean; children: string }) {
  return (
    <th role="columnheader" scope="col" className={isNumber ? 'n' : undefined}>
      {children}
    </th>
  )
}

function LineRow({
  t,
  line,
  official,
  verdict,
  fees,
}: {
  t: Translator
  line: LedgerLine
  official: ChosenRate | null
  verdict: LineAssessment | undefined
  fees: string
}) {
  const payee = sayPayee(t, line)
  const payer = sayPayer(t, line.paidBy)
  const refunded = money(t, line.refundedMinor, line.currency)
  const rate = sayRate(t, line)
  const far = sayFarRate(t, line, official)
  const over = verdict?.over ? money(t, verdict.over.amountMinor, verdict.over.currency) : null
  const inAll = verdict?.overLikely ? money(t, verdict.overLikely.amountMinor, verdict.overLikely.currency) : null
  const isTold = line.toldBeforeSigning
  return (
    <tr role="row" id={`line-${line.id}`}>
      <th role="rowheader" scope="row">
        {sayWhat(t, line)}
        {line.splitFromId === null ? null : <small>{t('ledger.part_of_lump')}</small>}
        {line.addedByKind === 'staff' ? (
          <small>{t('ledger.added_by', { name: line.addedBy?.displayName ?? t('ledger.an_officer') })}</small>
        ) : null}
        <LineActs t={t} line={line} fees={fees} />
      </th>
      <td role="cell" data-label={t('ledger.column_payee')}>
        {payee.name}
        {payee.role === null ? null : <small>{payee.role}</small>}
      </td>
      <td role="cell" data-label={t('ledger.column_when')}>
        {sayWhen(t, line)}
      </td>
      <td role="cell" className="n" data-label={t('ledger.column_paid')}>
        <b>{sayAmount(t, line)}</b>
        {line.amountMinor === null || line.amountAsTyped === null ? null : <small>“{line.amountAsTyped}”</small>}
        {payer === null ? null : <small>{payer}</small>}
        {refunded === null ? null : <small>{t('cases.refunded', { amount: refunded })}</small>}
      </td>
      <td role="cell" className="n" data-label={t('ledger.column_then')}>
        {money(t, line.jpyMinor, 'JPY') ?? '–'}
        {line.usdMinor === null || line.currency === 'USD' ? null : <small>{money(t, line.usdMinor, 'USD')}</small>}
        {rate === null ? null : <small>{rate}</small>}
        {far === null ? null : <small className="caution">{far}</small>}
      </td>
      <td role="cell" data-label={t('ledger.column_how')}>
        {sayHow(t, line)}
        {isTold === null ? null : <small>{t(isTold ? 'ledger.told_yes' : 'ledger.told_no')}</small>}
      </td>
      <td role="cell" data-label={t('ledger.column_support')}>
        {line.supportLevel === null ? t('ledger.support_unrated') : codeWord(t, 'support_level', line.supportLevel)}
        {line.supportReason === null ? null : <small>{line.supportReason}</small>}
      </td>
      <td role="cell" data-label={t('ledger.column_verdict')}>
        {verdict === undefined ? (
          '–'
        ) : (
          <>
            <a href={`#verdict-${line.id}`} className="verdict-link">
              <VerdictTag t={t} {...saidOf(verdict)} />
            </a>
            {over === null ? null : <small>{t('ledger.over', { amount: over })}</small>}
            {inAll === null ? null : <small>{t('fees.over_in_all', { amount: inAll })}</small>}
          </>
        )}
      </td>
    </tr>
  )
}

/** What can be done with a payment, each on a page of its own. */
function LineActs({ t, line, fees }: { t: Translator; line: LedgerLine; fees: string }) {
  const address = `${fees}/lines/${line.id}`
  const name = sayWhat(t, line)
  const acts = [
    { href: address, text: t('common.change') },
    { href: `${address}/split`, text: t('ledger.act_split') },
    ...(line.amountMinor === null || line.currency === 'USD'
      ? []
      : [{ href: `${address}/rate`, text: t('ledger.act_rate') }]),
    { href: `${address}/support`, text: t('ledger.act_support') },
    { href: `${address}/remove`, text: t('ledger.act_remove') },
  ]
  return (
    <ul className="acts-line noprint">
      {acts.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>
            {text}
            <span className="vh">: {name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
