import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'
import { AppSecret } from './app-secret'

/** Shows the secret of a new authenticator app, and asks for a code that proves that the app has it. */
export function AppForm({
  t,
  app,
  action,
  refusals,
}: {
  t: Translator
  app: { readonly typed: string; readonly address: string }
  action: FormAction
  refusals: RefusalKeys
}) {
  return (
    <>
      <AppSecret t={t} {...app} />
      <ActionForm locale={t.locale} action={action} refusals={refusals}>
        <TextField
          name="code"
          label={t('account.app_code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="m"
        />
        <p className="acts">
          <SubmitButton>{t('account.app_send')}</SubmitButton>
        </p>
      </ActionForm>
    </>
  )
}
