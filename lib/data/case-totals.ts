import 'server-only'
import { caseTotals } from '@/lib/domain/fees/case-totals'
import { isFeeCategoryCode } from '@/lib/domain/fees/categories'
import { isWageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { PaidWage } from '@/lib/domain/fees/measures/earnings'
import { indicatorColumns } from '@/lib/domain/fees/measures/indicator-columns'
import type { CostLine } from '@/lib/domain/fees/measures/recruitment-cost'
import { refundedYen } from '@/lib/domain/fees/measures/refunded-yen'
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

/** What totals are made from, as it is stored; only what counts. */
export type TotalRows = {
  readonly lines: readonly TotalLine[]
  readonly loans: readonly { readonly outstandingJpy: bigint | null }[]
  readonly wages: readonly TotalWage[]
  readonly paidAnswer: string | null
  readonly isFirstJobAbroad: boolean | null
}

/** The columns of the case that are made from its payments, loans and pay. */
export function totalColumns(
  { lines, loans, wages, paidAnswer, isFirstJobAbroad }: TotalRows,
  rates: readonly ExchangeRate[],
) {
  return {
    ...caseTotals(lines, loans),
    ...indicatorColumns({
      lines: lines.map(costLine),
      wages: wages.flatMap((wage) => paidWage(wage, rates)),
      hasPaidNothing: paidAnswer === 'no',
      isFirstJobAbroad,
    }),
  }
}

/** Makes the totals of a case again from its lines, loans and pay; in the transaction that changed one of them. */
export async function refreshCaseTotals(on: Scoped<LedgerWriter>, caseId: string): Promise<void> {
  // One after the other: a transaction has one connection, and relations of one query are asked for at once.
  const found = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { paidAnswer: true, placement: { select: { isFirstJobAbroad: true } } },
  })
  const loans = await on.db.loan.findMany({ where: { caseId, removedAt: null }, select: { outstandingJpy: true } })
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
    { lines, loans, wages, paidAnswer, isFirstJobAbroad: found.placement?.isFirstJobAbroad ?? null },
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

function paidWage({ kind, amountMinor, currency, forMonth }: TotalWage, rates: readonly ExchangeRate[]): PaidWage[] {
  if (!isWageFactKind(kind)) return []
  const amount = isCurrencyCode(currency) ? { amountMinor, currency } : null
  return [{ kind, jpy: inCurrency(amount, 'JPY', rates, forMonth).amountMinor, forMonth }]
}
