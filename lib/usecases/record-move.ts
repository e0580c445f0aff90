import 'server-only'
import { insertMessage } from '@/lib/data/messages'
import { insertNote } from '@/lib/data/notes'
import type { MoveFacts } from '@/lib/data/case-state'
import { updateApprovalUsed } from '@/lib/data/move-approvals'
import { insertPreparedReferral, updateReferralsAnswered } from '@/lib/data/referrals'
import { insertAgreedRemedy, updateRemediesDelivered, updateRemediesFailed } from '@/lib/data/remedies'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/data/case-keys'
import type { StateChange } from './change-case-state'
import { dropPrepared } from './referrals/drop-prepared'
import { sendPrepared } from './referrals/send-prepared'
import { endRepaymentClocks, keepToldArrived } from './remedies/arrived-sums'

/** A move that is allowed and written, with what is needed to write what comes with it. `consentId` is a yes that was there before. */
export type AcceptedMove = MoveFacts & {
  readonly head: CaseHead
  readonly change: StateChange
  readonly caseSeal: CaseSeal
  readonly at: Date
}

type On = Scoped<'case.change_state'>

/** Writes what a move brings with it: words to the worker, the reason, the referral, the remedy. In the transaction of the move. */
export async function recordMove(on: On, accepted: AcceptedMove): Promise<void> {
  const { head, change, caseSeal, prepared, approvalId, remedyIds, at } = accepted
  const { to } = change
  if (change.reason?.trim())
    await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text: change.reason, createdAt: at })
  const words = wordsToWorker(head, change)
  if (words) {
    await insertMessage(on, caseSeal, {
      requestId: change.requestId,
      direction: 'to_worker',
      authorStaffId: on.grant.actor.id,
      language: head.language,
      text: words,
      isQuestion: to === 'awaiting_worker',
      sentAt: at,
    })
  }
  if (to === 'referral_pending_consent' && change.bodyCode)
    await insertPreparedReferral(on, head.id, {
      recipient: change.bodyCode,
      purpose: change.referral?.purpose ?? 'handle_complaint',
      dataItems: change.dataScope ?? [],
      requestId: change.requestId,
      createdAt: at,
    })
  if (head.state === 'referral_pending_consent' && prepared && to === 'investigation')
    await dropPrepared(on, head.id, prepared.id, at)
  if (to === 'referred' && prepared)
    await sendPrepared(on, {
      head,
      caseSeal,
      prepared,
      consentId: accepted.consentId,
      isToldNow: change.declared.includes('consent_told'),
      approvedById: accepted.facts.approvedById,
      referral: change.referral,
      at,
    })
  if (change.declared.includes('body_answered')) await updateReferralsAnswered(on, head.id, at)
  if (to === 'remedy_agreed' && change.remedyType && change.remedyTerms?.trim()) {
    await insertAgreedRemedy(on, caseSeal, {
      type: change.remedyType,
      terms: change.remedyTerms,
      termsLanguage: head.language,
      agreedAt: at,
    })
  }
  if (to === 'remedy_delivered') {
    await keepToldArrived(on, caseSeal, remedyIds, at)
    await updateRemediesDelivered(on, remedyIds, at)
  }
  if (head.state === 'remedy_agreed' && to === 'investigation') {
    await endRepaymentClocks(on, caseSeal, remedyIds, at)
    await updateRemediesFailed(on, remedyIds, at)
  }
  if (approvalId !== null) await updateApprovalUsed(on, approvalId, at)
}

/** A question goes to the worker as it is; the end of a case goes with its reason and, for who is sent on, where to go. */
function wordsToWorker(head: CaseHead, change: StateChange): string | null {
  if (change.to === 'awaiting_worker') return change.question?.trim() || null
  if (change.to !== 'closed' || !change.reason?.trim()) return null
  return [change.reason.trim(), change.signpost && change.signpostWords ? change.signpostWords(head.language) : '']
    .filter((part) => part !== '')
    .join('\n\n')
}
