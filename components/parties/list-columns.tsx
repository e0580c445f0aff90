import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { codeWord } from '@/components/case/words'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { guessMapping, LIST_FIELDS } from '@/lib/domain/parties/licence-list'
import type { ListSettings, StoredTable } from '@/lib/domain/parties/list-plan'
import { REGIME_CODES } from '@/lib/domain/parties/register'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { countryOptions } from './words'

/** Which column is what: guessed from the headings, to be put right by a person; each choice shows the heading and a first value. */
export function ListColumns({
  t,
  table,
  settings,
  held,
  action,
}: {
  t: Translator
  table: StoredTable
  settings: ListSettings | null
  /** What was chosen before a session ended. */
  held: FieldValues | null
  action: FormAction
}) {
  const columns = settings?.columns ?? guessMapping(table.headings)
  const options = [
    { value: '', text: t('parties.import_no_column') },
    ...table.headings.map((heading, place) => ({
      value: String(place),
      text: [heading || String(place + 1), table.rows[0]?.cells[place] ?? ''].filter(Boolean).join(': ').slice(0, 80),
    })),
  ]
  const values = {
    ...Object.fromEntries(LIST_FIELDS.map((field) => [field, columns[field] === null ? '' : String(columns[field])])),
    ...(settings
      ? { regime: settings.regime, country: settings.country, role: settings.role, source: settings.source }
      : {}),
  }
  return (
    <ActionForm locale={t.locale} action={action} values={held ?? values} className="stack narrow">
      <fieldset className="stack">
        <legend>{t('parties.import_columns')}</legend>
        {LIST_FIELDS.map((field) => (
          <SelectField key={field} name={field} label={t(`parties.import_field_${field}`)} options={options} />
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>{t('parties.import_common')}</legend>
        <SelectField
          name="regime"
          label={t('parties.regime')}
          options={[
            { value: '', text: '' },
            ...REGIME_CODES.map((value) => ({ value, text: t(`parties.regime_${value}`) })),
          ]}
        />
        <SelectField name="country" label={t('parties.country')} options={countryOptions(t)} />
        <SelectField
          name="role"
          label={t('parties.roles')}
          options={[
            { value: '', text: '' },
            ...PARTY_ROLES.map((value) => ({ value, text: codeWord(t, 'party_role', value) })),
          ]}
        />
        <TextField name="source" label={t('parties.source')} hint={t('parties.source_hint')} />
      </fieldset>
      <p className="acts">
        <SubmitButton>{t('parties.import_look')}</SubmitButton>
      </p>
    </ActionForm>
  )
}
