import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { tieToMessage } from '@/lib/data/evidence'
import { insertMessage, isQuestionOfCase } from '@/lib/data/messages'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase, updateOwnCase, type OwnCase } from '@/lib/data/own-case'
import { within, type Scoped } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import type { AnswerCode } from '@/lib/domain/open-questions'
import { err, ok, type Result } from '@/lib/domain/result'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'
import { now } from '@/lib/platform/clock'

/**
 * What a worker writes. `requestId` names the form it was written in: sent twice, it is one message. `answersId`: the question
 * of the office that it answers; one that is not of this case is no question, the words count all the same.
 */
export type OwnMessage = {
  readonly requestId: string
  readonly text: string
  readonly language: string
  readonly answersId?: string | null
  readonly answerCode?: AnswerCode | null
}

/** `case_gone`: the case was erased. */
export type OwnCaseError = { readonly code: 'case_gone' }

/**
 * Adds the worker's message to the thread, tells the office that something is unread, and lets the clocks of a case that
 * waited for this worker run again, all or nothing. On a closed case an answer becomes due.
 */
export function writeOwnMessage(
  grant: Grant<'own_case.write'>,
  message: OwnMessage,
): Promise<Result<void, OwnCaseError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    const sentAt = now()
    const { answersId = null, answerCode = null, ...words } = message
    const isAnswer = answersId !== null && (await isQuestionOfCase(on, answersId))
    const messageId = await insertMessage(on, caseSeal, {
      ...words,
      answersId: isAnswer ? answersId : null,
      answerCode: isAnswer ? answerCode : null,
      direction: 'from_worker',
      authorStaffId: null,
      sentAt,
    })
    if (messageId === null) return ok(undefined)
    await tieToMessage(on, { id: messageId, requestId: message.requestId })
    await countUnreadFromWorker(on)
    if (own.state === 'closed') await refreshDeadlines(on, own.id, sentAt)
    const resumed = await resume(on, own, sentAt)
    await notify(on, { caseId: own.id, kind: isAnswer ? 'worker_answered' : 'worker_wrote', key: messageId })
    await appendAudit(on, own.office.id, 'message.from_worker', { caseId: own.id, detail: { messageId } })
    if (resumed)
      await appendAudit(on, own.office.id, 'case.state_changed', {
        caseId: own.id,
        detail: { from: own.state, to: resumed },
      })
    return ok(undefined)
  })
}

/** Takes a case that waited for the worker back to where it stood. Returns that state, or null when it did not wait. */
async function resume(on: Scoped<'own_case.write'>, own: OwnCase, at: Date) {
  if (own.state !== 'awaiting_worker') return null
  const back = move(factsForWorker(own), own.stateBeforeAwaiting ?? 'triage', { role: 'worker', actorId: null, at })
  if (!back.ok) return null
  await updateOwnCase(on, own, { state: back.value }, at)
  await refreshDeadlines(on, own.id, at)
  return back.value
}
