import type { FeeLineAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { Money } from '@/lib/domain/money/money'
import type { CheckQuery } from './check-query'

/** An amount as somebody would type it. */
type Typed = (money: Money) => string

/**
 * The answers of a report with what was asked in the checker filled in. What was answered before stays; a payment that is there
 * already is not added again. A payment whose month is forgotten was made; one in this month or later may not be made yet: then whether anything was paid is unsure.
 * `today` is `YYYY-MM-DD`.
 */
export function withCheckedFees(
  answers: Readonly<ReportAnswers>,
  query: CheckQuery,
  options: { readonly today: string; readonly maximum: number; readonly typed: Typed },
): ReportAnswers {
  const { paidOn } = query
  const thisMonth = options.today.slice(0, paidOn?.length)
  const isPast = paidOn === null || paidOn < thisMonth
  const known = new Set(answers.fees.map(lineKey))
  const added = feeLines(query, paidOn === null || paidOn > thisMonth ? undefined : paidOn, options.typed).filter(
    (line) => !known.has(lineKey(line)),
  )
  const isTold = query.payments.length > 0
  return {
    ...answers,
    grievances:
      isTold && !answers.grievances.includes('fees_debt') ? [...answers.grievances, 'fees_debt'] : answers.grievances,
    origin: answers.origin ?? query.origin ?? undefined,
    scheme: answers.scheme ?? query.scheme ?? undefined,
    paid: isTold ? (answers.paid === 'yes' || isPast ? 'yes' : 'unsure') : answers.paid,
    fees: [...answers.fees, ...added].slice(0, options.maximum),
    pay: payOf(answers.pay, query, options.typed),
  }
}

function feeLines({ payments }: CheckQuery, paidOn: string | undefined, typed: Typed): FeeLineAnswer[] {
  return payments.map(({ payeeRole, category, amount }) => ({
    ...(payeeRole === null ? {} : { payeeRole }),
    ...(category === null ? {} : { category }),
    ...(amount === null
      ? {}
      : { amountText: typed(amount), amountMinor: amount.amountMinor.toString(), currency: amount.currency }),
    ...(paidOn === undefined ? {} : { paidOn }),
  }))
}

function payOf(
  pay: ReportAnswers['pay'],
  { contractMonths, basicPay }: CheckQuery,
  typed: Typed,
): ReportAnswers['pay'] {
  if (contractMonths === null && basicPay === null) return pay
  return {
    ...(contractMonths === null ? {} : { contractMonths }),
    ...(basicPay === null
      ? {}
      : {
          contractWageText: typed(basicPay),
          contractWageMinor: basicPay.amountMinor.toString(),
          currency: basicPay.currency,
        }),
    ...pay,
  }
}

function lineKey({ payeeRole, category, amountMinor, currency, paidOn }: FeeLineAnswer): string {
  return [payeeRole, category, amountMinor, currency, paidOn].join(' ')
}
