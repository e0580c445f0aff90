import 'server-only'
import type { LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Programme, RuleCondition } from '@/lib/domain/fees/rules/fee-rule'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

type Writer = 'case.write_fees'
type Job = Omit<LedgerPlacement, 'version'>

/** The job the payments led to, with the id of its row; null while nothing is written down. */
export async function findPlacement(
  on: Scoped<'case.read' | Writer>,
  caseId: string,
): Promise<{ id: string; placement: LedgerPlacement } | null> {
  const row = await on.db.placement.findUnique({ where: { caseId } })
  if (!row) return null
  const { toldTotalMinor: amountMinor, toldTotalCurrency: currency } = row
  const placement = {
    version: row.version,
    contractMonths: row.contractMonths,
    contractSignedOn: row.contractSignedOn,
    workStartedOn: row.workStartedOn,
    workEndedOn: row.workEndedOn,
    isFirstJobAbroad: row.isFirstJobAbroad,
    toldTotal: amountMinor !== null && currency !== null && isCurrencyCode(currency) ? { amountMinor, currency } : null,
    programmes: row.programmes as Programme[],
    conditionsMet: row.conditionsMet as RuleCondition[],
    conditionsNotMet: row.conditionsNotMet as RuleCondition[],
  }
  return { id: row.id, placement }
}

/** Writes the job down, for the first time or otherwise than before; the id of its row. */
export async function savePlacementRow(on: Scoped<Writer>, caseId: string, job: Job, at: Date): Promise<string> {
  const { toldTotal, programmes, conditionsMet, conditionsNotMet, ...rest } = job
  const columns = {
    ...rest,
    toldTotalMinor: toldTotal?.amountMinor ?? null,
    toldTotalCurrency: toldTotal?.currency ?? null,
    programmes: [...programmes],
    conditionsMet: [...conditionsMet],
    conditionsNotMet: [...conditionsNotMet],
  }
  const { id } = await on.db.placement.upsert({
    where: { caseId },
    create: { id: newId(), caseId, ...columns, createdAt: at },
    update: { ...columns, version: { increment: 1 } },
    select: { id: true },
  })
  return id
}
