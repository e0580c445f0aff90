import { AmountField } from '@/components/form/amount-field'
import { ChoiceGroup, type Choice } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { MoreFields } from '@/components/form/more-fields'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import type { Translator } from '@/lib/i18n/translate'
import { CONTRACT_MONTHS } from '@/lib/schemas/report/pay-form'
import { codeChoices } from './code-choices'
import { currencyOptions } from './currency-options'
import { labelOf } from './labels'
import { sayContract } from './pay-words'
import { QuestionHead } from './question-head'

/** What a question needs to be drawn. */
export type QuestionProps = { readonly t: Translator; readonly answers: ReportAnswers }

/** Two cards with words of their own. */
export function yesOrNo(yes: string, no: string): Choice[] {
  return [
    { value: 'yes', text: yes },
    { value: 'no', text: no },
  ]
}

/** Whether anything was paid at all. */
export function PaidQuestion({ t }: QuestionProps) {
  return (
    <ChoiceGroup
      name="paid"
      kind="radio"
      heading
      legend={t('report.paid_question')}
      hint={t('report.paid_lead')}
      sections={[
        {
          choices: [
            ...yesOrNo(t('report.paid_yes'), t('report.paid_no')),
            { value: 'unsure', text: t('common.not_sure') },
          ],
        },
      ]}
    />
  )
}

/** Money borrowed, and for who knows them the terms. */
export function DebtQuestion({ t, answers }: QuestionProps) {
  const { debt, origin } = answers
  const proposed = debt?.currency ?? (origin === undefined ? 'JPY' : defaultCurrencyOf(origin))
  return (
    <>
      <ChoiceGroup
        name="borrowed"
        kind="radio"
        heading
        slim
        legend={t('report.debt_question')}
        hint={t('report.debt_lead')}
        sections={[{ choices: yesOrNo(t('report.debt_yes'), t('report.debt_no')) }]}
      />
      <ChoiceGroup
        name="lenderRole"
        kind="radio"
        slim
        legend={t('report.lender_legend')}
        sections={[{ choices: codeChoices(t, 'lender_kind', LENDER_KINDS) }]}
      />
      <MoneyField
        name="owed"
        label={t('report.owed_label')}
        hint={t('report.owed_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <MoreFields
        summary={t('report.loan_more')}
        names={['principal', 'monthly', 'ratePercent', 'ratePeriod', 'collateral']}
      >
        <AmountField name="principal" label={t('report.principal_label')} hint={t('report.same_money')} />
        <AmountField name="monthly" label={t('report.monthly_label')} hint={t('report.same_money')} />
        <TextField
          name="ratePercent"
          label={t('report.rate_label')}
          hint={t('report.rate_hint')}
          inputMode="decimal"
          width="s"
        />
        <SelectField
          name="ratePeriod"
          label={t('report.rate_period_label')}
          options={[
            { value: '', text: t('common.not_sure') },
            ...RATE_PERIODS.map((value) => ({ value, text: labelOf(t, 'rate_period', value) })),
          ]}
          width="m"
        />
        <ChoiceGroup
          name="collateral"
          kind="radio"
          slim
          legend={t('report.collateral_legend')}
          sections={[{ choices: codeChoices(t, 'collateral', COLLATERALS) }]}
        />
      </MoreFields>
    </>
  )
}

/** What the contract says and what arrived: some laws cap a fee by them, and the cost of coming is counted in months of pay. */
export function PayQuestion({ t, answers }: QuestionProps) {
  return (
    <>
      <QuestionHead question={t('report.pay_question')} lead={t('report.pay_lead')} />
      <ChoiceGroup
        name="contract"
        kind="radio"
        slim
        columns={2}
        legend={t('report.contract_legend')}
        sections={[
          {
            choices: [
              ...CONTRACT_MONTHS.map((value) => ({ value, text: sayContract(Number(value), t) })),
              { value: 'other', text: t('report.contract_other') },
              { value: '', text: t('report.do_not_know') },
            ],
          },
        ]}
      />
      <div className="if-other">
        <TextField
          name="contractMonths"
          label={t('report.contract_months')}
          hint={t('report.contract_months_hint')}
          inputMode="numeric"
          width="s"
        />
      </div>
      <MoneyField
        name="contractWage"
        label={t('report.contract_wage')}
        hint={t('report.contract_wage_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, answers.pay?.currency ?? 'JPY')}
      />
      <AmountField name="firstMonth" label={t('report.first_month')} hint={t('report.first_month_hint')} />
    </>
  )
}
