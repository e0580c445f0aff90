import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { answerOfficerRequest } from '@/lib/data/officer-requests'
import { within, type Scoped } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { tellWorker } from './tell-worker'

/** Somebody else has the case now: a worker who waited for that waits no longer. In the transaction that gives the case away. */
export async function answerWithNewOfficer(
  on: Scoped<'case.take' | 'case.assign' | 'case.hand_over' | 'case.change_state'>,
  caseId: string,
  at: Date,
): Promise<void> {
  if (await answerOfficerRequest(on, caseId, 'changed', at)) await refreshDeadlines(on, caseId, at)
}

/** Nobody else can take the case, and why; the reason goes to the worker. */
export type NoOtherOfficer = { readonly number: string; readonly requestId: string; readonly reason: string }

/** `nothing_open`: no request waits, or this supervisor is whom it is about. */
export type NoOtherOfficerError = { readonly code: 'not_found' | 'case_gone' | 'nothing_open' }

/** A supervisor tells the worker that nobody else of the office can take the case, and why. Sent twice, it is once. */
export function declineOfficerRequest(
  grant: Grant<'case.answer_officer_request'>,
  answer: NoOtherOfficer,
): Promise<Result<void, NoOtherOfficerError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, answer.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    if (!(await answerOfficerRequest(on, head.id, 'none_free', at))) return err({ code: 'nothing_open' })
    await tellWorker(on, caseSeal, head, { requestId: answer.requestId, text: answer.reason, at })
    await appendAudit(on, grant.actor.officeId, 'officer_request.declined', { caseId: head.id })
    return ok(undefined)
  })
}
