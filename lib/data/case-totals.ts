import 'server-only'
import { caseTotals } from '@/lib/domain/fees/case-totals'
import type { Scoped } from './within'

/** Makes the totals of a case again from its lines and loans; in the transaction that changed one of them. */
export async function refreshCaseTotals(
  on: Scoped<'own_case.write' | 'case.write_note'>,
  caseId: string,
): Promise<void> {
  const lines = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null },
    select: { payeeRole: true, jpyMinor: true },
  })
  const loans = await on.db.loan.findMany({ where: { caseId }, select: { outstandingJpy: true } })
  await on.db.case.update({
    where: { id: caseId },
    data: { ...caseTotals(lines, loans), ...(lines.length > 0 ? { paidAnswer: 'yes' } : {}) },
    select: { id: true },
  })
}
