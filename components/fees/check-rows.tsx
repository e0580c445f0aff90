import { currencyOptions } from '@/components/report/currency-options'
import { labelOf } from '@/components/report/labels'
import { WORKER_FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import { partyRolesUnder } from '@/lib/domain/fees/payees'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { SpokenError } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'
import { paymentFields } from '@/lib/schemas/fees/check-fields'
import { MoneyBox, SelectBox } from './check-fields'

/** One payment of the checker's form: to whom, for what, how much. */
export function CheckRow({
  t,
  number,
  isOnly,
  typed,
  errors,
  scheme,
  home,
}: {
  t: Translator
  number: number
  isOnly: boolean
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, SpokenError>>
  scheme: SchemeCode | null
  /** The money of the country, where one is chosen and its money is known. */
  home: CurrencyCode | null
}) {
  const names = paymentFields(number)
  const value = (name: string) => typed[name] ?? ''
  const check = t('common.check_sign')
  const empty = { value: '', text: t('fees.field_empty') }
  const codes = (list: string, known: readonly string[], chosen: string) =>
    [...new Set([...known, ...(t.has(`codes.${list}.${chosen}`) ? [chosen] : [])])].map((code) => ({
      value: code,
      text: labelOf(t, list, code),
    }))
  return (
    <fieldset className="stack">
      <legend className={isOnly ? 'vh' : undefined}>{t('fees.payment_number', { number })}</legend>
      <SelectBox
        name={names.who}
        label={t('fees.field_who')}
        value={value(names.who)}
        check={check}
        options={[empty, ...codes('party_role', partyRolesUnder(scheme ?? undefined), value(names.who))]}
      />
      <SelectBox
        name={names.what}
        label={t('fees.field_what')}
        value={value(names.what)}
        check={check}
        options={[
          empty,
          ...codes(
            'fee_category',
            WORKER_FEE_CATEGORIES.map(({ code }) => code),
            value(names.what),
          ),
        ]}
      />
      <MoneyBox
        name={names.amount}
        label={t('common.amount')}
        hint={t('fees.field_amount_hint')}
        value={value(names.amount)}
        error={errors[names.amount]}
        check={check}
        currencyName={names.currency}
        currencyLabel={t('common.currency')}
        currency={value(names.currency)}
        currencies={[{ value: '', text: t('fees.currency_home') }, ...currencyOptions(t, home ?? 'USD')]}
        meantName={names.meant}
        meant={value(names.meant)}
      />
    </fieldset>
  )
}
