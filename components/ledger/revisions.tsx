import { codeWord } from '@/components/case/words'
import type { Ledger, LedgerRevision } from '@/lib/domain/fees/ledger/ledger'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayBefore, stateAfter } from './before-words'
import { sayWhat } from './line-words'
import { sayLender } from './loan-words'

/** Every edit of the ledger, the latest first: who, when, why, and what it was before. */
export function Revisions({ t, ledger }: { t: Translator; ledger: Ledger }) {
  const revisions = ledger.revisions.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
  return (
    <section className="block" id="history">
      <h2>{t('ledger.history_heading')}</h2>
      {revisions.length === 0 ? (
        <p className="mute">{t('ledger.history_empty')}</p>
      ) : (
        <ol className="route">
          {revisions.map((revision) => (
            <li key={revision.id}>
              <b>{t(`ledger.edit_${revision.change}`, { what: saySubject(t, ledger, revision) })}</b>
              {revision.reason === null ? null : <span>“{revision.reason}”</span>}
              {revision.change === 'removed' || revision.change === 'restored' || revision.change === 'split'
                ? null
                : sayBefore(t, revision, stateAfter(ledger, revision)).map(({ name, value }) => (
                    <span key={name} className="before">
                      {t('ledger.before', { name, value })}
                    </span>
                  ))}
              <time dateTime={revision.changedAt.toISOString()}>
                {revision.by?.displayName ?? t('cases.system')} · {formatInstant(revision.changedAt, t.locale)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function saySubject(
  t: Translator,
  { lines, setAside, loans }: Ledger,
  { subject, subjectId, before }: LedgerRevision,
): string {
  if (subject === 'fee_line') {
    const line = [...lines, ...setAside].find(({ id }) => id === subjectId)
    return line ? sayWhat(t, line) : t('ledger.a_payment')
  }
  if (subject === 'loan') {
    const loan = loans.find(({ id }) => id === subjectId)
    return loan ? t('ledger.loan_of', { lender: sayLender(t, loan) }) : t('ledger.a_loan')
  }
  if (subject === 'placement') return t('ledger.placement_heading')
  return typeof before['kind'] === 'string' ? codeWord(t, 'wage_fact', before['kind']) : t('ledger.pay_heading')
}
