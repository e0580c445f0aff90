import 'server-only'
import { caseTotals } from '@/lib/domain/fees/case-totals'
import { isFeeCategoryCode } from '@/lib/domain/fees/categories'
import { isWageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { PaidWage } from '@/lib/domain/fees/measures/earnings'
import { indicatorColumns } from '@/lib/domain/fees/measures/indicator-columns'
import type { CostLine } from '@/lib/domain/fees/measures/recruitment-cost'
import { refundedYen } from '@/lib/domain/fees/measures/refunded-yen'
import { toldColumns } from '@/lib/domain/fees/measures/told-columns'
import type { LoanTerms } from '@/lib/domain/fees/measures/effective-interest'
import type { RatePeriod } from '@/lib/domain/fees/ledger/loan-terms'
import type { PaymentMethod } from '@/lib/domain/fees/payment-methods'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { listExchangeRates } from './exchange-rates'
import type { LedgerWriter } from './fee-facts'
import { inCurrency } from './line-conversion'
import type { Scoped } from './within'

/** The columns of a payment that totals and indicator are made from. */
export type TotalLine = {
  readonly payeeRole: string | null
  readonly category: string | null
  readonly amountMinor: bigint | null
  readonly refundedMinor: bigint | null
  readonly jpyMinor: bigint | null
  readonly paidBy: string | null
  readonly method: string | null
}

/** The columns of a fact of pay that the indicator is made from. */
export type TotalWage = {
  readonly kind: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly forMonth: string | null
}

/** The columns of a loan that totals are made from; `ratePercent` is decimal text. */
export type TotalLoan = Omit<LoanTerms, 'ratePeriod'> & {
  readonly ratePeriod: string | null
  readonly outstandingJpy: bigint | null
}

/** What the columns of the job are made from. */
export type TotalPlacement = {
  readonly isFirstJobAbroad: boolean | null
  readonly toldTotalMinor: bigint | null
  readonly toldTotalCurrency: string | null
  readonly contractSignedOn: string | null
}

/** What totals are made from, as it is stored; only what counts. */
export type TotalRows = {
  readonly lines: readonly TotalLine[]
  readonly loans: readonly TotalLoan[]
  readonly wages: readonly TotalWage[]
  readonly paidAnswer: string | null
  /** Null where nothing is known of the job. */
  readonly placement: TotalPlacement | null
}

/** The columns of the case that are made from its payments, loans, pay and job. */
export function totalColumns(
  { lines, loans, wages, paidAnswer, placement }: TotalRows,
  rates: readonly ExchangeRate[],
) {
  const costs = lines.map(costLine)
  const pay = wages.flatMap((wage) => paidWage(wage, rates))
  return {
    ...caseTotals(lines, loans),
    ...indicatorColumns({
      lines: costs,
      wages: pay,
      hasPaidNothing: paidAnswer === 'no',
      isFirstJobAbroad: placement?.isFirstJobAbroad ?? null,
    }),
    ...toldTotals({ lines, loans, wages, placement }, rates),
  }
}

/** Those of them that tell what was told and what it was; made again for cases that were there before them. */
export function toldTotals(
  { lines, loans, wages, placement }: Omit<TotalRows, 'paidAnswer'>,
  rates: readonly ExchangeRate[],
) {
  return toldColumns({
    lines: lines.map(costLine),
    wages: wages.flatMap((wage) => paidWage(wage, rates)),
    loans: loans.map((loan) => ({ ...loan, ratePeriod: loan.ratePeriod as RatePeriod | null })),
    toldTotalJpy: toldTotalYen(placement, rates),
  })
}

/** Makes the totals of a case again from its lines, loans and pay; in the transaction that changed one of them. */
export async function refreshCaseTotals(on: Scoped<LedgerWriter>, caseId: string): Promise<void> {
  // One after the other: a transaction has one connection, and relations of one query are asked for at once.
  const found = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      paidAnswer: true,
      placement: {
        select: { isFirstJobAbroad: true, toldTotalMinor: true, toldTotalCurrency: true, contractSignedOn: true },
      },
    },
  })
  const loans = await on.db.loan.findMany({
    where: { caseId, removedAt: null },
    select: {
      principalMinor: true,
      outstandingMinor: true,
      monthlyRepaymentMinor: true,
      ratePercent: true,
      ratePeriod: true,
      termMonths: true,
      outstandingJpy: true,
    },
  })
  const wages = await on.db.wageFact.findMany({
    where: { caseId, removedAt: null },
    select: { kind: true, amountMinor: true, currency: true, forMonth: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const lines = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null, splitAt: null },
    select: {
      payeeRole: true,
      category: true,
      amountMinor: true,
      refundedMinor: true,
      jpyMinor: true,
      paidBy: true,
      method: true,
    },
  })
  const paidAnswer = lines.length > 0 ? 'yes' : found.paidAnswer
  const columns = totalColumns(
    {
      lines,
      loans: loans.map((loan) => ({ ...loan, ratePercent: loan.ratePercent?.toFixed() ?? null })),
      wages,
      paidAnswer,
      placement: found.placement,
    },
    await listExchangeRates(on),
  )
  await on.db.case.update({
    where: { id: caseId },
    data: { ...columns, paidAnswer, ...(loans.length > 0 ? { inDebt: true } : {}) },
    select: { id: true },
  })
}

function costLine(line: TotalLine): CostLine {
  return {
    category: line.category !== null && isFeeCategoryCode(line.category) ? line.category : null,
    hasAmount: line.amountMinor !== null,
    jpy: line.jpyMinor,
    refundedJpy: refundedYen(line),
    paidBy: line.paidBy,
    method: line.method as PaymentMethod | null,
  }
}

function toldTotalYen(placement: TotalPlacement | null, rates: readonly ExchangeRate[]): bigint | null {
  if (placement === null) return null
  const { toldTotalMinor: amountMinor, toldTotalCurrency: currency } = placement
  const isTold = amountMinor !== null && currency !== null && isCurrencyCode(currency)
  const told = isTold ? { amountMinor, currency } : null
  return inCurrency(told, 'JPY', rates, placement.contractSignedOn).amountMinor
}

function paidWage({ kind, amountMinor, currency, forMonth }: TotalWage, rates: readonly ExchangeRate[]): PaidWage[] {
  if (!isWageFactKind(kind)) return []
  const amount = isCurrencyCode(currency) ? { amountMinor, currency } : null
  return [{ kind, jpy: inCurrency(amount, 'JPY', rates, forMonth).amountMinor, forMonth }]
}
