import { ActionForm } from '@/components/form/action-form'
import { BeforeField } from '@/components/form/before-field'
import { SubmitButton } from '@/components/form/submit-button'
import { IMPORT_REFUSALS } from '@/components/imports/import-words'
import { ColumnFields, SettingFields, WordFields } from '@/components/imports/mapping-fields'
import { mappingValues } from '@/components/imports/mapping-values'
import { Note } from '@/components/ui/note'
import type { FieldValues } from '@/lib/http/form-fields'
import { heldOver } from '@/lib/http/lost-race'
import type { Translator } from '@/lib/i18n/translate'
import type { ImportView } from '@/lib/usecases/imports/read-import'
import { checkAction, discardAction } from './actions'

/**
 * What the columns are, what holds for all rows, and what unknown words mean. `held`: what was chosen before a session ended; `turn`:
 * another one each time that the choices were taken.
 */
export function MappingPart({
  t,
  view,
  held,
  turn,
}: {
  t: Translator
  view: ImportView
  held: FieldValues | null
  turn: string
}) {
  const { one, words, samples, unknown } = view
  if (one.file === null || words === null) return null
  const values = mappingValues(words.mapping, unknown)
  const place = { locale: t.locale, id: one.id }
  return (
    <>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        key={turn}
        locale={t.locale}
        action={checkAction.bind(null, place)}
        values={heldOver(held, values)}
        refusals={IMPORT_REFUSALS}
        className="stack noprint"
      >
        <input type="hidden" name="version" value={one.version} />
        <BeforeField values={values} />
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
