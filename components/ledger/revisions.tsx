import { codeWord, money } from '@/components/case/words'
import type { Ledger, LedgerLine, LedgerRevision } from '@/lib/domain/fees/ledger/ledger'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayBefore, stateAfter } from './before-words'
import { sayAmount, sayLine, sayPayee, sayWhat } from './line-words'
import { sayLender } from './loan-words'

type Entry = {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly heading: string
  readonly reason: string | null
  readonly details: readonly string[]
}

/** Every edit of the ledger, the latest first: who, when, why, what was added, and what it was before and became. */
export function Revisions({ t, ledger }: { t: Translator; ledger: Ledger }) {
  const added = [...ledger.lines, ...ledger.setAside].filter((line) => isAddedLater(ledger, line))
  const entries = [
    ...ledger.revisions.map((revision) => editOf(t, ledger, revision)),
    ...added.map((line) => additionOf(t, line)),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <section className="block" id="history">
      <h2>{t('ledger.history_heading')}</h2>
      {entries.length === 0 ? (
        <p className="mute">{t('ledger.history_empty')}</p>
      ) : (
        <ol className="route">
          {entries.map(({ id, at, by, heading, reason, details }) => (
            <li key={id}>
              <b>{heading}</b>
              {reason === null ? null : <span>“{reason}”</span>}
              {details.map((detail) => (
                <span key={detail} className="before">
                  {detail}
                </span>
              ))}
              <time dateTime={at.toISOString()}>
                {by} · {formatInstant(at, t.locale)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Whether a payment came after the report; parts of a lump are said with the split. */
function isAddedLater({ head }: Ledger, { splitFromId, addedByKind, createdAt }: LedgerLine): boolean {
  return splitFromId === null && (addedByKind === 'staff' || createdAt > head.receivedAt)
}

function additionOf(t: Translator, line: LedgerLine): Entry {
  const by =
    line.addedByKind === 'staff' ? (line.addedBy?.displayName ?? t('ledger.an_officer')) : t('ledger.the_worker')
  const heading = t('ledger.edit_added', { what: sayWhat(t, line) })
  const details = [`${sayPayee(t, line).name} · ${sayAmount(t, line)}`]
  return { id: line.id, at: line.createdAt, by, heading, reason: null, details }
}

function editOf(t: Translator, ledger: Ledger, revision: LedgerRevision): Entry {
  return {
    id: revision.id,
    at: revision.changedAt,
    by: revision.by?.displayName ?? t('cases.system'),
    heading: t(`ledger.edit_${revision.change}`, { what: saySubject(t, ledger, revision) }),
    reason: revision.reason,
    details: sayDetails(t, ledger, revision),
  }
}

function sayDetails(t: Translator, ledger: Ledger, revision: LedgerRevision): readonly string[] {
  const { change, before } = revision
  if (change === 'removed' || change === 'restored') return sayOldAmount(t, before)
  if (change === 'split') {
    const whole = sayOldAmount(t, before)
    return [...whole, ...partsOf(ledger, revision).map((line) => t('ledger.split_into', { part: sayLine(t, line) }))]
  }
  return sayBefore(t, revision, stateAfter(ledger, revision)).map(({ name, value, now }) => {
    if (change === 'added') return t('ledger.added_value', { name, value })
    return now === null ? t('ledger.before', { name, value }) : t('ledger.before_and_now', { name, value, now })
  })
}

function sayOldAmount(t: Translator, before: LedgerRevision['before']): readonly string[] {
  const minor = before['amountMinor'] ?? before['principalMinor'] ?? null
  const currency = before['currency']
  if (typeof minor !== 'string' || typeof currency !== 'string' || !isCurrencyCode(currency)) return []
  const amount = money(t, BigInt(minor), currency)
  return amount === null ? [] : [amount]
}

/** The parts of a lump that still stood after this split: those of an earlier one were taken out before it. */
function partsOf({ lines, setAside }: Ledger, { subjectId, changedAt }: LedgerRevision): readonly LedgerLine[] {
  return [...lines, ...setAside].filter(
    ({ splitFromId, removedAt }) => splitFromId === subjectId && (removedAt === null || removedAt > changedAt),
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
