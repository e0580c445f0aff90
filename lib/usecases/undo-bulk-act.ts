import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  findBulkAct,
  findBulkOutcome,
  updateBulkActUndone,
  updateBulkOutcomeUndone,
  type BulkWriter,
} from '@/lib/data/bulk-acts'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { within, type Scoped } from '@/lib/data/within'
import { isUndoable, isUnfinished, type BulkAct, type BulkOutcome } from '@/lib/domain/bulk-act'
import type { CaseHead } from '@/lib/domain/case-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { orFailed, setLabel } from './bulk-act'
import { giveCase } from './give-case'

/** `not_found`: no act of this person; `nothing_to_undo`: it was taken back, or changed nothing that can be. */
export type UndoError = { readonly code: 'not_found' | 'nothing_to_undo' }

/** Takes labels back off, or puts them on again, where the act changed something. */
export function undoLabels(grant: Grant<'case.label'>, actId: string): Promise<Result<void, UndoError>> {
  return undoBulk(grant, actId, ['label', 'unlabel'], (on, act, head) =>
    setLabel(on, head, act.subjectId ?? '', act.kind === 'unlabel'),
  )
}

/** Gives each case back to who held it, or to nobody; one that moved on meanwhile stays where it is. */
export function undoAssignment(grant: Grant<'case.assign'>, actId: string): Promise<Result<void, UndoError>> {
  return undoBulk(grant, actId, ['assign'], giveBack)
}

/** The same of a hand-over, by who handed over. The notes stay: a colleague may have read them. */
export function undoHandOver(grant: Grant<'case.hand_over'>, actId: string): Promise<Result<void, UndoError>> {
  const { id, role } = grant.actor
  return undoBulk(grant, actId, ['hand_over'], async (on, act, head, fromId) => {
    // What somebody else held before is the supervisor's to give back, as it was to hand over.
    if (role !== 'supervisor' && fromId !== id) return 'not_yours'
    return giveBack(on, act, head, fromId)
  })
}

async function giveBack(
  on: Scoped<'case.assign' | 'case.hand_over'>,
  act: BulkAct,
  head: CaseHead,
  fromId: string | null,
): Promise<BulkOutcome> {
  if (head.assignee?.id !== act.subjectId) return 'changed_meanwhile'
  if (!isOpen(head.state)) return 'case_closed'
  if (fromId !== null) {
    const given = await giveCase(on, head, { version: head.version, assigneeId: fromId, hasConflict: false })
    return given.ok ? 'done' : given.error.code
  }
  if (!(await updateCase(on, head.id, head.version, { assigneeId: null }))) return 'changed_meanwhile'
  const detail = { from: act.subjectId, to: null }
  await appendAudit(on, on.grant.actor.officeId, 'case.assigned', { caseId: head.id, detail })
  return 'done'
}

/** Takes one act back, case by case; what moved on meanwhile stays and says so. */
export async function undoBulk<P extends BulkWriter>(
  grant: Grant<P>,
  actId: string,
  kinds: readonly BulkAct['kind'][],
  work: (on: Scoped<P>, act: BulkAct, head: CaseHead, fromId: string | null) => Promise<BulkOutcome>,
): Promise<Result<void, UndoError>> {
  const begun = await within(grant, async (on) => {
    const act = await findBulkAct(on, actId)
    if (!act || !kinds.includes(act.kind)) return err({ code: 'not_found' } as const)
    if (!isUndoable(act, now())) return err({ code: 'nothing_to_undo' } as const)
    await updateBulkActUndone(on, actId, now())
    return ok(act)
  })
  if (!begun.ok) return begun
  for (const { number, outcome, fromId } of begun.value.cases) {
    if (outcome !== 'done') continue
    await orFailed(
      grant,
      async (on) => {
        const head = await lockCase(on, number)
        const before = await findBulkOutcome(on, actId, number)
        if (!before || !isUnfinished(before.undone)) return
        const undone = head ? await work(on, begun.value, head, fromId) : 'not_found'
        await updateBulkOutcomeUndone(on, actId, number, undone)
      },
      (on) => updateBulkOutcomeUndone(on, actId, number, 'failed'),
    )
  }
  return ok(undefined)
}
