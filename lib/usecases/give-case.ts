import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { hasDeclaredConflict } from '@/lib/data/case-events'
import { updateCase } from '@/lib/data/case-state'
import { notify } from '@/lib/data/notices'
import { officersChanged } from '@/lib/data/officer-requests'
import { findCaseworker } from '@/lib/data/staff'
import { listStateMoves } from '@/lib/data/state-moves'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { barredByAppeal } from '@/lib/domain/workflow/appeal-bar'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { answerWithNewOfficer } from './answer-officer-request'

/** `hasConflict`: the person chosen has a tie to a party of the case. */
export type Giving = { readonly version: number; readonly assigneeId: string; readonly hasConflict: boolean }

/** `assignee_missing`: nobody of this office who works on cases; the others as in take-case. */
export type GiveError = {
  readonly code: 'changed_meanwhile' | 'assignee_missing' | 'assignee_conflict' | 'case_closed' | 'same_officer'
}

/**
 * Gives a case that is locked to somebody of the office: the one way, by a supervisor, by who hands it over, or by several at
 * once. A tie of theirs is written down and stays. Who holds it already keeps it: a second tap.
 */
export async function giveCase(
  on: Scoped<'case.assign' | 'case.hand_over'>,
  head: CaseHead,
  { version, assigneeId, hasConflict }: Giving,
): Promise<Result<'given' | 'same', GiveError>> {
  const { officeId } = on.grant.actor
  const assignee = await findCaseworker(on, assigneeId)
  if (!assignee) return err({ code: 'assignee_missing' })
  if (hasConflict) {
    const detail = { staffId: assignee.id }
    await appendAudit(on, officeId, 'case.conflict_declared', { caseId: head.id, detail })
    return err({ code: 'assignee_conflict' })
  }
  if (head.assignee?.id === assignee.id) return ok('same')
  if (!isOpen(head.state)) return err({ code: 'case_closed' })
  if (await hasDeclaredConflict(on, head.id, assignee.id)) return err({ code: 'assignee_conflict' })
  if (barredByAppeal(await listStateMoves(on, head.id)) === assignee.id) return err({ code: 'same_officer' })
  if ((await officersChanged(on, head.id)).includes(assignee.id)) return err({ code: 'same_officer' })
  if (!(await updateCase(on, head.id, version, { assigneeId: assignee.id }))) return err({ code: 'changed_meanwhile' })
  await answerWithNewOfficer(on, head.id, now())
  const kind = on.grant.permission === 'case.hand_over' ? 'handed_over' : 'assigned'
  await notify(on, { caseId: head.id, kind, key: `${head.id}:${version}` })
  const detail = { from: head.assignee?.id ?? null, to: assignee.id }
  await appendAudit(on, officeId, 'case.assigned', { caseId: head.id, detail })
  return ok('given')
}
