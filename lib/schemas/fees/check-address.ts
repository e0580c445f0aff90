import { DESTINATION_CODES } from '@/lib/domain/countries'
import { ASKED_CONDITIONS, type CheckQuery } from '@/lib/domain/fees/check/check-query'
import { CURRENCIES } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'
import { amountFieldNames, CONDITION_FIELDS, paymentFields } from './check-fields'

/**
 * A question as the query of an address, without the question mark: short, readable, and nothing in it says who asks. Reading it
 * again gives the same question on any day.
 */
export function checkAddress(query: CheckQuery): string {
  const parts: (readonly [string, string])[] = []
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') parts.push([name, String(value)])
  }
  const addMoney = (name: string, money: Money | null) => {
    if (money !== null) parts.push(...moneyParts(name, money, parseAmount))
  }
  const addPay = (name: string, money: Money | null) => {
    if (money !== null) parts.push(...moneyParts(name, money, parseMonthlyPay))
  }
  add('from', query.origin)
  if (query.destination !== DESTINATION_CODES[0]) add('to', query.destination)
  add('scheme', query.scheme)
  const [year = '', month] = query.paidOn?.split('-') ?? []
  add('month', month === undefined ? null : Number(month))
  add('year', year)
  // Empty and not left out: forgotten, and not this month.
  if (query.paidOn === null) parts.push(['month', ''], ['year', ''])
  add('months', query.contractMonths)
  addPay('pay', query.basicPay)
  addPay('plan', query.plannedPay)
  for (const condition of ASKED_CONDITIONS) {
    const answer = query.conditions[condition]
    if (answer !== undefined) add(CONDITION_FIELDS[condition], answer ? 'yes' : 'no')
  }
  query.payments.forEach(({ payeeRole, category, amount }, index) => {
    const fields = paymentFields(index + 1)
    add(fields.who, payeeRole)
    add(fields.what, category)
    addMoney(fields.amount, amount)
  })
  return new URLSearchParams(parts.map(([name, value]) => [name, value])).toString()
}

function moneyParts(name: string, money: Money, parse: typeof parseAmount): (readonly [string, string])[] {
  const fields = amountFieldNames(name)
  const text = plainAmount(money)
  const read = parse(text, money.currency)
  const isRead = read.ok && read.value.amountMinor === money.amountMinor
  return [
    [fields.amount, text],
    [fields.currency, money.currency],
    // 1.234 dinars can be read in two ways, and 20 yen are little for a month: the address says what is meant.
    ...(isRead ? [] : [[fields.meant, money.amountMinor.toString()] as const]),
  ]
}

/** An amount in plain digits of the whole unit, as it can be typed again: 82424000, 1286.50. */
export function plainAmount({ amountMinor, currency }: Money): string {
  const { minorDigits } = CURRENCIES[currency]
  const text = amountMinor.toString().padStart(minorDigits + 1, '0')
  const whole = text.slice(0, text.length - minorDigits)
  const fraction = text.slice(text.length - minorDigits)
  return /^0*$/u.test(fraction) ? whole : `${whole}.${fraction}`
}
