import type { CaseFeeFacts } from '../assessment/facts'
import type { CheckQuery } from './check-query'

/** The name of the n-th payment (from 0) in facts and verdicts. */
export function checkLineId(index: number): string {
  return `payment-${index + 1}`
}

/**
 * The facts of a question, for a verdict. Every payment has the month of the question; one to come is judged by the rules of its
 * own month. `today` is `YYYY-MM-DD`.
 */
export function checkFacts(query: CheckQuery, today: string): CaseFeeFacts {
  const lastDay = query.paidOn === null ? today : lastDayOf(query.paidOn)
  return {
    origin: query.origin,
    destination: query.destination,
    scheme: query.scheme,
    programmes: [],
    contractMonths: query.contractMonths,
    monthsWorked: null,
    contractBasicWage: query.basicPay,
    plannedMonthlyPay: query.plannedPay,
    conditions: query.conditions,
    knownOn: lastDay > today ? lastDay : today,
    lines: query.payments.map(({ payeeRole, category, amount }, index) => ({
      id: checkLineId(index),
      payeeRole,
      partyKey: payeeRole,
      categories: category === null ? [] : [category],
      amount: amount && { minMinor: amount.amountMinor, maxMinor: amount.amountMinor, currency: amount.currency },
      paidOn: query.paidOn,
      refundedMinor: 0n,
      rateOverride: null,
      paidBy: null,
      knownOn: null,
    })),
  }
}

function lastDayOf(paidOn: string): string {
  if (paidOn.length === 4) return `${paidOn}-12-31`
  const [year = 0, month = 1] = paidOn.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
