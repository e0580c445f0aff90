import { z } from 'zod'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import type { LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import type { SplitPart } from '@/lib/domain/fees/ledger/split-line'
import type { StepFields } from '../report/step-form'
import { codeOf, lineOfText } from '../report/typed'
import { editForm } from './ledger-fields'
import { payeeChoice } from './payee-choice'
import { readSum, type Fields } from './sums'

/** Most parts that one form asks for; a part can be split again. */
export const PARTS_MAXIMUM = 8

/** The rows of the form, numbered from 1. */
export const PART_NUMBERS: readonly number[] = Array.from({ length: PARTS_MAXIMUM }, (_, index) => index + 1)

/** The names of the fields of one part. */
export function partNames(number: number) {
  return {
    category: `category${number}`,
    amount: `amount${number}`,
    payee: `payee${number}`,
    payeeName: `payeeName${number}`,
  } as const
}

const partShape = z.object({ category: codeOf(FEE_CATEGORY_CODES), payee: payeeChoice, payeeName: lineOfText })

/**
 * The parts of a lump: rows with something in them. An amount left open stays in the rest; a payee left open is whoever got the
 * whole. Whether they add up is the ledger's to say; `sum` is for its words, as the page showed the whole.
 */
export const splitSchema = z
  .looseObject({ ...editForm, currency: z.string(), whole: z.string().regex(/^\d{0,18}$/u) })
  .transform((fields, ctx) => {
    const parts = PART_NUMBERS.flatMap((number) => readPart(fields, number, ctx))
    if (parts.length < 2 && ctx.issues.length === 0)
      ctx.addIssue({ code: 'custom', path: [partNames(2).category], message: 'ledger.split_two_parts' })
    const { requestId, version, reason, currency, whole } = fields
    return { requestId, version, reason, parts, sum: { currency, parts: sumOf(parts), whole: BigInt(whole) } }
  })

function readPart(fields: Fields, number: number, ctx: z.RefinementCtx): SplitPart[] {
  const names = partNames(number)
  const coded = partShape.safeParse({
    category: fields[names.category],
    payee: fields[names.payee],
    payeeName: fields[names.payeeName],
  })
  if (!coded.success) {
    for (const { path } of coded.error.issues) {
      const name = names[path[0] as keyof typeof names]
      ctx.addIssue({ code: 'custom', path: [name], message: 'errors.choose_known' })
    }
    return []
  }
  const amount = readSum(fields, names.amount, ctx, { currencyName: 'currency' })
  const { category, payee, payeeName } = coded.data
  if (category === undefined) {
    if (amount !== null || payee !== null)
      ctx.addIssue({ code: 'custom', path: [names.category], message: 'ledger.split_category_required' })
    return []
  }
  const named = payee === null ? null : { ...payee, name: payeeName ?? null }
  return [{ category, amountMinor: amount?.money.amountMinor ?? null, payee: named }]
}

function sumOf(parts: readonly SplitPart[]): bigint {
  return parts.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n)
}

/** The rows filled with what the worker said the lump was for. */
export function splitFieldsOf(line: LedgerLine): StepFields {
  return Object.fromEntries(
    line.lumpCategories.slice(0, PARTS_MAXIMUM).map((code, index) => [partNames(index + 1).category, code]),
  )
}
