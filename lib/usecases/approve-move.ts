import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { loadMoveFacts, lockCase } from '@/lib/data/case-state'
import { insertApprovalRequest, listApprovalRequests, updateApprovalGiven } from '@/lib/data/move-approvals'
import { insertNote } from '@/lib/data/notes'
import { notify } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { MOVES } from '@/lib/domain/workflow/moves'
import { needsApproval } from '@/lib/domain/workflow/safety-guards'
import type { CaseState } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'

/** `move_not_allowed`: the case does not go there from where it stands, or nobody else is asked for that. */
export type ApprovalRequestError = { readonly code: 'not_found' | 'case_gone' | 'move_not_allowed' | 'reason_missing' }

/**
 * Asks colleagues to confirm a move that needs two people. Asked twice, it is asked once. `reason`: what the danger is, for a
 * sending without the worker's yes; whoever confirms reads it before.
 */
export function requestMoveApproval(
  grant: Grant<'case.change_state'>,
  move: { readonly number: string; readonly to: CaseState; readonly reason?: string | undefined },
): Promise<Result<void, ApprovalRequestError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, move.number)
    if (!head) return err({ code: 'not_found' })
    const at = now()
    const { facts, prepared } = await loadMoveFacts(on, head.id, at)
    const isPossible = MOVES[head.state][move.to]?.officer !== undefined
    if (!isPossible || !needsApproval(facts, move.to)) return err({ code: 'move_not_allowed' })
    const bodyCode = prepared?.bodyCode ?? null
    const open = await listApprovalRequests(on, head.id, head.stateChangedAt)
    const isAsked = open.some(
      (one) => one.requestedById === grant.actor.id && one.toState === move.to && one.bodyCode === bodyCode,
    )
    if (isAsked) return ok(undefined)
    const reason = move.reason?.trim() ?? ''
    if (move.to === 'referred' && reason === '') return err({ code: 'reason_missing' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    if (reason !== '')
      await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text: reason, createdAt: at })
    await insertApprovalRequest(on, {
      caseId: head.id,
      to: move.to,
      bodyCode,
      requestedById: grant.actor.id,
      requestedAt: at,
    })
    await notify(on, { caseId: head.id, kind: 'approval_asked', key: `${head.id}:${move.to}:${at.getTime()}` })
    await appendAudit(on, grant.actor.officeId, 'case.approval_requested', {
      caseId: head.id,
      detail: { to: move.to, bodyCode },
    })
    return ok(undefined)
  })
}

/** `own_request`: nobody confirms what they asked for; `changed_meanwhile`: the case has moved on, or it was confirmed already. */
export type ApprovalError = { readonly code: 'not_found' | 'own_request' | 'changed_meanwhile' }

/** Confirms the move of a colleague, under one's own name. The colleague can then make it, once, while the case stands where it does. */
export function approveMove(
  grant: Grant<'case.change_state'>,
  request: { readonly number: string; readonly id: string },
): Promise<Result<void, ApprovalError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, request.number)
    if (!head) return err({ code: 'not_found' })
    const found = (await listApprovalRequests(on, head.id, head.stateChangedAt)).find(({ id }) => id === request.id)
    if (!found) return err({ code: 'changed_meanwhile' })
    if (found.requestedById === grant.actor.id) return err({ code: 'own_request' })
    if (found.approvedById === grant.actor.id) return ok(undefined)
    if (!(await updateApprovalGiven(on, found.id, { approvedById: grant.actor.id, approvedAt: now() })))
      return err({ code: 'changed_meanwhile' })
    await appendAudit(on, grant.actor.officeId, 'case.approval_given', {
      caseId: head.id,
      detail: { to: found.toState, bodyCode: found.bodyCode, requestedById: found.requestedById },
    })
    return ok(undefined)
  })
}
