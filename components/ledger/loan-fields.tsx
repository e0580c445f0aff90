import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { SelectField } from '@/components/form/select-field'
import { AmountField } from '@/components/form/amount-field'
import { TextField } from '@/components/form/text-field'
import { currencyOptions } from '@/components/report/currency-options'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Translator } from '@/lib/i18n/translate'
import { sumNames } from '@/lib/schemas/ledger/sums'
import { codeOptions, monthOptions } from './choices'

/** Everything that can be known of one loan; anything may stay open. */
export function LoanFields({ t, proposed }: { t: Translator; proposed: CurrencyCode }) {
  const unsaid = t('common.not_given')
  return (
    <>
      <SelectField
        name="lenderKind"
        label={t('ledger.field_lender')}
        options={codeOptions(t, 'lender_kind', LENDER_KINDS, unsaid)}
        width="m"
      />
      <TextField name="lenderName" label={t('ledger.field_lender_name')} spellCheck={false} />
      <MoneyField
        name="principal"
        meantName={sumNames('principal').meant}
        label={t('ledger.field_principal')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <MonthField
        legend={t('ledger.field_borrowed_on')}
        hint={t('ledger.field_borrowed_on_hint')}
        monthLabel={t('common.month')}
        yearLabel={t('common.year')}
        months={monthOptions(t)}
      />
      <TextField
        name="ratePercent"
        label={t('ledger.field_interest')}
        hint={t('ledger.field_interest_hint')}
        inputMode="decimal"
        width="s"
      />
      <SelectField
        name="ratePeriod"
        label={t('ledger.field_rate_period')}
        options={codeOptions(t, 'rate_period', RATE_PERIODS, unsaid)}
        width="m"
      />
      <TextField name="termMonths" label={t('ledger.field_term')} inputMode="numeric" width="s" />
      <AmountField name="repayment" label={t('ledger.field_repayment')} hint={t('ledger.same_currency')} />
      <AmountField name="outstanding" label={t('ledger.field_outstanding')} hint={t('ledger.field_outstanding_hint')} />
      <SelectField
        name="collateral"
        label={t('ledger.field_collateral')}
        options={codeOptions(t, 'collateral', COLLATERALS, unsaid)}
        width="m"
      />
    </>
  )
}
