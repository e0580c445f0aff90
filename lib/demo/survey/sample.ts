import { dayInJapan } from '@/lib/domain/calendar/day'
import type { Money } from '@/lib/domain/money/money'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { randomFrom } from '../random'
import { isWorkedOn, type Course } from '../timeline'
import { fitToMean, type Teller } from './fit-mean'
import { respondentsOf, type DemoCountry } from './figure'
import { CURRENCIES_OF, HOME_CURRENCY_OF } from './money-forms'
import { drawPaymentDates } from './payment-dates'
import { streetRateOf, withStreetRate } from './street-rates'
import { SURVEY_PLAN } from './survey-plan'

/**
 * A sum somebody paid, or that it was paid without how much (null). `streetRate`: what an officer will convert it at, units of
 * its currency for one US dollar; null is the official rate.
 */
export type PaidSum = {
  readonly amount: Money | null
  readonly paidOn: string
  readonly streetRate: string | null
}

/** What one person answers about money. */
export type MoneyAnswers = {
  readonly paid: 'yes' | 'no'
  readonly sending: PaidSum | null
  readonly broker: PaidSum | null
  readonly other: PaidSum | null
  /** Undefined: not answered. */
  readonly debt: { readonly owed: Money } | 'none' | undefined
}

/** How unequal sums are: the deviation of the logarithm. */
const SPREAD = 0.45
/** So many payments of a country an officer converts at another rate than the official one. */
const STREET_RATES = 2

/**
 * The money answers of the people of one country, in an order without meaning: as many as `courses`, because what is owed is
 * converted at the rate of the month a report arrives in, and some amounts at the rate of the officer who works on the case.
 */
export function sampleMoney(
  country: DemoCountry,
  courses: readonly Course[],
  rates: readonly ExchangeRate[],
): MoneyAnswers[] {
  const random = randomFrom(`money of ${country}`)
  const size = courses.length
  const receivedMonths = courses.map(({ receivedAt }) => dayInJapan(receivedAt).slice(0, 7))
  const plan = SURVEY_PLAN[country]
  const scaled = (value: number, atMost: number = size) =>
    Math.min(atMost, Math.round((value * size) / respondentsOf(country)))
  const dates = receivedMonths.map((month) => drawPaymentDates(month, random))

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
    (paidOn: (person: number) => string) =>
    (person: number, index: number): Teller => ({
      currency: index === 0 ? HOME_CURRENCY_OF[country] : random.weighted(CURRENCIES_OF[country]),
      paidOn: paidOn(person),
      weight: Math.exp(SPREAD * random.normal()),
    })
  const fit = (who: readonly number[], meanJpy: number, tellers: readonly Teller[]) => {
    const amounts = fitToMean(tellers, meanJpy, rates, random)
    return new Map(who.map((person, index) => [person, amounts[index] ?? null]))
  }
  const paid = (part: keyof (typeof dates)[number]) => (person: number) => dates[person]?.[part] ?? ''
  const streetRates = new Map<number, string>()
  const sendingTellers = told.map(teller(paid('sending'))).map((one, index): Teller => {
    const person = told[index] ?? 0
    const rate = streetRates.size < STREET_RATES ? streetRateOf(one) : null
    if (rate === null || !isWorkedOn(courses[person])) return one
    streetRates.set(person, rate)
    return { ...one, rates: withStreetRate(rates, one.currency, rate) }
  })
  const sending = fit(told, plan.sending.meanJpy.value, sendingTellers)
  const brokerPayers = [...brokerBoth, ...brokerOnly]
  const broker = fit(brokerPayers, plan.broker.meanJpy.value, brokerPayers.map(teller(paid('broker'))))
  const other = fit(
    others,
    plan.other.people.value === 0 ? 0 : Math.round(plan.other.sumJpy.value / plan.other.people.value),
    others.map(teller(paid('other'))),
  )

  const paidAny = new Set([...payers, ...brokerOnly, ...brokerSilent])
  const unpaid = people.filter((person) => !paidAny.has(person))
  const unanswered = size - scaled(plan.debt.answers.value)
  const nothing = new Set(unpaid.slice(0, unanswered))
  const unaskedOfDebt = new Set([...nothing, ...random.shuffled([...paidAny]).slice(0, unanswered - nothing.size)])
  const askedOfDebt = random.shuffled(people.filter((person) => !unaskedOfDebt.has(person)))
  const inDebt = askedOfDebt.slice(0, scaled(plan.debt.inDebt.value, askedOfDebt.length))
  const debts = fit(inDebt, plan.debt.meanJpy.value, inDebt.map(teller((person) => receivedMonths[person] ?? '')))

  const sumOf = (
    part: 'sending' | 'broker' | 'other',
    amounts: ReadonlyMap<number, Money | null>,
    payersToo: ReadonlySet<number>,
    person: number,
  ): PaidSum | null =>
    amounts.has(person) || payersToo.has(person)
      ? {
          amount: amounts.get(person) ?? null,
          paidOn: paid(part)(person),
          streetRate: part === 'sending' ? (streetRates.get(person) ?? null) : null,
        }
      : null
  const payerSet = new Set(payers)
  const brokerSilentSet = new Set(brokerSilent)
  const smallPayers = new Set(unpaid.filter((person) => !nothing.has(person)))
  return receivedMonths.map((_, person) => ({
    paid: nothing.has(person) ? 'no' : 'yes',
    sending: sumOf('sending', sending, payerSet, person),
    broker: sumOf('broker', broker, brokerSilentSet, person),
    other: sumOf('other', other, smallPayers, person),
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
