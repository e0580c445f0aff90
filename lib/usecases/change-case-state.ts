import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { hasDeclaredConflict, wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal } from '@/lib/data/case-keys'
import { isWorkerAsked } from '@/lib/data/consent-requests'
import { loadMoveFacts, lockCase, markWorkerTold, updateCase, type CaseChange } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { officersChanged } from '@/lib/data/officer-requests'
import { reassessReturned } from '@/lib/data/fee-assessments'
import { endLimitationClock, refreshLimitationClock } from '@/lib/data/limitation-clock'
import { insertStateMove } from '@/lib/data/state-moves'
import { findCaseworker } from '@/lib/data/staff'
import { within, type Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { move } from '@/lib/domain/case-workflow'
import { factsDeclared, needsWitnessNote, type Declaration } from '@/lib/domain/move-declarations'
import { err, ok, type Result } from '@/lib/domain/result'
import type { MoveRequest } from '@/lib/domain/workflow/facts'
import type { MoveErrorCode } from '@/lib/domain/workflow/move-errors'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { answerWithNewOfficer } from './answer-officer-request'
import { recordMove } from './record-move'
import type { ReferralOfMove } from './referrals/referral-of-move'

/**
 * A change of state as an officer asks for it. `version` is the one of the page that showed the form; `requestId` names the
 * form; `declared` is what happened outside the product. A question to the worker, and the reason for closing, go to the worker.
 */
export type StateChange = Omit<MoveRequest, 'role' | 'actorId' | 'at'> & {
  readonly number: string
  readonly version: number
  readonly to: CaseState
  readonly requestId: string
  readonly declared: readonly Declaration[]
  readonly remedyType?: RemedyType | undefined
  readonly remedyTerms?: string | undefined
  /** Of a move that prepares or sends a referral. */
  readonly referral?: ReferralOfMove | undefined
  /** Name and words of the other body for a worker who is sent on, in the language of the case. */
  readonly signpostWords?: ((language: string) => string) | undefined
}

/** `changed_meanwhile`: somebody else changed the case since the page was shown, nothing was written; `question_open`: the worker is being asked; then the rules of the workflow. */
export type StateChangeError = {
  readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' | 'question_open' | MoveErrorCode
}

/**
 * Moves a case along the workflow, all or nothing: the state, the station on its line, what the move brings with it (a message,
 * a referral, a remedy), the clocks, the reason as a sealed note, the audit event. Of two officers at once one wins.
 */
export function changeCaseState(
  grant: Grant<'case.change_state'>,
  change: StateChange,
): Promise<Result<{ from: CaseState }, StateChangeError>> {
  return within(grant, (on) => changeStateWithin(on, change))
}

/** The same in a transaction that does more: what the caller does with a refusal decides whether anything stays written. */
export async function changeStateWithin(
  on: Scoped<'case.change_state'>,
  change: StateChange,
): Promise<Result<{ from: CaseState }, StateChangeError>> {
  const { grant } = on
  const head = await lockCase(on, change.number)
  if (!head) return err({ code: 'not_found' })
  if (head.version !== change.version) {
    // The same form a second time: it was this officer, and it is done.
    const isDone = await wasDoneByForm(on, head.id, 'case.state_changed', change.requestId)
    return isDone ? ok({ from: head.state }) : err({ code: 'changed_meanwhile' })
  }
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return err({ code: 'case_gone' })
  const { assigneeId } = change
  if (assigneeId && !(await findCaseworker(on, assigneeId))) return err({ code: 'assignee_missing' })
  if (assigneeId && (await officersChanged(on, head.id)).includes(assigneeId)) return err({ code: 'same_officer' })
  const wasTied = assigneeId !== undefined && (await hasDeclaredConflict(on, head.id, assigneeId))

  const at = now()
  const known = await loadMoveFacts(on, head.id, at, change.to)
  const isRemedyTold = Boolean(change.remedyType && change.remedyTerms?.trim())
  const moved = move(factsDeclared(known.facts, change.declared, isRemedyTold), change.to, {
    ...change,
    hasAssigneeConflict: change.hasAssigneeConflict === true || wasTied,
    role: grant.actor.role === 'supervisor' ? 'supervisor' : 'caseworker',
    actorId: grant.actor.id,
    at,
  })
  if (!moved.ok) {
    if (moved.error.code === 'assignee_conflict' && assigneeId && !wasTied)
      await appendAudit(on, grant.actor.officeId, 'case.conflict_declared', {
        caseId: head.id,
        detail: { staffId: assigneeId },
      })
    return err({ code: moved.error.code })
  }

  if (needsWitnessNote(change.declared) && !change.reason?.trim()) return err({ code: 'reason_missing' })
  // Whoever can still say no in the app is not overtaken by an officer who writes down a yes.
  if (change.declared.includes('consent_told') && known.prepared && (await isWorkerAsked(on, known.prepared.id, at)))
    return err({ code: 'question_open' })

  if (!(await updateCase(on, head.id, change.version, rowChange(head, change, at))))
    return err({ code: 'changed_meanwhile' })
  // Before the first event: what it waits for must not wait for the chain of the office.
  const fees = head.state === 'closed' ? await reassessReturned(on, head.id) : null
  await insertStateMove(on, head.id, {
    from: head.state,
    to: change.to,
    closingCode: change.closingCode ?? null,
    movedAt: at,
  })
  if (change.to === 'assigned' && assigneeId) await answerWithNewOfficer(on, head.id, at)
  await recordMove(on, { ...known, head, change, caseSeal, at })
  // A reply that is first counts for its promise; a step without words to the worker is news on the line of the case.
  if (change.to === 'awaiting_worker' || change.to === 'closed') await markWorkerTold(on, head, at)
  if (change.to === 'assigned' || change.to === 'reopened') await refreshLimitationClock(on, head.id, at)
  if (change.to === 'closed') await endLimitationClock(on, head.id, at)
  await refreshDeadlines(on, head.id, at)
  if (fees) await appendAudit(on, grant.actor.officeId, 'case.fees_reassessed', { caseId: head.id, detail: fees })
  await appendAudit(on, grant.actor.officeId, 'case.state_changed', {
    caseId: head.id,
    detail: {
      from: head.state,
      to: change.to,
      closingCode: change.closingCode ?? null,
      declared: change.declared,
      approvedById: known.approvalId === null ? null : known.facts.approvedById,
      requestId: change.requestId,
    },
  })
  return ok({ from: head.state })
}

function rowChange(head: CaseHead, change: StateChange, at: Date): CaseChange {
  const isTriageDecision = head.state === 'triage' && (change.to === 'assigned' || change.to === 'closed')
  return {
    state: change.to,
    stateChangedAt: at,
    lastUpdateAt: at,
    stateBeforeAwaiting: change.to === 'awaiting_worker' ? head.state : null,
    awaitingSince: change.to === 'awaiting_worker' ? at : null,
    closedAt: change.to === 'closed' ? at : null,
    closingCode: change.to === 'closed' ? (change.closingCode ?? null) : null,
    ...(change.to === 'assigned' && change.assigneeId ? { assigneeId: change.assigneeId } : {}),
    ...(isTriageDecision ? { triagedAt: at, isAdmissible: isAdmissible(change) } : {}),
  }
}

/** What triage decided: ours, somebody else's, or, for one that is told twice, nothing of its own. */
function isAdmissible({ closingCode }: StateChange): boolean | null {
  return closingCode === 'duplicate_merged' ? null : closingCode !== 'inadmissible_signposted'
}
