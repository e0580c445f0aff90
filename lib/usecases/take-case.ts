import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertStateMove } from '@/lib/data/state-moves'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `hasConflict`: the officer knows somebody of the other side, or works for them. */
export type Taking = { readonly number: string; readonly version: number; readonly hasConflict: boolean }

/** `changed_meanwhile`: somebody changed the case since the page was shown; `assignee_conflict`: a tie to a party. */
export type TakeError = { readonly code: 'not_found' | 'changed_meanwhile' | 'assignee_conflict' }

/** Makes the officer responsible for a case. One that nobody has looked at yet goes into triage. A tie to a party is written down. */
export function takeCase(grant: Grant<'case.take'>, taking: Taking): Promise<Result<void, TakeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, taking.number)
    if (!head) return err({ code: 'not_found' })
    if (taking.hasConflict) {
      await appendAudit(on, grant.actor.officeId, 'case.conflict_declared', { caseId: head.id })
      return err({ code: 'assignee_conflict' })
    }
    const at = now()
    const isNew = head.state === 'received'
    const taken = await updateCase(on, head.id, taking.version, {
      assigneeId: grant.actor.id,
      ...(isNew ? { state: 'triage' as const, stateChangedAt: at } : {}),
    })
    if (!taken) return err({ code: 'changed_meanwhile' })
    if (isNew) {
      await insertStateMove(on, head.id, { from: 'received', to: 'triage', movedAt: at })
      await refreshDeadlines(on, head.id, at)
    }
    await appendAudit(on, grant.actor.officeId, 'case.taken', {
      caseId: head.id,
      detail: { from: head.assignee?.id ?? null },
    })
    if (isNew)
      await appendAudit(on, grant.actor.officeId, 'case.state_changed', {
        caseId: head.id,
        detail: { from: 'received', to: 'triage' },
      })
    return ok(undefined)
  })
}
