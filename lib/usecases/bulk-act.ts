import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findBulkOutcome, insertBulkAct, updateBulkOutcome, type BulkWriter } from '@/lib/data/bulk-acts'
import { findCaseSeal } from '@/lib/data/case-keys'
import { isLabelOffered, updateCaseLabel } from '@/lib/data/case-labels'
import { lockCase } from '@/lib/data/case-state'
import { insertNote } from '@/lib/data/notes'
import { within, type Scoped } from '@/lib/data/within'
import { isUnfinished, type BulkKind, type BulkOutcome, type ChosenCase } from '@/lib/domain/bulk-act'
import type { CaseHead } from '@/lib/domain/case-file'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { logFailure } from '@/lib/platform/logger'
import { giveCase } from './give-case'

/** Several cases and what is done to them; `requestId` names the form: sent twice, it is done once. */
export type Bulk = { readonly requestId: string; readonly cases: readonly ChosenCase[] }

/** Gives each case to a colleague by the rules of a single one, each by itself: what cannot move stays, and says why. */
export function assignCases(
  grant: Grant<'case.assign'>,
  bulk: Bulk & { readonly assigneeId: string; readonly hasConflict: boolean },
): Promise<void> {
  return eachOfBulk(grant, bulk, { kind: 'assign', subjectId: bulk.assigneeId }, async (on, head, { version }) => {
    const given = await giveCase(on, head, { ...bulk, version })
    if (!given.ok) return given.error.code
    return given.value === 'same' ? 'same' : 'done'
  })
}

/** The same by who holds the cases, or a supervisor, with a note to the colleague on each. */
export function handOverCases(
  grant: Grant<'case.hand_over'>,
  bulk: Bulk & { readonly assigneeId: string; readonly hasConflict: boolean; readonly note: string },
): Promise<void> {
  const { actor } = grant
  return eachOfBulk(grant, bulk, { kind: 'hand_over', subjectId: bulk.assigneeId }, async (on, head, { version }) => {
    if (actor.role !== 'supervisor' && head.assignee?.id !== actor.id) return 'not_yours'
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return 'case_gone'
    const given = await giveCase(on, head, { ...bulk, version })
    if (!given.ok) return given.error.code
    if (given.value === 'same') return 'same'
    const note = { requestId: newId(), kind: 'note', text: bulk.note, createdAt: now() } as const
    const noteId = await insertNote(on, caseSeal, note)
    await appendAudit(on, actor.officeId, 'note.written', { caseId: head.id, detail: { noteId } })
    return 'done'
  })
}

/** Puts a label on each case, or takes it off. A retired label is put on nothing. */
export function labelCases(
  grant: Grant<'case.label'>,
  bulk: Bulk & { readonly labelId: string; readonly isOn: boolean },
): Promise<void> {
  const { labelId, isOn } = bulk
  return eachOfBulk(grant, bulk, { kind: isOn ? 'label' : 'unlabel', subjectId: labelId }, async (on, head) => {
    if (isOn && !(await isLabelOffered(on, labelId))) return 'not_found'
    return setLabel(on, head, labelId, isOn)
  })
}

/** Puts a label on a case that is locked, or takes it off. */
export async function setLabel(
  on: Scoped<'case.label'>,
  head: CaseHead,
  labelId: string,
  isOn: boolean,
): Promise<BulkOutcome> {
  if (!(await updateCaseLabel(on, head.id, labelId, isOn))) return 'same'
  const action = isOn ? 'case.labelled' : 'case.unlabelled'
  await appendAudit(on, on.grant.actor.officeId, action, { caseId: head.id, detail: { labelId } })
  return 'done'
}

/** Does one thing to each case of a form, each in a transaction of its own, and writes down how it ended; a form sent twice is done once. */
export async function eachOfBulk<P extends BulkWriter>(
  grant: Grant<P>,
  { requestId, cases }: Bulk,
  act: { readonly kind: BulkKind; readonly subjectId: string | null },
  work: (on: Scoped<P>, head: CaseHead, chosen: ChosenCase) => Promise<BulkOutcome>,
): Promise<void> {
  const numbers = cases.map(({ number }) => number)
  await within(grant, (on) => insertBulkAct(on, { ...act, id: requestId, doneAt: now() }, numbers))
  for (const chosen of cases) {
    const { number } = chosen
    await orFailed(
      grant,
      async (on) => {
        const head = await lockCase(on, number)
        // The same form a second time waits here, and finds the case done.
        const before = await findBulkOutcome(on, requestId, number)
        if (!before || !isUnfinished(before.outcome)) return
        const outcome = head ? await work(on, head, chosen) : 'not_found'
        await updateBulkOutcome(on, requestId, { number, outcome, fromId: head?.assignee?.id ?? null })
      },
      (on) => updateBulkOutcome(on, requestId, { number, outcome: 'failed', fromId: null }),
    )
  }
}

/** One case in a transaction of its own; an error of ours there is written down, and the next case follows. */
export async function orFailed<P extends BulkWriter>(
  grant: Grant<P>,
  work: (on: Scoped<P>) => Promise<void>,
  failed: (on: Scoped<P>) => Promise<void>,
): Promise<void> {
  try {
    await within(grant, work)
  } catch (error) {
    logFailure(error)
    await within(grant, failed)
  }
}
