import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { SelectField } from '@/components/form/select-field'
import { AmountField } from '@/components/form/amount-field'
import { TextField } from '@/components/form/text-field'
import { currencyOptions } from '@/components/report/currency-options'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Translator } from '@/lib/i18n/translate'
import { sumNames } from '@/lib/schemas/ledger/sums'
import { categoryOptions, categorySections, codeOptions, monthOptions, payeeOptions, yesNoOptions } from './choices'

/** Everything that can be known of one payment, on one page; anything may stay open. */
export function LineFields({
  t,
  parties,
  proposed,
}: {
  t: Translator
  parties: readonly LedgerParty[]
  proposed: CurrencyCode
}) {
  const unsaid = t('common.not_given')
  return (
    <>
      <SelectField name="category" label={t('ledger.field_category')} options={categoryOptions(t)} />
      <SelectField name="payee" label={t('ledger.field_payee')} options={payeeOptions(t, parties, unsaid)} />
      <TextField
        name="payeeName"
        label={t('ledger.field_payee_name')}
        hint={t('ledger.field_payee_name_hint')}
        spellCheck={false}
      />
      <MoneyField
        name="amount"
        meantName={sumNames('amount').meant}
        label={t('ledger.field_amount')}
        hint={t('ledger.field_amount_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <SelectField
        name="precision"
        label={t('ledger.field_precision')}
        options={codeOptions(t, 'precision', PRECISIONS, unsaid)}
        width="m"
      />
      <AmountField name="amountMax" label={t('ledger.field_amount_max')} hint={t('ledger.field_amount_max_hint')} />
      <MonthField
        legend={t('ledger.field_paid_on')}
        hint={t('ledger.field_paid_on_hint')}
        monthLabel={t('common.month')}
        yearLabel={t('common.year')}
        months={monthOptions(t)}
      />
      <TextField name="day" label={t('ledger.field_day')} inputMode="numeric" width="s" />
      <SelectField
        name="method"
        label={t('ledger.field_method')}
        options={codeOptions(t, 'payment_method', PAYMENT_METHODS, unsaid)}
        width="m"
      />
      <TextField
        name="instalments"
        label={t('ledger.field_instalments')}
        hint={t('ledger.field_instalments_hint')}
        inputMode="numeric"
        width="s"
      />
      <SelectField
        name="receipt"
        label={t('ledger.field_receipt')}
        options={codeOptions(t, 'receipt', RECEIPT_KINDS, unsaid)}
        width="m"
      />
      <SelectField name="toldBeforeSigning" label={t('ledger.field_told')} options={yesNoOptions(t)} width="m" />
      <SelectField
        name="paidBy"
        label={t('ledger.field_paid_by')}
        options={codeOptions(t, 'payer', PAYER_KINDS, unsaid)}
        width="m"
      />
      <AmountField name="refunded" label={t('ledger.field_refunded')} hint={t('ledger.field_refunded_hint')} />
      <ChoiceGroup
        name="lumpCategories"
        kind="checkbox"
        slim
        columns={2}
        legend={t('ledger.field_lump')}
        hint={t('ledger.field_lump_hint')}
        sections={categorySections(t)}
      />
    </>
  )
}
