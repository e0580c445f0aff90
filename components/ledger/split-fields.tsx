import { SelectField } from '@/components/form/select-field'
import { AmountField } from '@/components/form/amount-field'
import { TextField } from '@/components/form/text-field'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import type { Translator } from '@/lib/i18n/translate'
import { PART_NUMBERS, partNames } from '@/lib/schemas/ledger/split-form'
import { categoryOptions, payeeOptions } from './choices'

/** The parts a lump is made into; an empty row is no part, an empty amount stays in the rest. */
export function SplitFields({
  t,
  parties,
  hasAmount,
}: {
  t: Translator
  parties: readonly LedgerParty[]
  hasAmount: boolean
}) {
  const categories = categoryOptions(t)
  const payees = payeeOptions(t, parties, t('ledger.split_same_payee'))
  return PART_NUMBERS.map((number) => {
    const names = partNames(number)
    return (
      <fieldset key={number} className="stack part pairs">
        <legend>{t('ledger.split_part', { number })}</legend>
        <SelectField name={names.category} label={t('ledger.field_category')} options={categories} />
        {hasAmount ? (
          <AmountField name={names.amount} label={t('ledger.split_amount')} hint={t('ledger.split_amount_hint')} />
        ) : null}
        <SelectField name={names.payee} label={t('ledger.field_payee')} options={payees} />
        <TextField name={names.payeeName} label={t('ledger.field_payee_name')} spellCheck={false} />
      </fieldset>
    )
  })
}
