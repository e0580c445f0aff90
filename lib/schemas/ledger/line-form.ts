import { z } from 'zod'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import type { LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import { tidyLine, type LineInput } from '@/lib/domain/fees/ledger/line-input'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { StepFields } from '../report/step-form'
import { codeOf, codesOf, lineOfText } from '../report/typed'
import { editForm, newForm, wholeNumber, yesOrNo } from './ledger-fields'
import { paidOnFieldsOf, readPaidOn } from './paid-on'
import { payeeChoice, payeeValue } from './payee-choice'
import { plainAmount, readSum } from './sums'

/** Fields of the form that may repeat. */
export const LINE_LISTS = ['lumpCategories'] as const

const INSTALMENTS_MAXIMUM = 120

const lineShape = {
  payee: payeeChoice,
  payeeName: lineOfText,
  category: codeOf(FEE_CATEGORY_CODES),
  lumpCategories: codesOf(FEE_CATEGORY_CODES),
  precision: codeOf(PRECISIONS),
  method: codeOf(PAYMENT_METHODS),
  instalments: wholeNumber(INSTALMENTS_MAXIMUM, 'ledger.instalments_unreadable'),
  receipt: codeOf(RECEIPT_KINDS),
  toldBeforeSigning: yesOrNo,
  paidBy: codeOf(PAYER_KINDS),
}

type LineFields = z.output<z.ZodObject<typeof lineShape>>

/** A payment that is not in the ledger yet. Anything may stay open but what makes it a payment. `today` is 'YYYY-MM-DD'. */
export function newLineSchema(today: string) {
  return z.looseObject({ ...newForm, ...lineShape }).transform((fields, ctx) => ({
    requestId: fields.requestId,
    ...readLine(fields, today, ctx),
  }))
}

/** Another reading of a payment, and why. */
export function lineSchema(today: string) {
  return z.looseObject({ ...editForm, ...lineShape }).transform((fields, ctx) => ({
    requestId: fields.requestId,
    version: fields.version,
    reason: fields.reason,
    line: readLine(fields, today, ctx).line,
  }))
}

function readLine(
  fields: LineFields,
  today: string,
  ctx: z.RefinementCtx,
): { line: LineInput; amountAsTyped: string | null } {
  const amount = readSum(fields, 'amount', ctx, { currencyName: 'currency' })
  const upper = readSum(fields, 'amountMax', ctx, { currencyName: 'currency' })
  const refunded = readSum(fields, 'refunded', ctx, { currencyName: 'currency', mayBeZero: true })
  const isForgotten = fields.precision === 'forgotten'
  if (
    fields.precision === 'range' &&
    amount !== null &&
    (upper === null || upper.money.amountMinor <= amount.money.amountMinor)
  )
    ctx.addIssue({ code: 'custom', path: ['amountMax'], message: 'ledger.range_order' })
  const mostMinor = fields.precision === 'range' ? upper?.money.amountMinor : amount?.money.amountMinor
  if (refunded !== null && mostMinor !== undefined && refunded.money.amountMinor > mostMinor)
    ctx.addIssue({ code: 'custom', path: ['refunded'], message: 'report.refunded_more' })
  const isEmpty = amount === null && fields.category === undefined && fields.lumpCategories.length === 0
  if (isEmpty && ctx.issues.length === 0)
    ctx.addIssue({ code: 'custom', path: ['amount'], message: 'ledger.line_empty' })
  return {
    amountAsTyped: isForgotten ? null : (amount?.typed ?? null),
    line: tidyLine({
      payeeRole: fields.payee?.role ?? null,
      payeeName: fields.payeeName ?? null,
      casePartyId: fields.payee?.casePartyId ?? null,
      category: fields.category ?? null,
      lumpCategories: fields.lumpCategories,
      amountMinor: amount?.money.amountMinor ?? null,
      amountMaxMinor: upper?.money.amountMinor ?? null,
      currency: currencyIn(fields),
      precision: fields.precision ?? (amount === null ? 'forgotten' : 'exact'),
      paidOn: readPaidOn(fields, today, ctx),
      method: fields.method ?? null,
      instalments: fields.instalments,
      receipt: fields.receipt ?? null,
      toldBeforeSigning: fields.toldBeforeSigning,
      paidBy: fields.paidBy ?? null,
      refundedMinor: refunded?.money.amountMinor ?? null,
    }),
  }
}

function currencyIn(fields: Readonly<Record<string, unknown>>): CurrencyCode | null {
  const code = fields['currency']
  return typeof code === 'string' && isCurrencyCode(code) ? code : null
}

/** The fields filled with a payment as it stands. */
export function lineFieldsOf(line: LedgerLine, proposed: CurrencyCode): StepFields {
  const { payeeRole, casePartyId, currency } = line
  const isTold = line.toldBeforeSigning
  return {
    payee: payeeRole === null ? '' : payeeValue({ role: payeeRole, casePartyId }),
    payeeName: line.payeeName ?? '',
    category: line.category ?? '',
    lumpCategories: line.lumpCategories,
    amount: plainAmount(line.amountMinor, currency),
    amountMax: plainAmount(line.amountMaxMinor, currency),
    refunded: plainAmount(line.refundedMinor, currency),
    currency: currency ?? proposed,
    precision: line.precision,
    ...paidOnFieldsOf(line.paidOn),
    method: line.method ?? '',
    instalments: line.instalments === null ? '' : String(line.instalments),
    receipt: line.receipt ?? '',
    toldBeforeSigning: isTold === null ? '' : isTold ? 'yes' : 'no',
    paidBy: line.paidBy ?? '',
  }
}
