import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { BrowserKind } from '@/lib/domain/browser-kind'
import type { FormAction } from '@/lib/http/form-state'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { browserWords } from './browser-words'

type Listed = BrowserKind & {
  readonly id: string
  readonly openedAt: Date
  readonly lastSeenAt: Date
  readonly isShared: boolean
  readonly isKiosk: boolean
}

/** What else there is to know of a session, in words. */
function marksOf(t: Translator, { id, isShared, isKiosk }: Listed, currentId: string): string {
  const marks = [
    id === currentId ? t('account.this_one') : '',
    isShared ? t('account.shared_tag') : '',
    isKiosk ? t('account.kiosk_tag') : '',
  ].filter((mark) => mark !== '')
  return marks.length === 0 ? '' : `(${marks.join(', ')})`
}

/** Where somebody is signed in: kinds of browsers and times, no address. */
export function SessionList({
  t,
  sessions,
  currentId,
  end,
}: {
  t: Translator
  sessions: readonly Listed[]
  currentId: string
  end: FormAction
}) {
  return (
    <ul className="own-list">
      {sessions.map((session) => (
        <li key={session.id} className="stack">
          <p>
            <strong>{browserWords(t, session)}</strong> {marksOf(t, session, currentId)}
            <br />
            <small>
              {t('account.session_times', {
                since: formatInstant(session.openedAt, t.locale),
                seen: formatInstant(session.lastSeenAt, t.locale),
              })}
            </small>
          </p>
          {session.id === currentId ? null : (
            <ActionForm locale={t.locale} action={end}>
              <input type="hidden" name="sessionId" value={session.id} />
              <p className="acts">
                <SubmitButton look="bare">{t('account.session_end')}</SubmitButton>
              </p>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
