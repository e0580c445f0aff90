import type { z } from 'zod'
import { PRECISIONS, type Precision } from '@/lib/domain/fees/payment-methods'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseRange } from '@/lib/domain/money/parse-range'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { amountFields, amountFieldsOf, furtherAmountFields, readAmount } from './amount-input'
import { codeOf } from './typed'

/** An amount as somebody remembers it: exact, about, between two sums, or not at all. */
export type RememberedAmount = Pick<
  FeeLineAnswer,
  'amountText' | 'amountMinor' | 'amountMaxText' | 'amountMaxMinor' | 'currency' | 'precision'
>

type Typed = { readonly low: string; readonly high: string; readonly currency: CurrencyCode | undefined }

/** The fields of an amount that may be vague. `amountMax` is the upper end of a range. */
export function rememberedFields() {
  return { ...amountFields('amount'), ...furtherAmountFields('amountMax'), precision: codeOf(PRECISIONS) }
}

/**
 * Reads the fields of `rememberedFields()`. Two sums are a range, in two fields or in one ("20-25 triệu"), unless it is said to be
 * exact or about: then the second one stays as words. What is said to be forgotten is not asked back, whatever else was typed.
 * Adds its issues to `ctx` at the field they belong to.
 */
export function readRemembered(
  fields: Readonly<Record<string, unknown>> & { readonly precision?: Precision | undefined },
  ctx: z.RefinementCtx,
): RememberedAmount {
  const { precision } = fields
  const currencyText = textOf(fields['currency'])
  const typed: Typed = {
    low: textOf(fields['amount']),
    high: textOf(fields['amountMax']),
    currency: isCurrencyCode(currencyText) ? currencyText : undefined,
  }
  if (precision === 'forgotten') return { ...asWords(typed), precision }
  const isRange = precision === 'range' || (precision === undefined && typed.high !== '')
  if (isRange || typed.high === '') {
    const range = rangeIn(typed)
    if (range !== null) return { ...asWords(typed), ...range, precision: 'range' }
  }
  const low = readAmount(fields, 'amount', ctx)
  if (!isRange) return { ...asWords(typed), ...low, amountMaxText: typed.high || undefined, precision }
  const high = readAmount(fields, 'amountMax', ctx, { isFurther: true })
  checkEnds(fields, { low: low.amountMinor, high: high.amountMinor }, ctx)
  return {
    ...low,
    amountMaxText: high.amountText,
    amountMaxMinor: high.amountMinor,
    currency: low.currency ?? high.currency,
    precision: high.amountMinor === undefined ? precision : 'range',
  }
}

/** The fields filled with what is known. */
export function rememberedFieldsOf(line: RememberedAmount, proposed: CurrencyCode): Record<string, string> {
  return {
    ...amountFieldsOf('amount', line, proposed),
    amountMax: line.amountMaxText ?? '',
    precision: line.precision ?? '',
  }
}

/** Both ends at once: in "20" and "25 triệu" the word counts for both. */
function rangeIn({ low, high, currency }: Typed): Pick<RememberedAmount, 'amountMinor' | 'amountMaxMinor'> | null {
  if (currency === undefined || low === '') return null
  const range = parseRange(high === '' ? low : `${low} ~ ${high}`, currency)
  return range && { amountMinor: range.minMinor.toString(), amountMaxMinor: range.maxMinor.toString() }
}

function checkEnds(
  fields: Readonly<Record<string, unknown>>,
  { low, high }: { readonly low: string | undefined; readonly high: string | undefined },
  ctx: z.RefinementCtx,
): void {
  // A field that was not sent is one that was left out so that somebody could leave: it is not asked for.
  const isEmpty = (name: string) => typeof fields[name] === 'string' && textOf(fields[name]) === ''
  if (low !== undefined && isEmpty('amountMax')) {
    ctx.addIssue({ code: 'custom', path: ['amountMax'], message: 'report.amount_both_ends' })
  } else if (high !== undefined && isEmpty('amount')) {
    ctx.addIssue({ code: 'custom', path: ['amount'], message: 'report.amount_both_ends' })
  } else if (low !== undefined && high !== undefined && BigInt(high) < BigInt(low)) {
    ctx.addIssue({ code: 'custom', path: ['amountMax'], message: 'report.amount_ends_swapped' })
  }
}

/** What was typed, not read as numbers; a currency says nothing without an amount. */
function asWords({ low, high, currency }: Typed): RememberedAmount {
  const isTyped = low !== '' || high !== ''
  return {
    amountText: low || undefined,
    amountMinor: undefined,
    amountMaxText: high || undefined,
    amountMaxMinor: undefined,
    currency: isTyped ? currency : undefined,
    precision: undefined,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
