import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { TextAreaField } from '@/components/form/text-area-field'
import type { BulkKind } from '@/lib/domain/bulk-act'
import type { Translator } from '@/lib/i18n/translate'
import { ConflictQuestion } from './conflict-question'

/** Who gets the cases, with the question about ties, or which label. */
export function BulkFields({
  t,
  kind,
  officers,
  labels,
}: {
  t: Translator
  kind: BulkKind
  officers: readonly { readonly id: string; readonly displayName: string }[]
  labels: readonly { readonly id: string; readonly name: string }[]
}) {
  const none = { value: '', text: t('cases.choose') }
  if (kind === 'label' || kind === 'unlabel')
    return (
      <>
        {labels.length === 0 ? null : (
          <SelectField
            name="labelId"
            label={t('cases.filter_label')}
            options={[none, ...labels.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        {kind === 'label' ? (
          <TextField
            name="newLabel"
            label={t(labels.length === 0 ? 'settings.label_name' : 'cases.bulk_label_new')}
            hint={t('cases.bulk_label_hint')}
          />
        ) : null}
      </>
    )
  if (kind === 'close')
    return (
      <TextAreaField
        name="reason"
        label={t('cases.bulk_close_reason')}
        hint={t('cases.bulk_close_reason_hint')}
        rows={4}
      />
    )
  return (
    <>
      <SelectField
        name="assigneeId"
        label={t('cases.column_officer')}
        options={[none, ...officers.map(({ id, displayName }) => ({ value: id, text: displayName }))]}
      />
      <ConflictQuestion t={t} legend={t('cases.bulk_conflict')} />
      {kind === 'hand_over' ? <TextAreaField name="note" label={t('cases.bulk_note')} rows={4} /> : null}
    </>
  )
}
