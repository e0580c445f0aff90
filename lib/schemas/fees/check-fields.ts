import { CHECK_PAYMENTS_MAXIMUM } from '@/lib/domain/fees/check/check-query'
import type { AskedCondition } from '@/lib/domain/fees/check/check-query'

/** An address as Next or a browser hands it over. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** The names of the fields of the checker, which are also the parameters of its address. */
export const CONDITION_FIELDS = {
  second_stay: 'second',
  vulnerable_occupation: 'protected',
  labour_contract_with_sender: 'sender',
  agent_operates_in_japan: 'agentjp',
} as const satisfies Record<AskedCondition, string>

/** The fields of one payment, numbered from 1. */
export function paymentFields(number: number) {
  return { who: `who${number}`, what: `what${number}`, ...amountFieldNames(`amount${number}`) }
}

/** An amount has three fields: what was typed, its currency, and the likely amount that was tapped when it could be read in two ways. */
export function amountFieldNames<const N extends string>(name: N) {
  return { amount: name, currency: `${name}_in`, meant: `${name}_is` } as const
}

/** The longest text looked at; parseAmount refuses what is too long to be an amount. */
const TYPED_MAXIMUM = 100

/** The text of a field as typed; of several with one name the last, as browsers append. */
export function textIn(raw: RawQuery, name: string): string {
  const value = raw[name]
  const text = typeof value === 'string' ? value : (value?.at(-1) ?? '')
  return text.slice(0, TYPED_MAXIMUM).trim()
}

/**
 * The rows of an address with something in them, numbered again from 1 without gaps, and how many the form had: somebody who
 * adds two empty rows sees two.
 */
export function paymentRows(raw: RawQuery): {
  readonly typed: Record<string, string>
  readonly filled: number
  readonly shown: number
} {
  const typed: Record<string, string> = {}
  let filled = 0
  let shown = 0
  for (let number = 1; number <= CHECK_PAYMENTS_MAXIMUM; number += 1) {
    const from = paymentFields(number)
    if (Object.values(from).some((name) => raw[name] !== undefined)) shown = number
    if ([from.who, from.what, from.amount].every((name) => textIn(raw, name) === '')) continue
    filled += 1
    const to = paymentFields(filled)
    for (const part of ['who', 'what', 'amount', 'currency', 'meant'] as const)
      typed[to[part]] = textIn(raw, from[part])
  }
  return { typed, filled, shown }
}
