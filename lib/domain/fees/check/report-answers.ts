import type { FeeLineAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { Money } from '@/lib/domain/money/money'
import type { CheckQuery } from './check-query'

/** `today` is `YYYY-MM-DD`; `maximum` payments fit into a report; `typed` is an amount as somebody would type it. */
type Options = { readonly today: string; readonly maximum: number; readonly typed: Typed }
type Typed = (money: Money) => string

/** What of a question does not go into a report: a month that is not over, answers about the job, payments beyond the maximum. */
export const NOT_CARRIED = ['date', 'conditions', 'many'] as const
export type NotCarried = (typeof NOT_CARRIED)[number]

/**
 * The answers of a report with what was asked in the checker filled in. What was answered before stays; a payment that is there
 * already is not added again, each as often as it is there. A payment whose month is forgotten was made; one in this month or
 * later may not be made yet: then whether anything was paid is unsure.
 */
export function withCheckedFees(answers: Readonly<ReportAnswers>, query: CheckQuery, options: Options): ReportAnswers {
  const { paidOn } = query
  const thisMonth = options.today.slice(0, paidOn?.length)
  const isPast = paidOn === null || paidOn < thisMonth
  const isTold = query.payments.length > 0
  return {
    ...answers,
    grievances:
      isTold && !answers.grievances.includes('fees_debt') ? [...answers.grievances, 'fees_debt'] : answers.grievances,
    origin: answers.origin ?? query.origin ?? undefined,
    scheme: answers.scheme ?? query.scheme ?? undefined,
    paid: isTold ? (answers.paid === 'yes' || isPast ? 'yes' : 'unsure') : answers.paid,
    fees: [...answers.fees, ...newLines(answers, query, options)].slice(0, options.maximum),
    pay: payOf(answers.pay, query, options.typed),
  }
}

/** What `withCheckedFees` leaves out of these answers, to be said before. */
export function notCarried(answers: Readonly<ReportAnswers>, query: CheckQuery, options: Options): NotCarried[] {
  const isLeftOut: Readonly<Record<NotCarried, boolean>> = {
    date: query.payments.length > 0 && isToCome(query.paidOn, options.today),
    conditions: Object.keys(query.conditions).length > 0,
    many: answers.fees.length + newLines(answers, query, options).length > options.maximum,
  }
  return NOT_CARRIED.filter((part) => isLeftOut[part])
}

function isToCome(paidOn: string | null, today: string): boolean {
  return paidOn !== null && paidOn > today.slice(0, paidOn.length)
}

// Two equal payments are two: each that is there stands for one of the question.
function newLines({ fees }: Readonly<ReportAnswers>, query: CheckQuery, { today, typed }: Options): FeeLineAnswer[] {
  const known = fees.map(lineKey)
  const paidOn = query.paidOn === null || isToCome(query.paidOn, today) ? undefined : query.paidOn
  return feeLines(query, paidOn, typed).filter((line) => {
    const at = known.indexOf(lineKey(line))
    if (at < 0) return true
    known.splice(at, 1)
    return false
  })
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
  { contractMonths, basicPay, plannedPay }: CheckQuery,
  typed: Typed,
): ReportAnswers['pay'] {
  if (contractMonths === null && basicPay === null && plannedPay === null) return pay
  return {
    ...(contractMonths === null ? {} : { contractMonths }),
    ...(basicPay === null
      ? {}
      : {
          contractWageText: typed(basicPay),
          contractWageMinor: basicPay.amountMinor.toString(),
          currency: basicPay.currency,
        }),
    ...(plannedPay === null
      ? {}
      : {
          plannedText: typed(plannedPay),
          plannedMinor: plannedPay.amountMinor.toString(),
          plannedCurrency: plannedPay.currency,
        }),
    ...pay,
  }
}

function lineKey({ payeeRole, category, amountMinor, currency, paidOn }: FeeLineAnswer): string {
  return [payeeRole, category, amountMinor, currency, paidOn].join(' ')
}
