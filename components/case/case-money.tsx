import { VerdictTag } from '@/components/fees/verdict-tag'
import { saidOf } from '@/components/fees/verdict-words'
import { FeeChangeNote } from '@/components/ledger/fee-change-note'
import { FactList } from '@/components/ui/facts'
import { Figures } from '@/components/ui/figures'
import type { CaseFile } from '@/lib/domain/case-file'
import type { LedgerLine } from '@/lib/domain/case-money'
import { isCaseLikelyBan, isCaseLikelyWithin } from '@/lib/domain/fees/assessment/case-likely'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money, partialDate } from './words'

/** More than this is for the ledger to show. */
const LINES_SHOWN = 4

/** The money side in ten lines: what was paid, the verdict in words, what is above a limit, what is owed; the rest is in the ledger. */
export function CaseMoney({
  t,
  file,
  verdict: { assessment, unseenChange },
}: {
  t: Translator
  file: CaseFile
  verdict: Pick<Ledger, 'assessment' | 'unseenChange'>
}) {
  const { head, ledger } = file
  const fees = `/${t.locale}/cases/${head.number}/fees`
  return (
    <section className="block" id="money">
      <div className="bar">
        <h2>{t('cases.money_heading')}</h2>
        <a href={fees}>{t('ledger.open')}</a>
      </div>
      <FeeChangeNote t={t} change={unseenChange} fees={fees} />
      <MoneyFigures t={t} file={file} assessment={assessment} />
      {ledger.length === 0 ? (
        <p className="mute">{t(head.paidAnswer === 'no' ? 'cases.paid_nothing' : 'cases.paid_unsaid')}</p>
      ) : (
        <ul className="plainlist">
          {ledger.slice(0, LINES_SHOWN).map((line) => {
            const judged = assessment?.assessment.lines.find(({ lineId }) => lineId === line.id)
            return (
              <li key={line.id}>
                <span>{sayLine(t, line)}</span>
                {judged ? <VerdictTag t={t} {...saidOf(judged)} /> : null}
              </li>
            )
          })}
        </ul>
      )}
      {ledger.length > LINES_SHOWN ? (
        <p className="by">{t('ledger.more_lines', { count: ledger.length - LINES_SHOWN })}</p>
      ) : null}
    </section>
  )
}

function MoneyFigures({
  t,
  file: { head, ledger, loans },
  assessment,
}: {
  t: Translator
  file: CaseFile
  assessment: Ledger['assessment']
}) {
  const yen = (jpy: bigint) => money(t, jpy, 'JPY') ?? ''
  const claims = assessment?.assessment.claims ?? []
  const claimed = claims.reduce((sum, { aboveCapJpy }) => sum + aboveCapJpy, 0n)
  const likely = claims.reduce((sum, { likelyJpy }) => sum + likelyJpy, 0n)
  const owed = head.debtJpy
  // An amount that nobody remembers is not zero yen.
  const isCounted = ledger.length === 0 || ledger.some(({ jpyMinor }) => jpyMinor !== null)
  return (
    <>
      <Figures
        figures={[
          {
            name: t('cases.paid_total'),
            value: isCounted ? yen(head.paidTotalJpy) : '–',
            remark: t('cases.lines', { count: ledger.length, number: formatCount(ledger.length, t.locale) }),
          },
          ...(ledger.length === 0 || assessment === null
            ? []
            : [
                {
                  name: t('ledger.case_claim'),
                  value: yen(claimed),
                  ...(likely > 0n && { remark: t('ledger.case_likely', { amount: yen(likely) }) }),
                },
              ]),
          ...(owed === null ? [] : [{ name: t('cases.debt_total'), value: yen(owed) }]),
        ]}
      />
      <FactList
        facts={[
          ...(ledger.length === 0 || assessment === null
            ? []
            : [
                {
                  name: t('ledger.case_verdict'),
                  value: (
                    <VerdictTag
                      t={t}
                      verdict={assessment.assessment.verdict}
                      isLikelyBan={isCaseLikelyBan(assessment.assessment)}
                      isLikelyWithin={isCaseLikelyWithin(assessment.assessment)}
                    />
                  ),
                },
              ]),
          {
            name: t('cases.loans_heading'),
            value:
              loans.length === 0
                ? t(head.inDebt === false ? 'cases.loan_none' : 'cases.loan_unsaid')
                : loans.map((loan) => sayLoan(t, loan)).join('; '),
          },
        ]}
      />
    </>
  )
}

function sayLine(t: Translator, line: LedgerLine): string {
  const category = line.category === null ? t('cases.unsaid') : codeWord(t, 'fee_category', line.category)
  const amount =
    money(t, line.amountMinor, line.currency) ??
    (line.amountAsTyped === null ? t('cases.forgotten') : `“${line.amountAsTyped}”`)
  return [category, amount, partialDate(t, line.paidOn)].filter((part) => part !== null).join(' · ')
}

function sayLoan(t: Translator, loan: CaseFile['loans'][number]): string {
  const lender =
    loan.lenderName ?? (loan.lenderKind === null ? t('cases.unsaid') : codeWord(t, 'lender_kind', loan.lenderKind))
  const owed = money(t, loan.outstandingMinor, loan.currency)
  return [
    t('cases.loan_from', { lender }),
    owed === null ? t('cases.loan_owed_unsaid') : t('cases.loan_owed', { amount: owed }),
  ].join(', ')
}
