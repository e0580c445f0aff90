import type { Permission } from '@/lib/access/policy'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import type { Scoped } from '@/lib/data/within'

/** The seal of a case that is known to be readable. */
export async function sealOf(on: Scoped<Permission>, caseId: string): Promise<CaseSeal> {
  const seal = await findCaseSeal(on, caseId)
  if (!seal) throw new Error('the key of this case is gone')
  return seal
}
