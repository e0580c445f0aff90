import 'server-only'
import type { LoanInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import type { Collateral, RatePeriod } from '@/lib/domain/fees/ledger/loan-terms'
import type { LenderKind } from '@/lib/domain/fees/payees'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { newId } from '@/lib/platform/ids'
import type { Loan } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Opener } from './case-parts'
import { listExchangeRates } from './exchange-rates'
import { inCurrency } from './line-conversion'
import type { Scoped } from './within'

type Writer = 'case.write_fees'
type Owed = Pick<LoanInput, 'outstandingMinor' | 'currency'>

/** Every loan of a case in the order they were told, removed ones too; words only with an opener. */
export async function listLedgerLoans(
  on: Scoped<'case.read'>,
  caseId: string,
  open: Opener | null,
): Promise<LedgerLoan[]> {
  const rows = await on.db.loan.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => openLoan(row, open))
}

/** One loan of the case; null when it has none of this id. */
export async function findLoan(on: Scoped<Writer>, caseSeal: CaseSeal, id: string): Promise<LedgerLoan | null> {
  const row = await on.db.loan.findFirst({ where: { id, caseId: caseSeal.caseId } })
  return row && openLoan(row, caseSeal.unseal)
}

/** The columns of a loan, the lender's name sealed for the row; what is owed in yen at the rate of the month it was told. */
export function loanColumns(
  caseSeal: CaseSeal,
  id: string,
  loan: LoanInput,
  rates: readonly ExchangeRate[],
  toldAt: Date,
) {
  const { outstandingMinor, currency } = loan
  const owed = outstandingMinor === null || currency === null ? null : { amountMinor: outstandingMinor, currency }
  const jpy = inCurrency(owed, 'JPY', rates, dayInJapan(toldAt).slice(0, 7))
  return {
    ...ownColumns(caseSeal, id, loan),
    outstandingJpy: jpy.amountMinor,
    fxPeriod: jpy.period,
    fxBasis: jpy.basis,
    fxSource: jpy.source,
  }
}

/** Adds a loan an officer heard of; the id of its row. A form posted twice adds one. */
export async function insertLoan(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  { loan, requestId, at }: { readonly loan: LoanInput; readonly requestId: string; readonly at: Date },
): Promise<string> {
  const id = newId()
  await on.db.loan.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        ...loanColumns(caseSeal, id, loan, await listExchangeRates(on), at),
        requestId,
        addedByKind: 'staff',
        addedById: on.grant.actor.id,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  })
  return id
}

/** A loan as an officer reads it now. What is owed is of now only where it changed: else its yen stay those of the month it was told. */
export async function updateLoan(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  id: string,
  change:
    | { readonly loan: LoanInput; readonly before: LedgerLoan; readonly at: Date }
    | { readonly removedAt: Date | null },
): Promise<void> {
  const columns =
    'loan' in change
      ? isOwedAlike(change.loan, change.before)
        ? ownColumns(caseSeal, id, change.loan)
        : loanColumns(caseSeal, id, change.loan, await listExchangeRates(on), change.at)
      : { removedAt: change.removedAt }
  await on.db.loan.update({
    where: { id },
    data: { ...columns, version: { increment: 1 } },
    select: { id: true },
  })
}

function ownColumns(caseSeal: CaseSeal, id: string, { lenderName, ...loan }: LoanInput) {
  return {
    ...loan,
    sealedLenderName: lenderName ? caseSeal.seal('loan.sealed_lender_name', id, lenderName) : null,
  }
}

function isOwedAlike(a: Owed, b: Owed): boolean {
  return a.outstandingMinor === b.outstandingMinor && a.currency === b.currency
}

function openLoan(row: Loan, open: Opener | null): LedgerLoan {
  return {
    id: row.id,
    version: row.version,
    lenderKind: row.lenderKind as LenderKind | null,
    lenderName: open && row.sealedLenderName && open('loan.sealed_lender_name', row.id, row.sealedLenderName),
    principalMinor: row.principalMinor,
    outstandingMinor: row.outstandingMinor,
    monthlyRepaymentMinor: row.monthlyRepaymentMinor,
    currency: row.currency !== null && isCurrencyCode(row.currency) ? row.currency : null,
    amountAsTyped:
      open && row.sealedAmountAsTyped && open('loan.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
    ratePercent: row.ratePercent?.toFixed() ?? null,
    ratePeriod: row.ratePeriod as RatePeriod | null,
    termMonths: row.termMonths,
    collateral: row.collateral as Collateral | null,
    borrowedOn: row.borrowedOn,
    outstandingJpy: row.outstandingJpy,
    removedAt: row.removedAt,
  }
}
