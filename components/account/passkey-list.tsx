import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { FormAction } from '@/lib/http/form-state'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Listed = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

const REFUSALS = { last_factor: 'account.last_factor' } as const

/** Somebody's passkeys by the names they gave them. */
export function PasskeyList({
  t,
  passkeys,
  remove,
}: {
  t: Translator
  passkeys: readonly Listed[]
  remove: FormAction
}) {
  if (passkeys.length === 0) return <p>{t('account.passkeys_none')}</p>
  return (
    <ul className="own-list">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="stack">
          <p>
            <strong>{name}</strong>
            <br />
            <small>
              {t('account.passkey_made', { day: formatDayOf(createdAt, t.locale) })}{' '}
              {lastUsedAt === null ? null : t('account.passkey_last', { day: formatDayOf(lastUsedAt, t.locale) })}
            </small>
          </p>
          <ActionForm locale={t.locale} action={remove} refusals={REFUSALS}>
            <input type="hidden" name="passkeyId" value={id} />
            <p className="acts">
              <SubmitButton look="bare">{t('account.passkey_remove', { name })}</SubmitButton>
            </p>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
