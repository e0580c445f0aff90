import { z } from 'zod'
import type { LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import type { LoanInput } from '@/lib/domain/fees/ledger/ledger-changes'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import { monthFields, monthFieldsOf, readMonth } from '../report/month-input'
import { monthCount, percent } from '../report/number-input'
import type { StepFields } from '../report/step-form'
import { codeOf, lineOfText } from '../report/typed'
import { editForm, newForm } from './ledger-fields'
import { plainAmount, readSum, type Fields } from './sums'

const loanShape = {
  lenderKind: codeOf(LENDER_KINDS),
  lenderName: lineOfText,
  ratePercent: percent,
  ratePeriod: codeOf(RATE_PERIODS),
  termMonths: monthCount,
  collateral: codeOf(COLLATERALS),
  ...monthFields(),
}

/** A loan that is not in the ledger yet. `today` is 'YYYY-MM-DD'. */
export function newLoanSchema(today: string) {
  return z.looseObject({ ...newForm, ...loanShape }).transform((fields, ctx) => ({
    requestId: fields.requestId,
    version: 0,
    reason: '',
    loan: readLoan(fields, today, ctx),
  }))
}

/** Another reading of a loan, and why. */
export function loanSchema(today: string) {
  return z.looseObject({ ...editForm, ...loanShape }).transform((fields, ctx) => ({
    requestId: fields.requestId,
    version: fields.version,
    reason: fields.reason,
    loan: readLoan(fields, today, ctx),
  }))
}

function readLoan(
  fields: z.output<z.ZodObject<typeof loanShape>> & Fields,
  today: string,
  ctx: z.RefinementCtx,
): LoanInput {
  const sum = (name: string, mayBeZero: boolean) =>
    readSum(fields, name, ctx, { currencyName: 'currency', mayBeZero })?.money ?? null
  const [principal, outstanding, repayment] = [
    sum('principal', false),
    sum('outstanding', true),
    sum('repayment', false),
  ]
  const currency = fields['currency']
  if (fields.ratePercent !== undefined && fields.ratePeriod === undefined)
    ctx.addIssue({ code: 'custom', path: ['ratePeriod'], message: 'ledger.rate_period_required' })
  if (principal === null && outstanding === null && fields.lenderKind === undefined && ctx.issues.length === 0)
    ctx.addIssue({ code: 'custom', path: ['principal'], message: 'ledger.loan_empty' })
  return {
    lenderKind: fields.lenderKind ?? null,
    lenderName: fields.lenderName ?? null,
    principalMinor: principal?.amountMinor ?? null,
    outstandingMinor: outstanding?.amountMinor ?? null,
    monthlyRepaymentMinor: repayment?.amountMinor ?? null,
    currency: typeof currency === 'string' && isCurrencyCode(currency) ? currency : null,
    ratePercent: fields.ratePercent ?? null,
    ratePeriod: fields.ratePercent === undefined ? null : (fields.ratePeriod ?? null),
    termMonths: fields.termMonths ?? null,
    collateral: fields.collateral ?? null,
    borrowedOn: readMonth(fields, today, ctx) ?? null,
  }
}

/** The fields filled with a loan as it stands. */
export function loanFieldsOf(loan: LedgerLoan, proposed: CurrencyCode): StepFields {
  const { currency } = loan
  return {
    lenderKind: loan.lenderKind ?? '',
    lenderName: loan.lenderName ?? '',
    principal: plainAmount(loan.principalMinor, currency),
    outstanding: plainAmount(loan.outstandingMinor, currency),
    repayment: plainAmount(loan.monthlyRepaymentMinor, currency),
    currency: currency ?? proposed,
    ratePercent: loan.ratePercent ?? '',
    ratePeriod: loan.ratePeriod ?? '',
    termMonths: loan.termMonths === null ? '' : String(loan.termMonths),
    collateral: loan.collateral ?? '',
    ...monthFieldsOf(loan.borrowedOn ?? undefined),
  }
}
