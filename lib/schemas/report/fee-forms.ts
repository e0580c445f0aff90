import { z } from 'zod'
import { WORKER_FEE_CATEGORIES, type FeeCategoryCode } from '@/lib/domain/fees/categories'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PAYER_KINDS, PAYMENT_METHODS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { FeeLineAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { FeeScreen } from '@/lib/domain/report/report-steps'
import { furtherAmountFields, readAmount } from './amount-input'
import { monthFields, monthFieldsOf, readMonth } from './month-input'
import { monthCount } from './number-input'
import { readRemembered, rememberedFields, rememberedFieldsOf } from './remembered-amount'
import type { StepFields } from './step-form'
import { codeOf, codesOf, lineOfText } from './typed'

/** More lines than this are a matter for a table and an officer. */
export const FEE_LINES_MAXIMUM = 100

/** One screen of a fee line: as StepForm, but about one line. `today` ('YYYY-MM-DD') is what a month is held against. */
export type FeeForm<S extends z.ZodType = z.ZodType> = {
  schemaOn(today: string): S
  /** Names that may repeat (tick boxes): they arrive as lists even when one is ticked. */
  readonly lists?: readonly string[]
  change(line: FeeLineAnswer, input: z.output<S>): FeeLineAnswer
  fieldsOf(line: FeeLineAnswer, proposed: CurrencyCode): StepFields
}

function feeForm<S extends z.ZodType>(form: FeeForm<S>): FeeForm<S> {
  return form
}

const CATEGORIES: readonly FeeCategoryCode[] = WORKER_FEE_CATEGORIES.map((row) => row.code)

const payeeForm = feeForm({
  schemaOn: () => z.object({ payeeRole: codeOf(PARTY_ROLES), payeeName: lineOfText }),
  change: (line, input) => ({ ...line, payeeRole: input.payeeRole, payeeName: input.payeeName }),
  fieldsOf: (line) => ({ payeeRole: line.payeeRole ?? '', payeeName: line.payeeName ?? '' }),
})

/** What it was for. Several things ticked are one lump for all of them, to be split by an officer later. */
const categoryForm = feeForm({
  schemaOn: () => z.object({ category: codesOf(CATEGORIES) }),
  lists: ['category'],
  change: (line, { category: [first, ...others] }) => ({
    ...line,
    category: others.length === 0 ? first : undefined,
    lumpCategories: first === undefined || others.length === 0 ? undefined : [first, ...others],
  }),
  fieldsOf: ({ category, lumpCategories }) => ({
    category: lumpCategories ?? (category === undefined ? [] : [category]),
  }),
})

const amountForm = feeForm({
  schemaOn: (today) =>
    z
      .object({ ...rememberedFields(), ...furtherAmountFields('refunded'), ...monthFields() })
      .transform((fields, ctx) => {
        const paid = readRemembered(fields, ctx)
        const back = readAmount(fields, 'refunded', ctx, { isFurther: true, mayBeZero: true })
        const most = paid.amountMaxMinor ?? paid.amountMinor
        if (most !== undefined && back.amountMinor !== undefined && BigInt(back.amountMinor) > BigInt(most))
          ctx.addIssue({ code: 'custom', path: ['refunded'], message: 'report.refunded_more' })
        return { paid, back, paidOn: readMonth(fields, today, ctx) }
      }),
  change: (line, { paid, back, paidOn }) => ({
    ...line,
    ...paid,
    currency: paid.currency ?? back.currency,
    refundedText: back.amountText,
    refundedMinor: back.amountMinor,
    paidOn,
  }),
  fieldsOf: (line, proposed) => ({
    ...rememberedFieldsOf(line, proposed),
    refunded: line.refundedText ?? '',
    ...monthFieldsOf(line.paidOn),
  }),
})

const howForm = feeForm({
  schemaOn: () =>
    z.object({
      method: codeOf(PAYMENT_METHODS),
      instalments: monthCount,
      receipt: codeOf(RECEIPT_KINDS),
      toldBeforeSigning: codeOf(['yes', 'no']),
      paidBy: codeOf(PAYER_KINDS),
    }),
  change: (line, { method, instalments, receipt, toldBeforeSigning, paidBy }) => ({
    ...line,
    // Months are only asked of what was taken from pay; who gives them without saying how has said it.
    method: method ?? (instalments === undefined ? undefined : 'deduction'),
    instalments: method === undefined || method === 'deduction' ? instalments : undefined,
    receipt,
    toldBeforeSigning,
    paidBy,
  }),
  fieldsOf: (line) => ({
    method: line.method ?? '',
    instalments: line.instalments?.toString() ?? '',
    receipt: line.receipt ?? '',
    toldBeforeSigning: line.toldBeforeSigning ?? '',
    paidBy: line.paidBy ?? '',
  }),
})

/** The form of each screen of a fee line. */
export const FEE_FORMS: Readonly<Record<FeeScreen, FeeForm>> = {
  payee: payeeForm,
  category: categoryForm,
  amount: amountForm,
  how: howForm,
}

/** Where the n-th line (from 1) is: a line beyond the end is the next free one, so that a post out of order adds at most one. */
export function feeIndexOf(answers: ReportAnswers, number: number): number {
  return Math.min(number - 1, answers.fees.length)
}

/** The answers with one line changed or added. Who tells of a payment has paid, whatever was said before. */
export function withFeeLine(
  answers: ReportAnswers,
  number: number,
  change: (line: FeeLineAnswer) => FeeLineAnswer,
): ReportAnswers {
  const index = feeIndexOf(answers, number)
  const fees = [...answers.fees]
  fees[index] = change(fees[index] ?? {})
  return { ...answers, paid: answers.paid === 'unsure' ? 'unsure' : 'yes', fees }
}

/** The answers without the n-th line; `count` is how many there were when the button was shown, so that a second press removes nothing. */
export function withoutFeeLine(answers: ReportAnswers, number: number, count: number): ReportAnswers {
  if (answers.fees.length !== count) return answers
  return { ...answers, fees: answers.fees.filter((_line, index) => index !== number - 1) }
}
