import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { hasDeclaredConflict } from '@/lib/data/case-events'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { listStateMoves } from '@/lib/data/state-moves'
import { officersChanged } from '@/lib/data/officer-requests'
import { findCaseworker } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { barredByAppeal } from '@/lib/domain/workflow/appeal-bar'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { answerWithNewOfficer } from './answer-officer-request'

/** `hasConflict`: the person chosen has a tie to a party of the case. */
export type Assignment = {
  readonly number: string
  readonly version: number
  readonly assigneeId: string
  readonly hasConflict: boolean
}

/** `assignee_missing`: nobody of this office who works on cases; the others as in take-case. */
export type AssignError = {
  readonly code:
    | 'not_found'
    | 'changed_meanwhile'
    | 'assignee_missing'
    | 'assignee_conflict'
    | 'case_closed'
    | 'same_officer'
}

/** Gives an open case to somebody of the office. A tie of theirs is written down and stays. Who holds it already keeps it: a second tap. */
export function assignCase(grant: Grant<'case.assign'>, assignment: Assignment): Promise<Result<void, AssignError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, assignment.number)
    if (!head) return err({ code: 'not_found' })
    const assignee = await findCaseworker(on, assignment.assigneeId)
    if (!assignee) return err({ code: 'assignee_missing' })
    if (assignment.hasConflict) {
      await appendAudit(on, grant.actor.officeId, 'case.conflict_declared', {
        caseId: head.id,
        detail: { staffId: assignee.id },
      })
      return err({ code: 'assignee_conflict' })
    }
    if (head.assignee?.id === assignee.id) return ok(undefined)
    if (!isOpen(head.state)) return err({ code: 'case_closed' })
    if (await hasDeclaredConflict(on, head.id, assignee.id)) return err({ code: 'assignee_conflict' })
    if (barredByAppeal(await listStateMoves(on, head.id)) === assignee.id) return err({ code: 'same_officer' })
    if ((await officersChanged(on, head.id)).includes(assignee.id)) return err({ code: 'same_officer' })
    if (!(await updateCase(on, head.id, assignment.version, { assigneeId: assignee.id })))
      return err({ code: 'changed_meanwhile' })
    await answerWithNewOfficer(on, head.id, now())
    await appendAudit(on, grant.actor.officeId, 'case.assigned', {
      caseId: head.id,
      detail: { from: head.assignee?.id ?? null, to: assignee.id },
    })
    return ok(undefined)
  })
}
