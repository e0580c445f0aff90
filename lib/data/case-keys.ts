import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { caseSealFrom, type CaseSeal } from '@/lib/sealing/case-seal'
import { searchable } from './case-words'
import type { Scoped } from './within'

/** What seals and opens the words of one case; use cases pass it on and cannot make one. */
export type { CaseSeal }

/** The seal of a case that the grant can see, or null when there is none or its key was destroyed. */
export async function findCaseSeal(on: Scoped<Permission>, caseId: string): Promise<CaseSeal | null> {
  const row = await on.db.caseKey.findUnique({ where: { caseId }, select: { wrappedKey: true } })
  return row ? searchable(on, caseSealFrom(caseId, row.wrappedKey)) : null
}
