import 'server-only'
import type { CaseFeeRows } from '@/lib/domain/fees/ledger/case-fee-facts'
import type { Scoped } from './within'

/** Who changes what a verdict depends on, or brings a case back that closed with an older one. */
export type LedgerWriter = 'own_case.write' | 'case.write_fees' | 'case.change_state' | 'case.decide_correction'

/** The rows of one case that its verdict depends on, as they are now. */
export async function findCaseFeeRows(on: Scoped<LedgerWriter>, caseId: string): Promise<CaseFeeRows> {
  // One after the other: a transaction has one connection, and relations of one query are asked for at once.
  const { placement, ...row } = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      origin: true,
      destination: true,
      scheme: true,
      receivedAt: true,
      placement: {
        select: {
          contractMonths: true,
          workStartedOn: true,
          workEndedOn: true,
          programmes: true,
          conditionsMet: true,
          conditionsNotMet: true,
        },
      },
    },
  })
  const lines = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null, splitAt: null },
    select: {
      id: true,
      payeeRole: true,
      casePartyId: true,
      category: true,
      lumpCategories: true,
      amountMinor: true,
      amountMaxMinor: true,
      currency: true,
      paidOn: true,
      refundedMinor: true,
      rateOverride: true,
      paidBy: true,
      createdAt: true,
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const wages = await on.db.wageFact.findMany({
    where: { caseId, removedAt: null },
    select: { kind: true, amountMinor: true, currency: true, forMonth: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    ...row,
    placement,
    wages,
    lines: lines.map((line) => ({ ...line, rateOverride: line.rateOverride?.toFixed() ?? null })),
  }
}
