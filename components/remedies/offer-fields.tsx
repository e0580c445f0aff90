import { AmountField } from '@/components/form/amount-field'
import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { languageWord } from '@/components/case/words'
import { currencyOptions } from '@/components/report/currency-options'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Translator } from '@/lib/i18n/translate'
import { meantFieldOf } from '@/lib/schemas/report/further-amount'
import { OWN_PARTS } from '@/lib/schemas/remedies/remedy-forms'

const PLANS = ['equal', 'own', 'none'] as const

/** Terms in the worker's language and the officer's, the sum, and its parts. */
export function OfferFields({ t, language, proposed }: { t: Translator; language: string; proposed: CurrencyCode }) {
  return (
    <>
      <TextAreaField
        name="terms"
        label={t('remedies.field_terms', { language: languageWord(t, language) })}
        hint={t('remedies.field_terms_hint')}
        rows={5}
        lang={language}
      />
      <TextAreaField
        name="staffTerms"
        label={t('remedies.field_terms', { language: languageWord(t, t.locale) })}
        hint={t('remedies.field_staff_terms_hint')}
        rows={4}
      />
      <ChoiceGroup
        name="plan"
        kind="radio"
        legend={t('remedies.field_plan')}
        slim
        sections={[{ choices: PLANS.map((value) => ({ value, text: t(`remedies.plan_${value}`) })) }]}
      />
      <MoneyField
        name="amount"
        meantName={meantFieldOf('amount')}
        label={t('remedies.field_offer_sum')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <fieldset className="stack">
        <legend>{t('remedies.plan_equal')}</legend>
        <TextField name="parts" label={t('remedies.field_parts')} inputMode="numeric" width="s" />
        <TextField name="firstDueOn" label={t('remedies.field_first_due')} type="date" width="m" />
      </fieldset>
      <details className="stack">
        <summary>{t('remedies.plan_own')}</summary>
        {Array.from({ length: OWN_PARTS }, (_, index) => index + 1).map((number) => (
          <fieldset className="stack" key={number}>
            <legend>{t('remedies.part_number', { number })}</legend>
            <AmountField name={`part${number}`} label={t('remedies.column_amount')} hint={t('ledger.same_currency')} />
            <TextField name={`due${number}`} label={t('remedies.column_due')} type="date" width="m" />
          </fieldset>
        ))}
      </details>
    </>
  )
}
