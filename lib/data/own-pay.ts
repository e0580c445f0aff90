import 'server-only'
import { isWageFactKind, type WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { OwnReader } from './own-case'
import type { Scoped } from './within'

/** A fact of the own pay, as it counts now. */
export type OwnWage = { readonly id: string; readonly kind: WageFactKind; readonly amount: Money }

/** What the worker owes, as it counts now. */
export type OwnLoan = {
  readonly id: string
  readonly lenderKind: string | null
  readonly outstanding: Money | null
  readonly amountAsTyped: string | null
}

/** What is known of the pay. */
export async function listOwnWages(on: Scoped<OwnReader>): Promise<OwnWage[]> {
  const rows = await on.db.wageFact.findMany({
    where: { caseId: on.grant.actor.caseId, removedAt: null },
    select: { id: true, kind: true, amountMinor: true, currency: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, kind, amountMinor, currency }) =>
    isWageFactKind(kind) && isCurrencyCode(currency) ? [{ id, kind, amount: { amountMinor, currency } }] : [],
  )
}

/** The debts of the way to the job. */
export async function listOwnLoans(on: Scoped<OwnReader>, caseSeal: CaseSeal): Promise<OwnLoan[]> {
  const rows = await on.db.loan.findMany({
    where: { caseId: caseSeal.caseId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    lenderKind: row.lenderKind,
    outstanding:
      row.outstandingMinor !== null && row.currency !== null && isCurrencyCode(row.currency)
        ? { amountMinor: row.outstandingMinor, currency: row.currency }
        : null,
    amountAsTyped:
      row.sealedAmountAsTyped && caseSeal.unseal('loan.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
  }))
}

/** The length of the contract in months; null while it is not known. */
export async function findOwnContractMonths(on: Scoped<OwnReader>): Promise<number | null> {
  const row = await on.db.placement.findUnique({
    where: { caseId: on.grant.actor.caseId },
    select: { contractMonths: true },
  })
  return row?.contractMonths ?? null
}

/** Adds a fact of pay in the worker's name, with what was typed. */
export async function insertOwnWage(
  on: Scoped<'own_case.write'>,
  caseSeal: CaseSeal,
  wage: { kind: WageFactKind; amount: Money; typed: string | undefined; at: Date },
): Promise<void> {
  const id = newId()
  const { kind, amount, typed, at } = wage
  await on.db.wageFact.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        kind,
        amountMinor: amount.amountMinor,
        currency: amount.currency,
        sealedAmountAsTyped: typed ? caseSeal.seal('wage_fact.sealed_amount_as_typed', id, typed) : null,
        addedByKind: 'worker',
        createdAt: at,
      },
    ],
  })
}

/** Writes the length of the contract down where nothing of the job is known yet. False when something is: that is for an officer. */
export async function insertOwnPlacement(
  on: Scoped<'own_case.write'>,
  contractMonths: number,
  at: Date,
): Promise<boolean> {
  const { count } = await on.db.placement.createMany({
    data: [{ id: newId(), caseId: on.grant.actor.caseId, contractMonths, createdAt: at }],
    skipDuplicates: true,
  })
  return count > 0
}
