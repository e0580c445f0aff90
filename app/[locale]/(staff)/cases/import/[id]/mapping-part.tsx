import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { IMPORT_REFUSALS } from '@/components/imports/import-words'
import { ColumnFields, SettingFields, WordFields } from '@/components/imports/mapping-fields'
import type { Translator } from '@/lib/i18n/translate'
import type { ImportView } from '@/lib/usecases/imports/read-import'
import { checkAction, discardAction } from './actions'

/** What the columns are, what holds for all rows, and what unknown words mean. */
export function MappingPart({ t, view }: { t: Translator; view: ImportView }) {
  const { one, words, samples, unknown } = view
  if (one.file === null || words === null) return null
  const { columns, channel, language, currency, consentMethod } = words.mapping
  const values = {
    ...Object.fromEntries(columns.map((key, column) => [`column_${column}`, key])),
    ...Object.fromEntries(unknown.map((_, index) => [`word_${index}`, '?'])),
    channel,
    language,
    currency,
    consentMethod,
  }
  const place = { locale: t.locale, id: one.id }
  return (
    <>
      <ActionForm
        key={one.version}
        locale={t.locale}
        action={checkAction.bind(null, place)}
        values={values}
        refusals={IMPORT_REFUSALS}
        className="stack noprint"
      >
        <input type="hidden" name="version" value={one.version} />
        <WordFields t={t} unknown={unknown} />
        <ColumnFields t={t} headings={one.file.headings} samples={samples} />
        <SettingFields t={t} />
        <div className="acts">
          <SubmitButton look={one.state === 'checked' ? 'alt' : 'filled'}>
            {t(one.state === 'checked' ? 'imports.check_again' : 'imports.check')}
          </SubmitButton>
        </div>
      </ActionForm>
      <ActionForm
        locale={t.locale}
        action={discardAction.bind(null, place)}
        refusals={IMPORT_REFUSALS}
        className="stack noprint"
      >
        <input type="hidden" name="version" value={one.version} />
        <SubmitButton look="bare">{t('imports.discard')}</SubmitButton>
      </ActionForm>
    </>
  )
}
