import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { lockCase } from '@/lib/data/case-state'
import { hasWorkerReturned, isFirstOfItsWords } from '@/lib/data/report-marks'
import type { Scoped } from '@/lib/data/within'
import { staysOpen } from '@/lib/domain/same-words'
import type { Result } from '@/lib/domain/result'
import { newId } from '@/lib/platform/ids'
import { eachOfBulk, type Bulk } from '../bulk-act'
import { changeStateWithin, type StateChange } from '../change-case-state'
import { undoBulk, type UndoError } from '../undo-bulk-act'

/**
 * A supervisor closes reports that tell the same words as an earlier one, which stays open and is looked at: each by the moves of a
 * single case, told twice, with the reason its worker reads. One with a sign of danger, or whose worker came back to it, stays open.
 */
export function closeAlikeCases(
  grant: Grant<'case.change_state'>,
  bulk: Bulk & { readonly reason: string },
): Promise<void> {
  const { actor } = grant
  return eachOfBulk(grant, bulk, { kind: 'close', subjectId: null }, async (on, head, { version }) => {
    if (actor.role !== 'supervisor') return 'not_yours'
    if (head.state === 'closed') return 'same'
    if (head.state !== 'received' || head.version !== version) return 'changed_meanwhile'
    const kept = staysOpen({
      isFirst: await isFirstOfItsWords(on, head.id),
      severity: head.severity,
      dangers: head.dangers,
      hasWorkerReturned: await hasWorkerReturned(on, head.id),
    })
    if (kept !== null) return kept
    await step(on, head.number, { to: 'triage' })
    await step(on, head.number, { to: 'closed', closingCode: 'duplicate_merged', reason: bulk.reason })
    return 'done'
  })
}

/** Opens again what was closed so, within half an hour; one that somebody opened meanwhile stays as it is. */
export function undoClosing(
  grant: Grant<'case.change_state'>,
  actId: string,
  reason: string,
): Promise<Result<void, UndoError>> {
  return undoBulk(grant, actId, ['close'], async (on, _act, head) => {
    if (head.state !== 'closed' || head.closingCode !== 'duplicate_merged') return 'changed_meanwhile'
    await step(on, head.number, { to: 'reopened', reopeningReason: 'new_fact', reason })
    return 'done'
  })
}

/** One move of a case that is locked. A refusal is an error of ours here: nothing of this case is written then. */
async function step(
  on: Scoped<'case.change_state'>,
  number: string,
  move: Pick<StateChange, 'to' | 'closingCode' | 'reason' | 'reopeningReason'>,
): Promise<void> {
  const head = await lockCase(on, number)
  if (!head) throw new Error('a locked case is not there')
  const moved = await changeStateWithin(on, {
    ...move,
    number,
    version: head.version,
    requestId: newId(),
    declared: [],
  })
  if (!moved.ok) throw new Error(`${move.to} is refused: ${moved.error.code}`)
}
