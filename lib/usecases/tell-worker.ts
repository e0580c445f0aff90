import 'server-only'
import type { CaseSeal } from '@/lib/data/case-keys'
import { markWorkerTold } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertMessage } from '@/lib/data/messages'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'

/** Writes what was decided to the worker, in the language of the case; in the transaction that decided it. */
export async function tellWorker<
  P extends 'case.decide_correction' | 'case.answer_right' | 'case.answer_officer_request',
>(
  on: Scoped<P>,
  caseSeal: CaseSeal,
  head: CaseHead,
  words: { readonly requestId: string; readonly text: string; readonly at: Date },
): Promise<void> {
  await insertMessage(on, caseSeal, {
    requestId: words.requestId,
    direction: 'to_worker',
    authorStaffId: on.grant.actor.id,
    language: head.language,
    text: words.text,
    sentAt: words.at,
  })
  await markWorkerTold(on, head, words.at)
  await refreshDeadlines(on, head.id, words.at)
}
