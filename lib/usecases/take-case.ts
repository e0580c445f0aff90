import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { hasDeclaredConflict } from '@/lib/data/case-events'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { officersChanged } from '@/lib/data/officer-requests'
import { insertStateMove, listStateMoves } from '@/lib/data/state-moves'
import { within, type Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { barredByAppeal } from '@/lib/domain/workflow/appeal-bar'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { answerWithNewOfficer } from './answer-officer-request'

/** `hasConflict`: the officer knows somebody of the other side, or works for them. */
export type Taking = { readonly number: string; readonly version: number; readonly hasConflict: boolean }

/**
 * `changed_meanwhile`: somebody changed the case since the page was shown; `assignee_conflict`: a tie to a party, declared now or
 * before; `already_held`: a colleague has it, only a supervisor takes it over; `same_officer`: the worker appealed against them.
 */
export type TakeError = {
  readonly code:
    | 'not_found'
    | 'changed_meanwhile'
    | 'assignee_conflict'
    | 'already_held'
    | 'case_closed'
    | 'same_officer'
}

/**
 * Makes the officer responsible for an open case that nobody holds. One that nobody has looked at yet goes into triage. A tie to a
 * party is written down and stays. Whoever holds the case already is told yes again: it was their second tap.
 */
export function takeCase(grant: Grant<'case.take'>, taking: Taking): Promise<Result<void, TakeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, taking.number)
    if (!head) return err({ code: 'not_found' })
    if (taking.hasConflict) {
      await appendAudit(on, grant.actor.officeId, 'case.conflict_declared', {
        caseId: head.id,
        detail: { staffId: grant.actor.id },
      })
      return err({ code: 'assignee_conflict' })
    }
    if (head.assignee?.id === grant.actor.id) return ok(undefined)
    const refusal = await refusalOf(on, head)
    if (refusal) return err({ code: refusal })
    const at = now()
    const isNew = head.state === 'received'
    const taken = await updateCase(on, head.id, taking.version, {
      assigneeId: grant.actor.id,
      ...(isNew ? { state: 'triage' as const, stateChangedAt: at } : {}),
    })
    if (!taken) return err({ code: 'changed_meanwhile' })
    await answerWithNewOfficer(on, head.id, at)
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

async function refusalOf(on: Scoped<'case.take'>, head: CaseHead): Promise<TakeError['code'] | null> {
  const { actor } = on.grant
  if (!isOpen(head.state)) return 'case_closed'
  if (head.assignee !== null && actor.role !== 'supervisor') return 'already_held'
  if (await hasDeclaredConflict(on, head.id, actor.id)) return 'assignee_conflict'
  if ((await officersChanged(on, head.id)).includes(actor.id)) return 'same_officer'
  return barredByAppeal(await listStateMoves(on, head.id)) === actor.id ? 'same_officer' : null
}
