import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import { DESTINATION_CODES, homeCurrencyOf, isOriginCode } from '@/lib/domain/countries'
import { isFeeCategoryCode } from '@/lib/domain/fees/categories'
import {
  ASKED_CONDITIONS,
  CHECK_PAYMENTS_MAXIMUM,
  type AskedPayment,
  type CheckQuery,
} from '@/lib/domain/fees/check/check-query'
import { isPartyRole } from '@/lib/domain/fees/payees'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { isOddWordFor } from '@/lib/domain/money/word-currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'
import { isSchemeCode } from '@/lib/domain/schemes'
import { typedText } from '@/lib/domain/writing/typed-text'
import type { MessageKey } from '@/lib/i18n/message-key'
import { AMOUNT_MESSAGES } from '@/lib/schemas/report/amount-messages'
import { monthProblem } from '@/lib/schemas/report/month-messages'
import { plainAmount } from './check-address'
import { amountFieldNames, CONDITION_FIELDS, paymentFields, paymentRows, textIn, type RawQuery } from './check-fields'

/** Something in an address to ask back about, at the field it belongs to; params as schemas of the report leave them. */
export type CheckProblem = {
  readonly field: string
  readonly key: MessageKey
  readonly params?: Readonly<Record<string, string>>
}

/**
 * An address as a question. `typed` is what stands in the fields of the form, rows numbered without gaps; `rows` how many of them
 * the form shows. `isAsked`: there is something to answer; `isChange`: somebody wants to say more before.
 */
export type CheckReading = {
  readonly query: CheckQuery
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly CheckProblem[]
  readonly rows: number
  readonly isAsked: boolean
  readonly isChange: boolean
}

/** A contract is never longer than this many months. */
const CONTRACT_MONTHS_MAXIMUM = 120

/** Payments to come are asked about as well: until the end of the year after next. */
const YEARS_AHEAD = 2

/**
 * Reads the address of the checker. Whatever is not known to us is left out, an amount or a month that can be read in two ways is
 * asked back; nothing makes it fail. An address without any month
 * means the one of `today` (`YYYY-MM-DD`), fields for it that were emptied that it is forgotten. An amount is in the money named
 * beside it, else in the one of the country; without a country it is asked back.
 */
export function readCheck(raw: RawQuery, today: string): CheckReading {
  const problems: CheckProblem[] = []
  const origin = knownCode(textIn(raw, 'from'), isOriginCode)
  const scheme = knownCode(textIn(raw, 'scheme'), isSchemeCode)
  const destination = DESTINATION_CODES.find((code) => code === textIn(raw, 'to')) ?? DESTINATION_CODES[0]
  const { typed, filled, shown } = paymentRows(raw)
  const home = origin === null ? null : homeCurrencyOf(origin)
  const payments = Array.from({ length: filled }, (_, index): AskedPayment => {
    const { who, what, amount } = paymentFields(index + 1)
    return {
      payeeRole: knownCode(typed[who] ?? '', isPartyRole),
      category: knownCode(typed[what] ?? '', isFeeCategoryCode),
      amount: readPaidAmount(typed, amount, home, problems),
    }
  })
  const told = payments.filter(({ payeeRole, category, amount }) => payeeRole ?? category ?? amount)
  const query: CheckQuery = {
    origin,
    destination,
    scheme,
    paidOn: readPaidOn(raw, today, problems),
    contractMonths: readMonths(textIn(raw, 'months'), problems),
    basicPay: readAmount(raw, 'pay', 'JPY', problems, parseMonthlyPay),
    plannedPay: readAmount(raw, 'plan', 'JPY', problems, parseMonthlyPay),
    conditions: readConditions(raw),
    payments: told,
  }
  const isAdding = textIn(raw, 'add') !== ''
  const isChange = textIn(raw, 'edit') !== ''
  return {
    query,
    typed: asMeant({ ...typedOf(raw), ...typed }, query),
    problems,
    rows: Math.min(CHECK_PAYMENTS_MAXIMUM, Math.max(1, filled, isAdding ? shown + 1 : 0)),
    isChange,
    isAsked: problems.length === 0 && !isAdding && !isChange && (origin !== null || scheme !== null || told.length > 0),
  }
}

const PLAIN_FIELDS = [
  'from',
  'to',
  'scheme',
  'month',
  'year',
  'month_is',
  'months',
  ...Object.values(amountFieldNames('pay')),
  ...Object.values(amountFieldNames('plan')),
  ...Object.values(CONDITION_FIELDS),
]

function typedOf(raw: RawQuery): Record<string, string> {
  return Object.fromEntries(PLAIN_FIELDS.map((name) => [name, textIn(raw, name)]))
}

function knownCode<C extends string>(text: string, isCode: (text: string) => text is C): C | null {
  return isCode(text) ? text : null
}

/** Where one of two readings was tapped, the amount stands in the form as it was meant. */
function asMeant(typed: Readonly<Record<string, string>>, query: CheckQuery): Record<string, string> {
  const amounts: (readonly [string, Money | null])[] = [
    ['pay', query.basicPay],
    ['plan', query.plannedPay],
    ...query.payments.map(({ amount }, index) => [paymentFields(index + 1).amount, amount] as const),
  ]
  const meant = amounts.flatMap(([name, money]) =>
    money === null || (typed[amountFieldNames(name).meant] ?? '') === '' ? [] : [[name, plainAmount(money)] as const],
  )
  return { ...typed, ...Object.fromEntries(meant) }
}

/** What was paid; asked back where it is not known in what money, or the words are those of another country's. */
function readPaidAmount(
  raw: RawQuery,
  name: string,
  home: CurrencyCode | null,
  problems: CheckProblem[],
): Money | null {
  const fields = amountFieldNames(name)
  const typed = textIn(raw, fields.amount)
  if (typed !== '' && home === null && !isCurrencyCode(textIn(raw, fields.currency))) {
    problems.push({ field: name, key: 'fees.currency_needed' })
    return null
  }
  const money = readAmount(raw, name, home ?? 'JPY', problems)
  if (money === null || !isOddWordFor(typed, money.currency)) return money
  const likely = money.amountMinor.toString()
  if (textIn(raw, fields.meant) === likely) return money
  problems.push({
    field: name,
    key: 'fees.amount_odd_words',
    params: { currency: money.currency, likely, typed: typed.slice(0, 40) },
  })
  return null
}

function readAmount(
  raw: RawQuery,
  name: string,
  proposed: CurrencyCode,
  problems: CheckProblem[],
  parse = parseAmount,
): Money | null {
  const fields = amountFieldNames(name)
  const typed = textIn(raw, fields.amount)
  const named = textIn(raw, fields.currency)
  const currency = isCurrencyCode(named) ? named : proposed
  if (typed === '') return null
  const read = parse(typed, currency)
  if (read.ok) return { amountMinor: read.value.amountMinor, currency }
  const { error } = read
  if (error.code === 'amount_empty') return null
  const likely = 'candidates' in error ? error.candidates : []
  const meant = likely.find((amountMinor) => amountMinor.toString() === textIn(raw, fields.meant))
  if (meant !== undefined) return { amountMinor: meant, currency }
  const params = { currency, likely: likely.join(' '), typed: typed.slice(0, 40) }
  problems.push({ field: name, key: AMOUNT_MESSAGES[error.code], params })
  return null
}

function readPaidOn(raw: RawQuery, today: string, problems: CheckProblem[]): string | null {
  const thisMonth = today.slice(0, 7)
  const until = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`
  const read = parseMonthYear(textIn(raw, 'month'), textIn(raw, 'year'), until)
  if (read.ok) return read.value ?? (raw['month'] === undefined && raw['year'] === undefined ? thisMonth : null)
  const { error } = read
  const candidate = error.code === 'date_other_calendar' ? error.candidate : null
  if (candidate !== null && textIn(raw, 'month_is') === candidate) return candidate
  const { field, message } = monthProblem(error)
  const params = candidate === null ? { date: until } : { date: candidate, likelyDate: candidate }
  problems.push({ field, key: message, params })
  return thisMonth
}

function readMonths(text: string, problems: CheckProblem[]): number | null {
  const digits = /\d+/u.exec(typedText(text))?.[0]
  if (text === '') return null
  const months = Number(digits)
  if (digits !== undefined && digits.length <= 3 && months >= 1 && months <= CONTRACT_MONTHS_MAXIMUM) return months
  problems.push({ field: 'months', key: 'fees.months_unreadable' })
  return null
}

function readConditions(raw: RawQuery): CheckQuery['conditions'] {
  const told = ASKED_CONDITIONS.flatMap((condition) => {
    const answer = textIn(raw, CONDITION_FIELDS[condition])
    return answer === 'yes' || answer === 'no' ? [[condition, answer === 'yes'] as const] : []
  })
  return Object.fromEntries(told)
}
