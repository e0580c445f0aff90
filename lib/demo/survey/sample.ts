import type { Money } from '@/lib/domain/money/money'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { randomFrom } from '../random'
import { fitToMean, type Teller } from './fit-mean'
import { respondentsOf, type DemoCountry } from './figure'
import { CURRENCIES_OF, HOME_CURRENCY_OF } from './money-forms'
import { SURVEY_PLAN } from './survey-plan'

/** A sum somebody paid, or that it was paid without how much (null). */
export type PaidSum = { readonly amount: Money | null; readonly month: string }

/** What one person answers about money. */
export type MoneyAnswers = {
  readonly paid: 'yes' | 'no'
  readonly sending: PaidSum | null
  readonly broker: PaidSum | null
  readonly other: PaidSum | null
  /** Undefined: not answered. */
  readonly debt: { readonly owed: Money } | 'none' | undefined
}

/** The months the people of the survey paid in: those of stage 2 and 3 interns met in early 2022. */
const PAID_FROM_YEAR = 2018
const PAID_YEARS = 4
/** How unequal sums are: the deviation of the logarithm. */
const SPREAD = 0.45

/**
 * The money answers of the people of one country, in an order without meaning: as many as `receivedMonths`, the month each
 * report arrives, because what is owed is converted at the rate of that month.
 */
export function sampleMoney(
  country: DemoCountry,
  receivedMonths: readonly string[],
  rates: readonly ExchangeRate[],
): MoneyAnswers[] {
  const random = randomFrom(`money of ${country}`)
  const size = receivedMonths.length
  const plan = SURVEY_PLAN[country]
  const scaled = (value: number, atMost: number = size) =>
    Math.min(atMost, Math.round((value * size) / respondentsOf(country)))
  const months = receivedMonths.map(
    () => `${PAID_FROM_YEAR + random.int(0, PAID_YEARS - 1)}-${random.int(1, 12).toString().padStart(2, '0')}`,
  )

  const people = random.shuffled([...receivedMonths.keys()])
  const payers = people.slice(0, scaled(plan.sending.payers.value))
  const told = payers.slice(0, scaled(plan.sending.withAmount.value, payers.length))
  const silent = people.slice(told.length)
  const brokerTold = scaled(plan.broker.withAmount.value)
  const brokerOnly = silent.slice(0, scaled(plan.broker.withoutSendingAmount.value, brokerTold))
  const brokerBoth = told.slice(0, brokerTold - brokerOnly.length)
  const brokerSilent = told.slice(brokerBoth.length, brokerBoth.length + scaled(plan.broker.payers.value) - brokerTold)
  const others = random.shuffled(told).slice(0, scaled(plan.other.people.value, told.length))

  const teller =
    (month: (person: number) => string) =>
    (person: number, index: number): Teller => ({
      currency: index === 0 ? HOME_CURRENCY_OF[country] : random.weighted(CURRENCIES_OF[country]),
      month: month(person),
      weight: Math.exp(SPREAD * random.normal()),
    })
  const fit = (who: readonly number[], meanJpy: number, month: (person: number) => string) => {
    const amounts = fitToMean(who.map(teller(month)), meanJpy, rates, random)
    return new Map(who.map((person, index) => [person, amounts[index] ?? null]))
  }
  const paidIn = (person: number) => months[person] ?? ''
  const sending = fit(told, plan.sending.meanJpy.value, paidIn)
  const broker = fit([...brokerBoth, ...brokerOnly], plan.broker.meanJpy.value, paidIn)
  const other = fit(
    others,
    plan.other.people.value === 0 ? 0 : Math.round(plan.other.sumJpy.value / plan.other.people.value),
    paidIn,
  )

  const paidAny = new Set([...payers, ...brokerOnly, ...brokerSilent])
  const unpaid = people.filter((person) => !paidAny.has(person))
  const unanswered = size - scaled(plan.debt.answers.value)
  const nothing = new Set(unpaid.slice(0, unanswered))
  const unaskedOfDebt = new Set([...nothing, ...random.shuffled([...paidAny]).slice(0, unanswered - nothing.size)])
  const askedOfDebt = random.shuffled(people.filter((person) => !unaskedOfDebt.has(person)))
  const debts = fit(
    askedOfDebt.slice(0, scaled(plan.debt.inDebt.value, askedOfDebt.length)),
    plan.debt.meanJpy.value,
    (person) => receivedMonths[person] ?? '',
  )

  const sumOf = (
    amounts: ReadonlyMap<number, Money | null>,
    payersToo: ReadonlySet<number>,
    person: number,
  ): PaidSum | null =>
    amounts.has(person) || payersToo.has(person) ? { amount: amounts.get(person) ?? null, month: paidIn(person) } : null
  const payerSet = new Set(payers)
  const brokerSilentSet = new Set(brokerSilent)
  const smallPayers = new Set(unpaid.filter((person) => !nothing.has(person)))
  return receivedMonths.map((_, person) => ({
    paid: nothing.has(person) ? 'no' : 'yes',
    sending: sumOf(sending, payerSet, person),
    broker: sumOf(broker, brokerSilentSet, person),
    other: sumOf(other, smallPayers, person),
    debt: debtOf(person, debts, unaskedOfDebt),
  }))
}

function debtOf(
  person: number,
  debts: ReadonlyMap<number, Money | null>,
  unasked: ReadonlySet<number>,
): MoneyAnswers['debt'] {
  if (unasked.has(person)) return undefined
  const owed = debts.get(person)
  return owed ? { owed } : 'none'
}
