import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase, markWorkerTold } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertMessage } from '@/lib/data/messages'
import { within, type Scoped } from '@/lib/data/within'
import type { MessageTemplate } from '@/lib/domain/message-templates'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What an officer writes to the worker, as news or as a question that waits for an answer. `requestId` names the form it was written in: sent twice, it is one message. */
export type OfficerMessage = {
  readonly number: string
  readonly requestId: string
  readonly text: string
  readonly isQuestion?: boolean
  /** The template it began as. */
  readonly templateCode?: MessageTemplate | null
}

/** `not_found`: no such case in the office; `case_gone`: its key was destroyed. */
export type WriteError = { readonly code: 'not_found' | 'case_gone' }

/** Adds the officer's message to the thread, in the worker's language. The first one is the first reply and meets its deadline. */
export function writeMessage(
  grant: Grant<'case.write_message'>,
  message: OfficerMessage,
): Promise<Result<void, WriteError>> {
  return within(grant, (on) => writeMessageWithin(on, message))
}

/** The same in a transaction that does more. */
export async function writeMessageWithin(
  on: Scoped<'case.write_message'>,
  message: OfficerMessage,
): Promise<Result<void, WriteError>> {
  const { grant } = on
  const head = await lockCase(on, message.number)
  if (!head) return err({ code: 'not_found' })
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return err({ code: 'case_gone' })
  const sentAt = now()
  const { requestId, text, isQuestion = false, templateCode = null } = message
  const messageId = await insertMessage(on, caseSeal, {
    requestId,
    text,
    isQuestion,
    templateCode,
    direction: 'to_worker',
    authorStaffId: grant.actor.id,
    language: head.language,
    sentAt,
  })
  if (messageId === null) return ok(undefined)
  await markWorkerTold(on, head, sentAt)
  await refreshDeadlines(on, head.id, sentAt)
  await appendAudit(on, grant.actor.officeId, 'message.to_worker', { caseId: head.id, detail: { messageId } })
  return ok(undefined)
}
