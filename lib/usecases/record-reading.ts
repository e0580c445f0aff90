import 'server-only'
import type { StaffPermission } from '@/lib/access/policy'
import { appendAudit, appendReading } from '@/lib/data/audit'
import { markCaseSeen } from '@/lib/data/own-notices'
import type { Scoped } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/**
 * Writes down that somebody was shown what a case is about, on the page of one act on it; what they were told of it is read with
 * that. In the transaction that read it.
 */
export async function recordReading<P extends StaffPermission>(
  on: Scoped<P>,
  caseId: string,
  act: string,
): Promise<void> {
  const { actor } = on.grant
  if (actor.kind !== 'staff') throw new TypeError('only staff open the page of an act')
  await markCaseSeen(on, caseId, now())
  return appendReading(on, caseId, 'case.read', { act })
}

/** Writes down that somebody searched among the cases and how much it found; not the words, which may be of a person. */
export function recordSearch(
  on: Scoped<'case.list'>,
  found: { readonly hits: number; readonly hasMore: boolean },
): Promise<void> {
  return appendAudit(on, on.grant.actor.officeId, 'cases.searched', { detail: found })
}
