import { z } from 'zod'
import type { LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import type { WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import { WAGE_FACT_KINDS, type WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { optionalWords } from '../case/limits'
import type { StepFields } from '../report/step-form'
import { newForm, versionShown, wholeNumber } from './ledger-fields'
import { namedMonthFieldsOf, readNamedMonth } from './named-month'
import { readSum, sumFieldsOf, sumNames, type Fields } from './sums'

/** Facts about one month that is not plain from their kind, and those with hours. */
export const WAGES_OF_A_MONTH: readonly WageFactKind[] = [
  'first_month_actual',
  'last_month_actual',
  'deduction_recruitment_recovery',
  'deduction_other',
]
export const WAGES_WITH_HOURS: readonly WageFactKind[] = ['last_month_overtime']

/** Facts that are a whole month of pay; a bonus or a deduction can be as small as it likes. */
const WHOLE_MONTHS: readonly WageFactKind[] = [
  'told_before',
  'contract_basic_wage',
  'planned_monthly_pay',
  'first_month_actual',
  'last_month_actual',
]

/** Most facts of one kind, such as the same deduction in several months. */
export const FACTS_OF_A_KIND = 12

/** The names of the fields of the n-th fact of a kind, from 1. */
export function wageNames(kind: WageFactKind, number: number) {
  const name = `${kind}${number}`
  return { ...sumNames(name), hours: `${name}_hours` }
}

const hours = wholeNumber(400, 'ledger.hours_unreadable')

/** All that is known of the pay; rows without an amount are not known. `today` is 'YYYY-MM-DD'. */
export function wagesSchema(today: string) {
  return z.looseObject({ ...newForm, version: versionShown, reason: optionalWords }).transform((fields, ctx) => ({
    requestId: fields.requestId,
    version: fields.version,
    reason: fields.reason ?? '',
    wages: WAGE_FACT_KINDS.flatMap((kind) =>
      Array.from({ length: FACTS_OF_A_KIND }, (_, index) => readWage(fields, kind, index + 1, today, ctx)),
    ).filter((wage) => wage !== null),
  }))
}

function readWage(
  fields: Fields,
  kind: WageFactKind,
  number: number,
  today: string,
  ctx: z.RefinementCtx,
): WageInput | null {
  const names = wageNames(kind, number)
  const sum = readSum(fields, names.amount, ctx, { isMonthlyPay: WHOLE_MONTHS.includes(kind) })
  if (sum === null) return null
  const forMonth = readNamedMonth(fields, names.amount, today, ctx)
  const worked = hours.safeParse(fields[names.hours] ?? '')
  if (!worked.success) ctx.addIssue({ code: 'custom', path: [names.hours], message: 'ledger.hours_unreadable' })
  return { kind, amount: sum.money, forMonth, hours: worked.data ?? null }
}

/** The fields filled with what is known; one empty row for each kind that nobody told of. */
export function wageFieldsOf(wages: readonly LedgerWage[], proposed: CurrencyCode): StepFields {
  const fields: Record<string, string> = {}
  for (const kind of WAGE_FACT_KINDS) {
    const known = wages.filter((wage) => wage.kind === kind)
    for (let number = 1; number <= wageRows(known.length); number += 1) {
      const wage = known[number - 1]
      const names = wageNames(kind, number)
      Object.assign(
        fields,
        sumFieldsOf(names.amount, wage?.amount ?? null, proposed),
        namedMonthFieldsOf(names.amount, wage?.forMonth ?? null),
        { [names.hours]: String(wage?.hours ?? '') },
      )
    }
  }
  return fields
}

/** How many rows a kind has in the form: what is known, and one more for what is not, up to the most. */
export function wageRows(known: number): number {
  return Math.min(Math.max(1, known), FACTS_OF_A_KIND)
}
