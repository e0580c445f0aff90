import type { DebtAnswer, PayAnswer } from '@/lib/domain/report/answers'
import { formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { moneyOf, sayMoney } from './amount-words'
import { labelOf } from './labels'

const MONTHS_A_YEAR = 12

/** The length of a contract: "3 years", or "18 months" where it is not in whole years. */
export function sayContract(months: number, t: Translator): string {
  return months % MONTHS_A_YEAR === 0
    ? t('report.years', { count: months / MONTHS_A_YEAR })
    : t('report.months', { count: months })
}

/** What is known of a loan, one piece a line. */
export function sayDebt(debt: DebtAnswer, t: Translator): string[] {
  const owed = moneyOf(debt.owedMinor, debt.currency)
  const principal = moneyOf(debt.principalMinor, debt.currency)
  const monthly = moneyOf(debt.monthlyMinor, debt.currency)
  const period = debt.ratePeriod === undefined ? null : labelOf(t, 'rate_period', debt.ratePeriod)
  return [
    t(`report.debt_${debt.borrowed}`),
    debt.lenderRole === undefined ? null : labelOf(t, 'lender_kind', debt.lenderRole),
    principal === null ? null : t('report.check_principal', { amount: sayMoney(principal, t) }),
    owed === null ? null : t('report.check_owes', { amount: sayMoney(owed, t) }),
    monthly === null ? null : t('report.check_monthly', { amount: sayMoney(monthly, t) }),
    debt.ratePercent === undefined ? null : sayRate(debt.ratePercent, period, t),
    debt.collateral === undefined
      ? null
      : t('report.check_collateral', { what: labelOf(t, 'collateral', debt.collateral) }),
  ].filter((part) => part !== null)
}

/** What is known of contract and pay, one piece a line. */
export function sayPay(pay: PayAnswer, t: Translator): string[] {
  const wage = moneyOf(pay.contractWageMinor, pay.currency)
  const firstMonth = moneyOf(pay.firstMonthMinor, pay.currency)
  const planned = moneyOf(pay.plannedMinor, pay.plannedCurrency)
  return [
    pay.contractMonths === undefined
      ? null
      : t('report.check_contract', { length: sayContract(pay.contractMonths, t) }),
    wage === null ? null : t('report.check_wage', { amount: sayMoney(wage, t) }),
    planned === null ? null : t('report.check_planned', { amount: sayMoney(planned, t) }),
    firstMonth === null ? null : t('report.check_first_month', { amount: sayMoney(firstMonth, t) }),
  ].filter((part) => part !== null)
}

function sayRate(percent: string, period: string | null, t: Translator): string {
  const rate = formatDecimal(percent, t.locale)
  return period === null ? t('report.check_rate', { rate }) : t('report.check_rate_for', { rate, period })
}
