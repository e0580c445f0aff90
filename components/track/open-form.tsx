import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'

/** One field for the secret code. A slip is said before anything is looked up: it is no wrong try. */
export function OpenForm({ t, action }: { t: Translator; action: FormAction }) {
  return (
    <ActionForm locale={t.locale} action={action} refusals={{ held: 'track.open_slow' }}>
      <TextField
        name="code"
        label={t('track.open_label')}
        hint={t('track.open_hint')}
        inputMode="numeric"
        lang="en"
        spellCheck={false}
      />
      <div className="acts">
        <SubmitButton>{t('track.open_button')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
