import { z } from 'zod'
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'
import { AMOUNT_MESSAGES } from './amount-messages'
import { meantFieldOf } from './further-amount'

/** What an amount that stays open to question carries to the words: its currency, and likely amounts in minor units. */
export type LikelyAmountParams = { readonly currency: string; readonly likely: string }

/** An amount as it is kept: what was typed, its minor units, and the currency. Nothing typed leaves all of it open. */
export type AmountInput = {
  readonly amountText: string | undefined
  readonly amountMinor: string | undefined
  readonly currency: CurrencyCode | undefined
}

/** How an amount of a form is read, see `readAmount`. */
export type AmountReading = {
  readonly isFurther?: boolean
  readonly mayBeZero?: boolean
  readonly isMonthlyPay?: boolean
}

/** The longest text that is echoed and looked at; parseAmount refuses what is too long to be an amount. */
const TYPED_MAXIMUM = 400

/** The three fields of an amount in a form, under the name of the amount. */
export function amountFields<const N extends string>(name: N) {
  const shape = { [name]: z.string().max(TYPED_MAXIMUM, { error: 'errors.amount_too_large' }).optional() }
  const text = z.string().optional()
  return { ...(shape as Record<N, typeof text>), currency: text, meant: text }
}

/** The fields of one more amount in the same form and currency. */
export function furtherAmountFields<const N extends string>(name: N) {
  const { currency, meant, ...own } = amountFields(name)
  return { ...own, currency, [meantFieldOf(name)]: meant }
}

/**
 * Reads the fields of `amountFields(name)`. What was tapped as "this one" counts when it is one of the amounts we would have
 * offered; anything else in that field is ignored. `isFurther`: the fields are those of `furtherAmountFields`. `mayBeZero`:
 * nothing at all is an answer here, such as nothing given back. `isMonthlyPay`: what is too little for a month of pay is asked back. Adds its issues to `ctx` at the field they belong to.
 */
export function readAmount(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  ctx: z.RefinementCtx,
  { isFurther = false, mayBeZero = false, isMonthlyPay = false }: AmountReading = {},
): AmountInput {
  const typed = textOf(fields[name])
  const currency = textOf(fields['currency'])
  const nothing: AmountInput = { amountText: undefined, amountMinor: undefined, currency: undefined }
  if (currency !== '' && !isCurrencyCode(currency)) {
    ctx.addIssue({ code: 'custom', path: ['currency'], message: 'errors.currency_unknown' })
    return nothing
  }
  if (typed === '') return nothing
  if (!isCurrencyCode(currency)) {
    ctx.addIssue({ code: 'custom', path: ['currency'], message: 'errors.currency_required' })
    return nothing
  }
  const read = isMonthlyPay ? parseMonthlyPay(typed, currency) : parseAmount(typed, currency)
  if (read.ok) return { amountText: typed, amountMinor: read.value.amountMinor.toString(), currency }
  const { error } = read
  if (error.code === 'amount_empty') return nothing
  if (error.code === 'amount_zero' && mayBeZero) return { amountText: typed, amountMinor: '0', currency }
  const likely = 'candidates' in error ? error.candidates.map(String) : []
  const meant = textOf(fields[isFurther ? meantFieldOf(name) : 'meant'])
  if (likely.includes(meant)) return { amountText: typed, amountMinor: meant, currency }
  const params = { currency, likely: likely.join(' '), typed: typed.slice(0, 40) } satisfies LikelyAmountParams & {
    typed: string
  }
  ctx.addIssue({ code: 'custom', path: [name], message: AMOUNT_MESSAGES[error.code], params })
  return nothing
}

/** The fields of an amount, filled with what is known. */
export function amountFieldsOf(
  name: string,
  amount: Partial<AmountInput>,
  proposed: CurrencyCode,
): Record<string, string> {
  return { [name]: amount.amountText ?? '', currency: amount.currency ?? proposed }
}

/** The currencies of the list, the likeliest ones first. */
export function currenciesFor(proposed: CurrencyCode): readonly CurrencyCode[] {
  return [...new Set<CurrencyCode>([proposed, 'JPY', 'USD', ...CURRENCY_CODES])]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
