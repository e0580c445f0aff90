import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { findCaseworker } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'

/** `hasConflict`: the person chosen has a tie to a party of the case. */
export type Assignment = {
  readonly number: string
  readonly version: number
  readonly assigneeId: string
  readonly hasConflict: boolean
}

/** `assignee_missing`: nobody of this office who works on cases; the others as in take-case. */
export type AssignError = {
  readonly code: 'not_found' | 'changed_meanwhile' | 'assignee_missing' | 'assignee_conflict'
}

/** Gives a case to somebody of the office. */
export function assignCase(grant: Grant<'case.assign'>, assignment: Assignment): Promise<Result<void, AssignError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, assignment.number)
    if (!head) return err({ code: 'not_found' })
    const assignee = await findCaseworker(on, assignment.assigneeId)
    if (!assignee) return err({ code: 'assignee_missing' })
    if (assignment.hasConflict) return err({ code: 'assignee_conflict' })
    if (!(await updateCase(on, head.id, assignment.version, { assigneeId: assignee.id })))
      return err({ code: 'changed_meanwhile' })
    await appendAudit(on, grant.actor.officeId, 'case.assigned', {
      caseId: head.id,
      detail: { from: head.assignee?.id ?? null, to: assignee.id },
    })
    return ok(undefined)
  })
}
