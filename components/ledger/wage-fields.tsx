import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { TextField } from '@/components/form/text-field'
import { codeWord } from '@/components/case/words'
import { currencyOptions } from '@/components/report/currency-options'
import type { LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import { WAGE_FACT_KINDS, type WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { Translator } from '@/lib/i18n/translate'
import { monthNamesOf } from '@/lib/schemas/ledger/named-month'
import { WAGES_OF_A_MONTH, WAGES_WITH_HOURS, wageNames, wageRows } from '@/lib/schemas/ledger/wages-form'
import { monthOptions } from './choices'

/** Every fact about pay in one form; an empty amount is not known. A kind told for several months has a row for each. */
export function WageFields({ t, wages }: { t: Translator; wages: readonly LedgerWage[] }) {
  return WAGE_FACT_KINDS.flatMap((kind) => {
    const known = wages.filter((wage) => wage.kind === kind)
    const rows = wageRows(known.length)
    return Array.from({ length: rows }, (_, index) => (
      <WageRow
        key={`${kind} ${index}`}
        t={t}
        kind={kind}
        number={index + 1}
        isOnly={rows === 1}
        words={known[index]?.amountAsTyped ?? null}
      />
    ))
  })
}

function WageRow({
  t,
  kind,
  number,
  isOnly,
  words,
}: {
  t: Translator
  kind: WageFactKind
  number: number
  isOnly: boolean
  /** What the worker typed. */
  words: string | null
}) {
  const names = wageNames(kind, number)
  const month = monthNamesOf(names.amount)
  const label = codeWord(t, 'wage_fact', kind)
  const hints = [
    ...(kind === 'first_month_actual' || kind === 'last_month_actual' ? [t('ledger.wage_actual_hint')] : []),
    ...(words === null ? [] : [t('ledger.as_typed', { words })]),
  ]
  return (
    <div className="stack part">
      <MoneyField
        name={names.amount}
        currencyName={names.currency}
        meantName={names.meant}
        label={isOnly ? label : t('ledger.wage_of_several', { name: label, number })}
        hint={hints.length === 0 ? undefined : hints.join(' ')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, 'JPY')}
      />
      {WAGES_OF_A_MONTH.includes(kind) || !isOnly ? (
        <MonthField
          monthName={month.month}
          yearName={month.year}
          meantName={month.meant}
          legend={t('ledger.wage_month')}
          monthLabel={t('common.month')}
          yearLabel={t('common.year')}
          months={monthOptions(t)}
        />
      ) : null}
      {WAGES_WITH_HOURS.includes(kind) ? (
        <TextField name={names.hours} label={t('ledger.wage_hours')} inputMode="numeric" width="s" />
      ) : null}
    </div>
  )
}
