import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'

/**
 * A form of the ledger. `version` is that of the thing as shown, left out for a new one; `reason` says whether it asks why, and
 * whether only where something known changes. `held` is what was typed before a session ended; it stands before `values`.
 */
export function LedgerForm({
  t,
  action,
  requestId,
  version,
  values = {},
  held,
  refusals,
  reason = 'always',
  button,
  look = 'filled',
  id,
  children,
}: {
  t: Translator
  action: FormAction
  requestId: string
  version?: number
  values?: FieldValues
  held: FieldValues | null
  refusals: RefusalKeys
  reason?: 'always' | 'where_known' | 'never'
  button: string
  look?: 'filled' | 'alt'
  id?: string
  children?: ReactNode
}) {
  return (
    <>
      {held === null ? null : <Note announced>{t('cases.held_back')}</Note>}
      <ActionForm
        locale={t.locale}
        action={action}
        values={held ?? values}
        refusals={refusals}
        className="stack narrow"
        {...(id === undefined ? {} : { id })}
      >
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        <input type="hidden" name="requestId" value={requestId} />
        {children}
        {reason === 'never' ? null : (
          <TextAreaField
            name="reason"
            label={t('ledger.field_reason')}
            hint={t(reason === 'always' ? 'ledger.field_reason_hint' : 'ledger.field_reason_known_hint')}
            rows={3}
          />
        )}
        <div className="acts">
          <SubmitButton look={look}>{button}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
