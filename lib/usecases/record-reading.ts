import 'server-only'
import type { StaffPermission } from '@/lib/access/policy'
import { appendAudit } from '@/lib/data/audit'
import type { Scoped } from '@/lib/data/within'

/** Writes down that somebody was shown what a case is about, on the page of one act on it. In the transaction that read it. */
export function recordReading<P extends StaffPermission>(on: Scoped<P>, caseId: string, act: string): Promise<void> {
  const { actor } = on.grant
  if (actor.kind !== 'staff') throw new TypeError('only staff open the page of an act')
  return appendAudit(on, actor.officeId, 'case.read', { caseId, detail: { act } })
}
