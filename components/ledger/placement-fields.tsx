import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { codeWord } from '@/components/case/words'
import { currencyOptions } from '@/components/report/currency-options'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { PROGRAMMES, RULE_CONDITIONS } from '@/lib/domain/fees/rules/fee-rule'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'
import { monthNamesOf } from '@/lib/schemas/ledger/named-month'
import { conditionName, PLACEMENT_MONTHS } from '@/lib/schemas/ledger/placement-form'
import { sumNames } from '@/lib/schemas/ledger/sums'
import { codeOptions, monthOptions, yesNoOptions } from './choices'

/** The job the payments led to and the way to it: what rules and measures ask of them. */
export function PlacementFields({ t, proposed }: { t: Translator; proposed: CurrencyCode }) {
  const told = sumNames('toldTotal')
  return (
    <>
      <SelectField
        name="origin"
        label={t('ledger.field_origin')}
        hint={t('ledger.field_origin_hint')}
        options={codeOptions(t, 'origin', ORIGIN_CODES, t('ledger.way_unsaid'))}
        width="m"
      />
      <SelectField
        name="scheme"
        label={t('ledger.field_scheme')}
        options={codeOptions(t, 'scheme', SCHEME_CODES, t('ledger.way_unsaid'))}
      />
      <TextField
        name="contractMonths"
        label={t('ledger.field_contract_months')}
        hint={t('ledger.field_contract_months_hint')}
        inputMode="numeric"
        width="s"
      />
      {PLACEMENT_MONTHS.map((name) => {
        const names = monthNamesOf(name)
        return (
          <MonthField
            key={name}
            monthName={names.month}
            yearName={names.year}
            meantName={names.meant}
            legend={t(`ledger.field_${name}`)}
            monthLabel={t('common.month')}
            yearLabel={t('common.year')}
            months={monthOptions(t)}
          />
        )
      })}
      <SelectField name="isFirstJobAbroad" label={t('ledger.field_first_job')} options={yesNoOptions(t)} width="m" />
      <MoneyField
        name={told.amount}
        currencyName={told.currency}
        meantName={told.meant}
        label={t('ledger.field_told_total')}
        hint={t('ledger.field_told_total_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <ChoiceGroup
        name="programmes"
        kind="checkbox"
        slim
        legend={t('ledger.field_programmes')}
        hint={t('ledger.field_programmes_hint')}
        sections={[{ choices: PROGRAMMES.map((value) => ({ value, text: codeWord(t, 'programme', value) })) }]}
      />
      {RULE_CONDITIONS.map((code) => (
        <SelectField
          key={code}
          name={conditionName(code)}
          label={codeWord(t, 'rule_condition', code)}
          options={yesNoOptions(t)}
          width="m"
        />
      ))}
    </>
  )
}
