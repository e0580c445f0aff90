import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { currencyOptions } from '@/components/report/currency-options'
import { labelOf } from '@/components/report/labels'
import { STANCES } from '@/lib/domain/answers/request'
import { REMEDY_TYPES } from '@/lib/domain/workflow/outcomes'
import type { Translator } from '@/lib/i18n/translate'
import { meantFieldOf } from '@/lib/schemas/report/further-amount'

/** How a party stands to what it is told, in its words, and what it offers. */
export function AnswerFields({ t }: { t: Translator }) {
  return (
    <>
      <ChoiceGroup
        name="stance"
        kind="radio"
        legend={t('answers.stance_question')}
        sections={[{ choices: STANCES.map((value) => ({ value, text: t(`answers.stance_${value}`) })) }]}
      />
      <TextAreaField name="words" label={t('answers.field_words')} hint={t('answers.field_words_hint')} rows={6} />
      <fieldset className="stack">
        <legend>{t('answers.offer_heading')}</legend>
        <SelectField
          name="offerType"
          label={t('answers.field_offer_type')}
          options={[
            { value: '', text: t('answers.no_offer') },
            ...REMEDY_TYPES.map((value) => ({ value, text: labelOf(t, 'remedy_type', value) })),
          ]}
        />
        <MoneyField
          name="amount"
          meantName={meantFieldOf('amount')}
          label={t('answers.field_offer_sum')}
          currencyLabel={t('common.currency')}
          currencies={currencyOptions(t, 'JPY')}
        />
        <TextField name="parts" label={t('answers.field_offer_parts')} inputMode="numeric" width="s" />
        <TextField name="firstDueOn" label={t('answers.field_offer_by')} type="date" width="m" />
      </fieldset>
    </>
  )
}
