import { err, ok, type Result } from '@/lib/domain/result'
import { divideHalfUp } from '@/lib/domain/money/ratio'
import type { FeeCategoryCode } from '../categories'
import type { PartyRole } from '../payees'
import type { LedgerLine } from './ledger'

/**
 * One part of a lump. `amountMinor` is in the currency of the whole; null: not known, then the part stays in the rest.
 * `payee` null: whoever got the whole.
 */
export type SplitPart = {
  readonly category: FeeCategoryCode | null
  readonly amountMinor: bigint | null
  readonly payee: { readonly role: PartyRole; readonly name: string | null; readonly casePartyId: string | null } | null
}

/** What is divided. */
export type SplitWhole = Pick<
  LedgerLine,
  'amountMinor' | 'amountMaxMinor' | 'refundedMinor' | 'jpyMinor' | 'usdMinor' | 'lumpCategories' | 'category'
>

/** A new line in the place of a part of the whole; what it does not name is as in the whole. */
export type SplitLine = Pick<
  LedgerLine,
  'category' | 'lumpCategories' | 'amountMinor' | 'amountMaxMinor' | 'refundedMinor' | 'jpyMinor' | 'usdMinor'
> & { readonly payee: SplitPart['payee'] }

/**
 * `too_few_parts`: fewer than two. `parts_do_not_add_up`: more, or less, than the whole. `rest_has_two_payees`: parts of which
 * nobody knows the amount stay together, and one payment has one payee.
 */
export type SplitError = { readonly code: 'too_few_parts' | 'parts_do_not_add_up' | 'rest_has_two_payees' }

type Slice = Pick<SplitLine, 'category' | 'lumpCategories' | 'payee' | 'amountMinor' | 'amountMaxMinor'>

/**
 * Divides one lump. Amounts, upper ends, refunds, yen and dollars of the parts add up to those of the whole, so no total changes.
 * Parts whose amount nobody knows stay together as one line with what is left over: alone it is known then, several are a
 * smaller lump, and the verdict says that it is not divided. A whole without an amount has parts without amounts. The width of a
 * remembered range is shared by the amounts, or is that of what is left over.
 */
export function splitLine(whole: SplitWhole, parts: readonly SplitPart[]): Result<readonly SplitLine[], SplitError> {
  if (parts.length < 2) return err({ code: 'too_few_parts' })
  const { amountMinor } = whole
  if (amountMinor === null) {
    if (parts.some((part) => part.amountMinor !== null)) return err({ code: 'parts_do_not_add_up' })
    return ok(withShares(whole, parts.map(wholePart), undefined))
  }
  if (!haveOnePayee(parts.filter((part) => part.amountMinor === null))) return err({ code: 'rest_has_two_payees' })
  const slices = slicesOf(amountMinor, whole.amountMaxMinor ?? amountMinor, parts)
  return slices === null ? err({ code: 'parts_do_not_add_up' }) : ok(withShares(whole, slices, amountMinor))
}

function wholePart({ category, payee }: SplitPart): Slice {
  return { category, lumpCategories: [], payee, amountMinor: null, amountMaxMinor: null }
}

function slicesOf(sumMinor: bigint, sumMaxMinor: bigint, parts: readonly SplitPart[]): Slice[] | null {
  const known = parts.flatMap(({ amountMinor, ...part }) => (amountMinor === null ? [] : [{ ...part, amountMinor }]))
  const open = parts.filter((part) => part.amountMinor === null)
  const rest = sumMinor - known.reduce((sum, part) => sum + part.amountMinor, 0n)
  const width = sumMaxMinor - sumMinor
  if (known.some((part) => part.amountMinor <= 0n) || (open.length === 0 ? rest !== 0n : rest <= 0n)) return null
  const slices = known.map((part) => ({ ...part, lumpCategories: [], amountMaxMinor: null }))
  if (open.length > 0) return [...slices, restOf(open, rest, width)]
  const wider = sharesOf(
    width,
    known.map((part) => part.amountMinor),
  )
  return slices.map((slice, index) => {
    const more = wider[index] ?? 0n
    return more > 0n ? { ...slice, amountMaxMinor: slice.amountMinor + more } : slice
  })
}

function haveOnePayee([first, ...others]: readonly SplitPart[]): boolean {
  const key = (part: SplitPart | undefined) =>
    JSON.stringify(part?.payee && [part.payee.role, part.payee.casePartyId, part.payee.name])
  return others.every((part) => key(part) === key(first))
}

function restOf(open: readonly SplitPart[], rest: bigint, width: bigint): Slice {
  const categories = [...new Set(open.flatMap(({ category }) => (category === null ? [] : [category])))]
  const isLump = categories.length > 1
  return {
    category: isLump ? null : (categories[0] ?? null),
    lumpCategories: isLump ? categories : [],
    payee: open[0]?.payee ?? null,
    amountMinor: rest,
    amountMaxMinor: width > 0n ? rest + width : null,
  }
}

// Each share is cut at the rounded running sum, so that they add up to the whole to the last unit.
function sharesOf(of: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const upTo = (end: number) =>
    divideHalfUp(of * weights.slice(0, end).reduce((sum, weight) => sum + weight, 0n), total)
  return weights.map((_weight, index) => upTo(index + 1) - upTo(index))
}

function withShares(whole: SplitWhole, slices: readonly Slice[], sumMinor: bigint | undefined): SplitLine[] {
  const weights = slices.map(({ amountMinor }) => (sumMinor === undefined ? 1n : (amountMinor ?? 0n)))
  const share = (of: bigint | null) => (of === null ? null : sharesOf(of, weights))
  const refunded = share(whole.refundedMinor)
  const jpy = share(whole.jpyMinor)
  const usd = share(whole.usdMinor)
  return slices.map((slice, index) => ({
    ...slice,
    refundedMinor: refunded?.[index] ?? null,
    jpyMinor: jpy?.[index] ?? null,
    usdMinor: usd?.[index] ?? null,
  }))
}
