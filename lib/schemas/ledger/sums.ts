import type { z } from 'zod'
import { CURRENCIES, minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { readAmount, type AmountReading } from '../report/amount-input'
import { meantFieldOf } from '../report/further-amount'

/** The fields of a form, as posted. */
export type Fields = Readonly<Record<string, unknown>>

/** The names of the fields of a sum: what is typed, its currency, and the likely amount that was tapped. */
export function sumNames<const N extends string>(name: N) {
  return { amount: name, currency: `${name}_in`, meant: meantFieldOf(name) } as const
}

type SumReading = Omit<AmountReading, 'isFurther'> & { readonly currencyName?: string }

/** A sum as it is kept, and what stood in its field. */
export type TypedSum = { readonly money: Money; readonly typed: string }

/**
 * Reads a sum by `sumNames(name)`; null when nothing was typed. `currencyName` is the field of the currency where several sums
 * of a form share one; `mayBeZero`: nothing at all is an answer. `isMonthlyPay`: too little for a month of pay is asked back. Adds its issues to `ctx` at the field they belong to.
 */
export function readSum(
  fields: Fields,
  name: string,
  ctx: z.RefinementCtx,
  { currencyName = sumNames(name).currency, mayBeZero = false, isMonthlyPay = false }: SumReading = {},
): TypedSum | null {
  if (typeof fields[name] !== 'string' || fields[name].trim() === '') return null
  const own: z.RefinementCtx = {
    ...ctx,
    addIssue: (issue) =>
      ctx.addIssue(
        typeof issue === 'object' && issue.path?.[0] === 'currency' ? { ...issue, path: [currencyName] } : issue,
      ),
  }
  const read = readAmount({ ...fields, currency: fields[currencyName] ?? '' }, name, own, {
    isFurther: true,
    mayBeZero,
    isMonthlyPay,
  })
  const { amountMinor, amountText, currency } = read
  return amountMinor === undefined || currency === undefined
    ? null
    : { money: { amountMinor: BigInt(amountMinor), currency }, typed: amountText ?? amountMinor }
}

/** An amount as a field shows it to be changed: plain digits, a point before the minor unit. */
export function plainAmount(amountMinor: bigint | null, currency: CurrencyCode | null): string {
  if (amountMinor === null || currency === null) return ''
  const unit = minorPerMajor(currency)
  const rest = amountMinor % unit
  const wholeUnits = (amountMinor / unit).toString()
  return rest === 0n ? wholeUnits : `${wholeUnits}.${rest.toString().padStart(CURRENCIES[currency].minorDigits, '0')}`
}

/** The fields of a sum, filled with what is known. */
export function sumFieldsOf(name: string, money: Money | null, proposed: CurrencyCode): Record<string, string> {
  const names = sumNames(name)
  return {
    [names.amount]: plainAmount(money?.amountMinor ?? null, money?.currency ?? null),
    [names.currency]: money?.currency ?? proposed,
  }
}
