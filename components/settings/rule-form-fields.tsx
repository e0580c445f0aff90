import { ChoiceGroup, type ChoiceSection } from '@/components/form/choice-group'
import { SelectField, type Option } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { DESTINATION_CODES, ORIGIN_CODES } from '@/lib/domain/countries'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import {
  BINDINGS,
  CONFIDENCES,
  DATE_PRECISIONS,
  PROGRAMMES,
  RULE_CONDITIONS,
  RULE_STATUSES,
  WAGE_BASES,
} from '@/lib/domain/fees/rules/fee-rule'
import { CURRENCY_CODES } from '@/lib/domain/money/currencies'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { EVERY, JURISDICTIONS, LIMIT_TYPES, RULED_SCHEMES } from '@/lib/schemas/settings/fee-rule-form'
import { categorySections } from './rule-categories'
import { jurisdictionText } from './rule-words'

/** Every part of a rule as a field, in the order a law is read: what it allows, whom and what it is about, since when, the source. */
export function RuleFormFields({ t }: { t: Translator }) {
  const label = (code: string, key: string) => ({ value: code, text: t.has(key) ? t(key) : code })
  const options = (codes: readonly string[], keyOf: (code: string) => string): Option[] =>
    codes.map((code) => label(code, keyOf(code)))
  const withNone = (key: MessageKey, list: readonly Option[]): Option[] => [{ value: '', text: t(key) }, ...list]
  const cards = (codes: readonly string[], keyOf: (code: string) => string): ChoiceSection[] => [
    { choices: options(codes, keyOf) },
  ]
  const every = (key: MessageKey) => ({ value: EVERY, text: t(key) })
  return (
    <>
      <h2>{t('settings.rule_part_limit')}</h2>
      <ChoiceGroup
        name="limitType"
        kind="radio"
        slim
        legend={t('settings.rule_limit_type')}
        sections={cards(LIMIT_TYPES, (code) => `settings.limit_type_${code}`)}
      />
      <TextField
        name="amount"
        label={t('settings.rule_amount')}
        hint={t('settings.rule_amount_hint')}
        inputMode="numeric"
        width="m"
      />
      <SelectField
        name="currency"
        label={t('settings.rule_currency')}
        options={withNone(
          'settings.rule_not_for_this',
          options(CURRENCY_CODES, (code) => `codes.currency.${code}`),
        )}
      />
      <TextField
        name="months"
        label={t('settings.rule_months')}
        hint={t('settings.rule_months_hint')}
        inputMode="decimal"
        width="s"
      />
      <SelectField
        name="wageBasis"
        label={t('settings.rule_wage_basis')}
        options={withNone(
          'settings.rule_not_for_this',
          options(WAGE_BASES, (code) => `settings.wage_basis_${code}`),
        )}
      />
      <TextField
        name="perContractMonths"
        label={t('settings.rule_per_months')}
        hint={t('settings.rule_per_months_hint')}
        inputMode="numeric"
        width="s"
      />
      <TickBox name="isProRataOnReturn" text={t('settings.rule_pro_rata')} />
      <h2>{t('settings.rule_part_about')}</h2>
      <ChoiceGroup
        name="payees"
        kind="checkbox"
        slim
        columns={2}
        legend={t('settings.rule_who_takes')}
        sections={cards(PARTY_ROLES, (code) => `codes.party_role.${code}`)}
      />
      <SelectField
        name="payer"
        label={t('settings.rule_who_pays')}
        hint={t('settings.rule_who_pays_hint')}
        options={withNone(
          'settings.rule_worker',
          options(PARTY_ROLES, (code) => `codes.party_role.${code}`),
        )}
      />
      <ChoiceGroup
        name="categories"
        kind="checkbox"
        slim
        columns={2}
        legend={t('settings.rule_for_what')}
        sections={categorySections(t)}
      />
      <ChoiceGroup
        name="origins"
        kind="checkbox"
        slim
        columns={2}
        legend={t('settings.rule_origins')}
        sections={[
          {
            choices: [every('settings.rule_every_origin'), ...options(ORIGIN_CODES, (code) => `codes.origin.${code}`)],
          },
        ]}
      />
      <SelectField
        name="destination"
        label={t('settings.rule_destination')}
        options={[
          ...options(DESTINATION_CODES, (code) => `codes.destination.${code}`),
          every('settings.rule_every_destination'),
        ]}
      />
      <ChoiceGroup
        name="schemes"
        kind="checkbox"
        slim
        columns={2}
        legend={t('settings.rule_schemes')}
        sections={[
          {
            choices: [every('settings.rule_every_scheme'), ...options(RULED_SCHEMES, (code) => `codes.scheme.${code}`)],
          },
        ]}
      />
      <ChoiceGroup
        name="programmes"
        kind="checkbox"
        slim
        columns={2}
        legend={t('settings.rule_programmes')}
        hint={t('settings.rule_programmes_hint')}
        sections={cards(PROGRAMMES, (code) => `codes.programme.${code}`)}
      />
      <TextField
        name="contractMonthsAtLeast"
        label={t('settings.rule_months_least')}
        hint={t('settings.rule_months_empty')}
        inputMode="numeric"
        width="s"
      />
      <TextField
        name="contractMonthsAtMost"
        label={t('settings.rule_months_most')}
        hint={t('settings.rule_months_empty')}
        inputMode="numeric"
        width="s"
      />
      <ChoiceGroup
        name="conditions"
        kind="checkbox"
        slim
        legend={t('settings.rule_conditions')}
        sections={cards(RULE_CONDITIONS, (code) => `codes.rule_condition.${code}`)}
      />
      <h2>{t('settings.rule_part_days')}</h2>
      <TextField
        name="effectiveFrom"
        label={t('settings.rule_first_day')}
        hint={t('settings.rule_day_hint')}
        width="m"
      />
      <SelectField
        name="effectiveFromPrecision"
        label={t('settings.rule_precision')}
        options={withNone(
          'settings.rule_not_known',
          options(DATE_PRECISIONS, (code) => `settings.date_precision_${code}`),
        )}
      />
      <TextField
        name="firstSeenOn"
        label={t('settings.rule_first_seen')}
        hint={t('settings.rule_first_seen_hint')}
        width="m"
      />
      <TextField name="effectiveTo" label={t('settings.rule_last_day')} hint={t('settings.rule_last_hint')} width="m" />
      <SelectField
        name="status"
        label={t('settings.rule_status')}
        options={options(RULE_STATUSES, (code) => `settings.rule_status_${code}`)}
      />
      <h2>{t('settings.rule_part_source')}</h2>
      <SelectField
        name="jurisdiction"
        label={t('settings.rule_jurisdiction')}
        options={JURISDICTIONS.map((code) => ({ value: code, text: jurisdictionText(t, code) }))}
      />
      <SelectField
        name="binding"
        label={t('settings.rule_binding')}
        options={options(Object.keys(BINDINGS), (code) => `codes.binding.${code}`)}
      />
      <TextField name="sourceTitle" label={t('settings.rule_source_title')} lang="en" />
      <TextField name="sourceArticle" label={t('settings.rule_source_article')} lang="en" />
      <TextField name="sourceUrl" label={t('settings.rule_source_url')} hint="https://" />
      <TickBox name="isVerified" text={t('settings.rule_is_verified')} help={t('settings.rule_is_verified_help')} />
      <SelectField
        name="confidence"
        label={t('settings.rule_confidence')}
        hint={t('settings.rule_confidence_hint')}
        options={options(CONFIDENCES, (code) => `settings.confidence_${code}`)}
      />
      <TextField name="readOn" label={t('settings.rule_read_on')} hint={t('settings.rule_day_hint')} width="m" />
      <TextAreaField
        name="note"
        label={t('settings.rule_note')}
        hint={t('settings.rule_note_hint')}
        rows={4}
        lang="en"
      />
      <TextAreaField name="reason" label={t('settings.rule_reason')} hint={t('settings.rule_reason_hint')} rows={3} />
    </>
  )
}
