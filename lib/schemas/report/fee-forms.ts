import { z } from 'zod'
import { WORKER_FEE_CATEGORIES, type FeeCategoryCode } from '@/lib/domain/fees/categories'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { FeeLineAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { FeeScreen } from '@/lib/domain/report/report-steps'
import { amountFields, amountFieldsOf, readAmount } from './amount-input'
import { monthFields, monthFieldsOf, readMonth } from './month-input'
import type { StepFields } from './step-form'
import { codeOf, lineOfText } from './typed'

/** More lines than this are a matter for a table and an officer. */
export const FEE_LINES_MAXIMUM = 100

/** One screen of a fee line: as StepForm, but about one line. `today` ('YYYY-MM-DD') is what a month is held against. */
export type FeeForm<S extends z.ZodType = z.ZodType> = {
  schemaOn(today: string): S
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

const categoryForm = feeForm({
  schemaOn: () => z.object({ category: codeOf(CATEGORIES) }),
  change: (line, input) => ({ ...line, category: input.category }),
  fieldsOf: (line) => ({ category: line.category ?? '' }),
})

const amountForm = feeForm({
  schemaOn: (today) =>
    z
      .object({ ...amountFields('amount'), precision: codeOf(PRECISIONS), ...monthFields() })
      .transform((fields, ctx) => ({
        amount: readAmount(fields, 'amount', ctx),
        precision: fields.precision,
        paidOn: readMonth(fields, today, ctx),
      })),
  change: (line, { amount, precision, paidOn }) => ({ ...line, ...amount, precision, paidOn }),
  fieldsOf: (line, proposed) => ({
    ...amountFieldsOf('amount', line, proposed),
    precision: line.precision ?? '',
    ...monthFieldsOf(line.paidOn),
  }),
})

const howForm = feeForm({
  schemaOn: () =>
    z.object({
      method: codeOf(PAYMENT_METHODS),
      receipt: codeOf(RECEIPT_KINDS),
      toldBeforeSigning: codeOf(['yes', 'no']),
    }),
  change: (line, input) => ({
    ...line,
    method: input.method,
    receipt: input.receipt,
    toldBeforeSigning: input.toldBeforeSigning,
  }),
  fieldsOf: (line) => ({
    method: line.method ?? '',
    receipt: line.receipt ?? '',
    toldBeforeSigning: line.toldBeforeSigning ?? '',
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
