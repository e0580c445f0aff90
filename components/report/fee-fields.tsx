import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { MoreFields } from '@/components/form/more-fields'
import { TextField } from '@/components/form/text-field'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { FeeLineAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { FeeScreen } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import { codeChoices, feeCategorySections, partyChoices } from './code-choices'
import { currencyOptions } from './currency-options'
import { feeHeading } from './fee-words'
import { InstalmentsField, monthOptions, RefundFields, UpperEndField } from './payment-parts'
import { QuestionHead } from './question-head'

type FeeProps = {
  readonly t: Translator
  readonly answers: ReportAnswers
  readonly line: FeeLineAnswer
  readonly number: number
  readonly proposed: CurrencyCode
}

/** The fields of one screen of a fee line. The values come from the form around them. */
export function FeeFields({ screen, ...props }: FeeProps & { readonly screen: FeeScreen }) {
  const Screen = SCREENS[screen]
  return <Screen {...props} />
}

const SCREENS: Readonly<Record<FeeScreen, (props: FeeProps) => React.ReactNode>> = {
  payee: ({ t, answers, line, number }) => (
    <>
      <div className="tight">
        <About t={t} line={line} number={number} />
        <ChoiceGroup
          name="payeeRole"
          kind="radio"
          heading
          legend={t('report.payee_question')}
          hint={t('report.payee_lead')}
          sections={[
            {
              choices: partyChoices(
                t,
                answers.scheme,
                line.payeeRole === undefined ? [] : [line.payeeRole],
                answers.parties,
              ),
            },
          ]}
        />
      </div>
      <TextField
        name="payeeName"
        label={t('report.payee_name')}
        hint={t('report.payee_name_hint')}
        spellCheck={false}
      />
    </>
  ),
  category: ({ t, line, number }) => (
    <div className="tight">
      <About t={t} line={line} number={number} />
      <ChoiceGroup
        name="category"
        kind="checkbox"
        heading
        legend={t('report.category_question')}
        hint={t('report.category_lead')}
        sections={feeCategorySections(t)}
      />
    </div>
  ),
  amount: ({ t, proposed, line, number }) => (
    <>
      <QuestionHead
        about={feeHeading(line, number, t)}
        question={t('report.amount_question')}
        lead={t('report.amount_lead')}
      />
      <MoneyField
        name="amount"
        label={t('common.amount')}
        hint={t('report.amount_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <ChoiceGroup
        name="precision"
        kind="radio"
        slim
        legend={t('report.precision_legend')}
        sections={[{ choices: codeChoices(t, 'precision', PRECISIONS) }]}
      />
      <UpperEndField t={t} />
      <MonthField
        legend={t('report.month_legend')}
        hint={t('report.month_hint')}
        monthLabel={t('common.month')}
        yearLabel={t('common.year')}
        months={monthOptions(t)}
      />
      <RefundFields t={t} />
    </>
  ),
  how: ({ t, line, number }) => (
    <>
      <QuestionHead about={feeHeading(line, number, t)} question={t('report.how_question')} />
      <ChoiceGroup
        name="method"
        kind="radio"
        slim
        legend={t('report.method_legend')}
        sections={[{ choices: codeChoices(t, 'payment_method', PAYMENT_METHODS) }]}
      />
      <InstalmentsField t={t} />
      <ChoiceGroup
        name="receipt"
        kind="radio"
        slim
        legend={t('report.receipt_legend')}
        sections={[{ choices: codeChoices(t, 'receipt', RECEIPT_KINDS) }]}
      />
      <ChoiceGroup
        name="toldBeforeSigning"
        kind="radio"
        slim
        legend={t('report.told_legend')}
        sections={[{ choices: codeChoices(t, 'told_before_signing', ['yes', 'no']) }]}
      />
      <MoreFields summary={t('report.payer_more')} names={['paidBy']}>
        <ChoiceGroup
          name="paidBy"
          kind="radio"
          slim
          legend={t('report.payer_legend')}
          sections={[{ choices: codeChoices(t, 'payer', PAYER_KINDS) }]}
        />
      </MoreFields>
    </>
  ),
}

/** Which payment this is about, above its question. */
function About({ t, line, number }: Pick<FeeProps, 't' | 'line' | 'number'>) {
  return <p className="mute">{feeHeading(line, number, t)}</p>
}
