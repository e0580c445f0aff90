import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { reassessReturned } from '@/lib/data/fee-assessments'
import { endLimitationClock, refreshLimitationClock } from '@/lib/data/limitation-clock'
import { insertMessage } from '@/lib/data/messages'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase, updateOwnCase, type OwnCaseChange } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import { err, ok, type Result } from '@/lib/domain/result'
import type { MoveErrorCode } from '@/lib/domain/workflow/move-errors'
import type { ReopeningReason } from '@/lib/domain/workflow/outcomes'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'
import { now } from '@/lib/platform/clock'
import { agreeOnce } from './give-own-consent'

/** `to`: opened again for one of three reasons, or looked at by another officer. `text` goes into the thread. */
export type BringingBack = {
  readonly to: 'reopened' | 'appeal'
  readonly reopeningReason?: ReopeningReason | undefined
  readonly requestId: string
  readonly text: string
  readonly language: string
}
/** `case_gone`: the case was erased; then the rules of the workflow. */
export type BringingBackError = { readonly code: 'case_gone' | MoveErrorCode }

/**
 * Brings a closed case back, all or nothing: the state, the station on its line, the worker's words, the clocks, the verdict on
 * the payments by the rules of today, the audit events. A case that comes back is kept: a day of erasing is taken off with the
 * yes that this needs. Twice is once.
 */
export function bringBackOwnCase(
  grant: Grant<'own_case.write'>,
  asked: BringingBack,
): Promise<Result<void, BringingBackError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    if (own.state === asked.to) return ok(undefined)
    const at = now()
    const { to, reopeningReason, requestId, text, language } = asked
    const moved = move(factsForWorker(own), to, { role: 'worker', actorId: null, at, reopeningReason, reason: text })
    if (!moved.ok) return err({ code: moved.error.code })
    // Before the first event: what it waits for must not wait for the chain of the office.
    const fees = await reassessReturned(on, own.id)
    await agreeOnce(on, own, { kind: 'keep_complaint', language }, at)
    const another: OwnCaseChange = to === 'appeal' ? { assigneeId: null } : {}
    await updateOwnCase(on, own, { state: moved.value, closingCode: null, eraseDueAt: null, ...another }, at)
    await notify(on, { caseId: own.id, kind: to, key: requestId })
    const messageId = await insertMessage(on, caseSeal, {
      requestId,
      direction: 'from_worker',
      authorStaffId: null,
      language,
      text,
      sentAt: at,
    })
    if (messageId !== null) {
      await countUnreadFromWorker(on)
      await appendAudit(on, own.office.id, 'message.from_worker', { caseId: own.id, detail: { messageId } })
    }
    // A worker cannot move a date: a clock that still runs ends, and a new one begins.
    await endLimitationClock(on, own.id, at)
    await refreshLimitationClock(on, own.id, at)
    await refreshDeadlines(on, own.id, at)
    if (fees) await appendAudit(on, own.office.id, 'case.fees_reassessed', { caseId: own.id, detail: fees })
    await appendAudit(on, own.office.id, 'case.state_changed', {
      caseId: own.id,
      detail: { from: own.state, to, reopeningReason: reopeningReason ?? null },
    })
    return ok(undefined)
  })
}
