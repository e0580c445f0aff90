import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { caseSealFrom, type CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** What seals and opens the words of one case; use cases pass it on and cannot make one. */
export type { CaseSeal }

/** The seal of a case that the grant can see, or null when there is none or its key was destroyed. */
export async function findCaseSeal(on: Scoped<Permission>, caseId: string): Promise<CaseSeal | null> {
  const row = await on.db.caseKey.findUnique({ where: { caseId }, select: { wrappedKey: true } })
  return row ? caseSealFrom(caseId, row.wrappedKey) : null
}

/** The seal of a case whose words must be readable. Throws when its key was destroyed. */
export async function getCaseSeal(on: Scoped<Permission>, caseId: string): Promise<CaseSeal> {
  const found = await findCaseSeal(on, caseId)
  if (!found) throw new Error('the key of this case is gone')
  return found
}

/** Destroys the key: whatever was sealed for this case can never be read again, here or in a backup without keys. */
export async function destroyCaseKey(on: Scoped<'own_case.erase' | 'case.erase'>, caseId: string): Promise<void> {
  await on.db.caseKey.deleteMany({ where: { caseId } })
}
