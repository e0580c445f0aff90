import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { insertNote } from '@/lib/data/notes'
import { updateDropped } from '@/lib/data/remedy-offers'
import { endSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** A claim or offer that is taken back, and why. */
export type DroppedClaim = {
  readonly number: string
  readonly remedyId: string
  readonly version: number
  readonly requestId: string
  readonly reason: string
}

/** Takes a claim back that the worker has not agreed on. It stays to be seen and counts for nothing. */
export function dropClaim(
  grant: Grant<'case.write_remedies'>,
  { number, remedyId, version, requestId, reason }: DroppedClaim,
): Promise<Result<void, { readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    if (!(await on.db.remedy.count({ where: { id: remedyId, caseId: head.id } }))) return err({ code: 'not_found' })
    if (!(await updateDropped(on, { id: remedyId, version }, at))) return err({ code: 'changed_meanwhile' })
    await endSubjectDeadline(on, head.id, 'remedy_answer', remedyId, 'cancelled', at)
    await insertNote(on, caseSeal, { requestId, kind: 'reason', text: reason, createdAt: at })
    await appendAudit(on, grant.actor.officeId, 'remedy.dropped', { caseId: head.id, detail: { remedyId } })
    return ok(undefined)
  })
}
