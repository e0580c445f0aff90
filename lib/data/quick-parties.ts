import 'server-only'
import { QUICK_PROGRAMMES } from '@/lib/domain/answers/request'
import type { Scoped } from './within'

/** Parties of a case that are members of a programme with a desk for quick action; all of them where the placement is under one. */
export async function findQuickParties(on: Scoped<'case.read' | 'case.ask_party'>, caseId: string): Promise<string[]> {
  const quick = [...QUICK_PROGRAMMES]
  const placed = await on.db.placement.count({ where: { caseId, programmes: { hasSome: quick } } })
  const rows = await on.db.caseParty.findMany({
    where:
      placed > 0
        ? { caseId }
        : { caseId, party: { programmes: { some: { programme: { in: quick }, removedAt: null } } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
