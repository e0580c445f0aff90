import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'

/** Asks for a new password, twice. `children`: what else the form carries, such as whose it is. */
export function NewPasswordForm({
  t,
  action,
  minimum,
  refusals = {},
  children,
}: {
  t: Translator
  action: FormAction
  minimum: number
  refusals?: RefusalKeys
  children?: ReactNode
}) {
  return (
    <ActionForm locale={t.locale} action={action} refusals={refusals}>
      {children}
      <TextField
        name="password"
        type="password"
        label={t('account.password_new')}
        hint={t('settings.field_password_hint', { minimum })}
        autoComplete="new-password"
      />
      <TextField name="again" type="password" label={t('settings.field_password_again')} autoComplete="new-password" />
      <p className="acts">
        <SubmitButton>{t('settings.invitation_send')}</SubmitButton>
      </p>
    </ActionForm>
  )
}
