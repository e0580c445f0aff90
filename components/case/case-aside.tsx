import { Pictogram } from '@/components/ui/pictogram'
import type { CaseConsent, CaseFile, OpenDeadline } from '@/lib/domain/case-file'
import { isConsentValid } from '@/lib/domain/consents'
import { isCheckKind } from '@/lib/domain/workflow/checks'
import { formatDayOf, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { bodyWord, codeWord, dueWords, languageWord, wordOf } from './words'

/** What is due next, the first on top; what waits for the worker stands still. */
export function CaseNext({
  t,
  deadlines,
  at,
  address,
}: {
  t: Translator
  deadlines: readonly OpenDeadline[]
  at: Date
  address: string
}) {
  return (
    <section className="block">
      <h2>{t('cases.next_heading')}</h2>
      {deadlines.length === 0 ? (
        <p className="mute">{t('cases.next_empty')}</p>
      ) : (
        <ul className="todo">
          {deadlines.map((deadline) => (
            <li key={deadline.id}>
              <Pictogram name="clock" size="text" />
              <span>
                <b className={deadline.pausedAt === null && deadline.dueAt <= at ? 's4' : undefined}>
                  {codeWord(t, 'deadline', deadline.kind)}
                </b>
                <small>
                  {wordOf(t, `cases.now_whose_${deadline.ownerKind}`, deadline.ownerKind)} ·{' '}
                  {deadline.pausedAt === null
                    ? `${dueWords(t, deadline.dueAt, at)} · ${formatInstant(deadline.dueAt, t.locale)}`
                    : t('cases.next_paused')}
                </small>
                {isCheckKind(deadline.kind) ? (
                  <a className="noprint" href={`${address}/checks/${deadline.kind}`}>
                    {t('cases.check_done')}
                  </a>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Every yes, also those that ended. What was not agreed to has no line: silence is no. */
export function CaseConsents({
  t,
  consents,
  at,
  recordHref,
}: {
  t: Translator
  consents: readonly CaseConsent[]
  at: Date
  recordHref: string
}) {
  return (
    <section className="block">
      <h2>{t('cases.consents_heading')}</h2>
      {consents.length === 0 ? <p className="mute">{t('cases.consents_empty')}</p> : null}
      <ul className="todo">
        {consents.map((consent) => {
          const isValid = isConsentValid(consent, at)
          return (
            <li key={consent.id} className={isValid ? 'yes' : undefined}>
              <Pictogram name={isValid ? 'check' : 'noentry'} size="text" />
              <span>
                {consentWord(t, consent.kind)}
                {consent.recipientBody === null ? null : `: ${bodyWord(t, consent.recipientBody)}`}
                <small>
                  {consentDates(t, consent, at)}
                  <br />
                  {t('cases.consent_proof', {
                    version: consent.textVersion,
                    language: languageWord(t, consent.language),
                    method: wordOf(t, `privacy.method_${consent.method}`, consent.method),
                  })}
                </small>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="noprint">
        <a href={recordHref}>{t('cases.yes_heading')}</a>
      </p>
    </section>
  )
}

/** The severity, why it was proposed, and what it promises. */
export function CaseSeverity({ t, head, changeHref }: { t: Translator; head: CaseFile['head']; changeHref: string }) {
  return (
    <section className="block">
      <h2>{t('cases.severity_heading', { severity: codeWord(t, 'severity', head.severity) })}</h2>
      <ul className="todo">
        {head.isSeverityOverridden ? (
          <li>
            <Pictogram name="edit" size="text" />
            <span>{t('cases.severity_overridden')}</span>
          </li>
        ) : null}
        {head.severityReasons.map((reason) => (
          <li key={reason}>
            <Pictogram name="flag" size="text" />
            <span>{codeWord(t, 'severity_reason', reason)}</span>
          </li>
        ))}
      </ul>
      <p className="noprint">
        <a href={changeHref}>{t('cases.severity_change')}</a>
      </p>
    </section>
  )
}

/** What colleagues wrote to each other about the case. */
export function CaseNotes({ t, notes }: { t: Translator; notes: CaseFile['notes'] }) {
  return (
    <>
      {notes.length === 0 ? <p className="mute">{t('cases.notes_empty')}</p> : null}
      {notes.map((note) => (
        <div className="words" key={note.id}>
          <p className="said">{note.text}</p>
          <p className="by">
            {note.author?.displayName ?? t('cases.unsaid')} · {formatInstant(note.createdAt, t.locale)}
            {note.kind === 'reason' ? ` · ${t('cases.note_reason')}` : ''}
          </p>
        </div>
      ))}
    </>
  )
}

function consentDates(t: Translator, consent: CaseConsent, at: Date): string {
  if (consent.withdrawnAt !== null)
    return t('cases.consent_withdrawn', { day: formatDayOf(consent.withdrawnAt, t.locale) })
  if (consent.expiresAt !== null && consent.expiresAt <= at)
    return t('cases.consent_expired', { day: formatDayOf(consent.expiresAt, t.locale) })
  const given = t('cases.consent_given', { day: formatDayOf(consent.givenAt, t.locale) })
  return consent.expiresAt === null
    ? given
    : `${given}, ${t('cases.consent_until', { day: formatDayOf(consent.expiresAt, t.locale) })}`
}

function consentWord(t: Translator, kind: string): string {
  return wordOf(t, `cases.consent_${kind}`, kind)
}
