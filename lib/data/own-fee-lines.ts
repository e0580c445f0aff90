import 'server-only'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { Money } from '@/lib/domain/money/money'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { FeeLine } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { OwnReader } from './own-case'
import type { Scoped } from './within'

/**
 * One payment as it was told, opened. `paidOn` is `YYYY` or `YYYY-MM`; `amountAsTyped` where no number could be read; the upper
 * end only where a range was remembered. One lump that an officer has split stays here as it was told, with the `parts` that
 * are judged in its place.
 */
export type OwnFeeLine = {
  readonly id: string
  readonly payeeRole: PartyRole | null
  readonly payeeName: string | null
  readonly category: FeeCategoryCode | null
  readonly lumpCategories: readonly FeeCategoryCode[]
  readonly amount: Money | null
  readonly amountMaxMinor: bigint | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
  readonly parts: readonly OwnFeePart[]
}

/** A part of a lump: the line that is judged, what it is for and how much of the lump it is. */
export type OwnFeePart = Pick<OwnFeeLine, 'id' | 'category' | 'lumpCategories' | 'amount'>

/** The payments of the case in the order they were told. */
export async function listOwnFeeLines(on: Scoped<OwnReader>, caseSeal: CaseSeal): Promise<OwnFeeLine[]> {
  const rows = await on.db.feeLine.findMany({
    where: { caseId: caseSeal.caseId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const partsOf = (whole: string): FeeLine[] =>
    rows.filter((row) => row.splitFromId === whole).flatMap((row) => (row.splitAt ? partsOf(row.id) : [row]))
  return rows
    .filter((row) => row.splitFromId === null)
    .map((row) => ({
      ...ownPart(row),
      payeeRole: row.payeeRole as PartyRole | null,
      payeeName: row.sealedPayeeName && caseSeal.unseal('fee_line.sealed_payee_name', row.id, row.sealedPayeeName),
      amountMaxMinor: row.amountMaxMinor,
      amountAsTyped:
        row.sealedAmountAsTyped && caseSeal.unseal('fee_line.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
      precision: row.precision,
      paidOn: row.paidOn,
      parts: row.splitAt ? partsOf(row.id).map(ownPart) : [],
    }))
}

function ownPart(row: FeeLine): OwnFeePart {
  return {
    id: row.id,
    category: row.category as FeeCategoryCode | null,
    lumpCategories: row.lumpCategories as FeeCategoryCode[],
    amount:
      row.amountMinor !== null && row.currency !== null && isCurrencyCode(row.currency)
        ? { amountMinor: row.amountMinor, currency: row.currency }
        : null,
  }
}

/** Whether the form with this id already made a payment. */
export async function hasFeeLineOfRequest(on: Scoped<'own_case.write'>, requestId: string): Promise<boolean> {
  return (await on.db.feeLine.count({ where: { requestId, caseId: on.grant.actor.caseId } })) > 0
}

/** How many payments the case has. */
export function countOwnFeeLines(on: Scoped<'own_case.write'>): Promise<number> {
  return on.db.feeLine.count({ where: { caseId: on.grant.actor.caseId, removedAt: null, splitFromId: null } })
}
