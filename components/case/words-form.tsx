import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'

/** One field for words and a button: a message to the worker, a note for colleagues. */
export function WordsForm({
  t,
  id,
  action,
  requestId,
  field,
  label,
  lang,
  button,
  look = 'filled',
  values,
  children,
}: {
  t: Translator
  id: string
  action: FormAction
  requestId: string
  field: 'message' | 'note'
  label: string
  lang?: string
  button: string
  look?: 'filled' | 'alt'
  values: FieldValues | null
  /** What else the form asks. */
  children?: ReactNode
}) {
  return (
    <div className="noprint" id={id}>
      <ActionForm locale={t.locale} action={action} values={values ?? {}}>
        <input type="hidden" name="requestId" value={requestId} />
        <TextAreaField name={field} label={label} rows={4} {...(lang === undefined ? {} : { lang })} />
        {children}
        <div className="acts">
          <SubmitButton look={look}>{button}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
