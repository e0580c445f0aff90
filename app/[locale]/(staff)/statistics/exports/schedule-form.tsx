import { ActionForm } from '@/components/form/action-form'
import { SelectField, type Option } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { EXPORT_FORMATS } from '@/lib/domain/statistics/export/formats'
import { STAFF_LANGUAGES } from '@/lib/domain/statistics/export/languages'
import { KEPT_FILES, RHYTHMS } from '@/lib/domain/statistics/export/schedule'
import type { FieldValues } from '@/lib/http/form-fields'
import { LOCALE_FACTS } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { makeScheduleAction } from './actions'

/** The form for a file that is made regularly. `questions`: addresses with their names. */
export function ScheduleForm({
  t,
  questions,
  held,
}: {
  t: Translator
  questions: readonly Option[]
  held: FieldValues | null
}) {
  const values: FieldValues = {
    question: questions[0]?.value ?? '',
    format: 'xlsx',
    language: t.locale,
    rhythm: 'monthly',
    keep: '12',
    ...held,
  }
  return (
    <ActionForm
      locale={t.locale}
      action={makeScheduleAction.bind(null, t.locale)}
      values={values}
      className="stack narrow"
    >
      <input type="hidden" name="requestId" value={newId()} />
      <TextField name="name" label={t('statistics.exports_name')} hint={t('statistics.exports_name_hint')} />
      <SelectField
        name="question"
        label={t('statistics.exports_question')}
        hint={t('statistics.exports_question_hint')}
        options={questions}
      />
      <SelectField
        name="format"
        label={t('statistics.exports_format')}
        options={EXPORT_FORMATS.map((value) => ({ value, text: t(`statistics.download_${value}`) }))}
      />
      <SelectField
        name="rhythm"
        label={t('statistics.exports_rhythm')}
        options={RHYTHMS.map((value) => ({ value, text: t(`statistics.exports_rhythm_${value}`) }))}
      />
      <SelectField
        name="keep"
        label={t('statistics.exports_keep')}
        options={KEPT_FILES.map((count) => ({
          value: String(count),
          text: t('statistics.exports_keep_count', { count }),
        }))}
      />
      <SelectField
        name="language"
        label={t('statistics.exports_language')}
        options={STAFF_LANGUAGES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName, lang: value }))}
      />
      <div className="acts">
        <SubmitButton>{t('statistics.exports_make')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
