import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { PERSON_FIELDS, PERSON_LABELS, PERSON_LISTS, type PersonField } from '@/lib/domain/report/person-facts'
import type { Translator } from '@/lib/i18n/translate'
import { labelOf } from './labels'

/** Lists this short are cards to tap. */
const CARDS = 6

/**
 * The four questions about who reports, each with "I prefer not to say". `ask`: how a question is put to who reads the page;
 * `silence`: what stands for no answer, where it is not the worker who reads it.
 */
export function PersonFields({
  t,
  ask,
  silence,
}: {
  t: Translator
  ask: (field: PersonField) => string
  silence?: string
}) {
  return PERSON_FIELDS.map((field) => {
    const choices = personChoices(t, field, silence)
    return choices.length > CARDS ? (
      <SelectField key={field} name={field} label={ask(field)} options={choices} />
    ) : (
      <ChoiceGroup
        key={field}
        name={field}
        kind="radio"
        slim
        columns={2}
        legend={ask(field)}
        sections={[{ choices }]}
      />
    )
  })
}

/** What can be answered; no wish to answer stands last. */
export function personChoices(
  t: Translator,
  field: PersonField,
  silence = t('report.prefer_not'),
): { readonly value: string; readonly text: string }[] {
  const choices = PERSON_LISTS[field].map((value) => ({ value, text: labelOf(t, PERSON_LABELS[field], value) }))
  return [...choices, { value: '', text: silence }]
}

/** A question as it is put to the worker. */
export function askWorker(t: Translator): (field: PersonField) => string {
  return (field) => t(`report.about_${PERSON_LABELS[field]}`)
}
