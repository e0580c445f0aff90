import 'server-only'
import { insertConsent } from '@/lib/data/consents'
import { insertMessage } from '@/lib/data/messages'
import { insertNote } from '@/lib/data/notes'
import type { MoveFacts, PreparedReferral } from '@/lib/data/case-state'
import { updateApprovalUsed } from '@/lib/data/move-approvals'
import {
  insertPreparedReferral,
  updateReferralDropped,
  updateReferralsAnswered,
  updateReferralSent,
} from '@/lib/data/referrals'
import { insertAgreedRemedy, updateRemediesDelivered, updateRemediesFailed } from '@/lib/data/remedies'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { CONSENT_DEFAULT_DAYS, CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/data/case-keys'
import type { StateChange } from './change-case-state'

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
      bodyCode: change.bodyCode,
      dataItems: change.dataScope ?? [],
      createdAt: at,
    })
  if (head.state === 'referral_pending_consent' && prepared && to === 'investigation')
    await updateReferralDropped(on, prepared.id)
  if (to === 'referred' && prepared) await send(on, accepted, prepared)
  if (change.declared.includes('body_answered')) await updateReferralsAnswered(on, head.id, at)
  if (to === 'remedy_agreed' && change.remedyType && change.remedyTerms?.trim()) {
    await insertAgreedRemedy(on, caseSeal, {
      type: change.remedyType,
      terms: change.remedyTerms,
      termsLanguage: head.language,
      agreedAt: at,
    })
  }
  if (to === 'remedy_delivered') await updateRemediesDelivered(on, remedyIds, at)
  if (head.state === 'remedy_agreed' && to === 'investigation') await updateRemediesFailed(on, remedyIds, at)
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

async function send(
  on: On,
  { head, change, facts, consentId, at }: AcceptedMove,
  prepared: PreparedReferral,
): Promise<void> {
  const told =
    consentId === null && change.declared.includes('consent_told') ? await recordConsent(on, head, prepared, at) : null
  const agreed = consentId ?? told
  const deciders = agreed === null ? [on.grant.actor.id, ...(facts.approvedById ? [facts.approvedById] : [])] : []
  await updateReferralSent(on, prepared.id, { consentId: agreed, vitalInterestByIds: deciders, sentAt: at })
}

/** The worker said yes to the officer: to this body and these data, for as long as a consent lasts. */
function recordConsent(on: On, head: CaseHead, prepared: PreparedReferral, at: Date): Promise<string> {
  return insertConsent(on, head.id, {
    kind: 'send_to_body',
    recipientBody: prepared.bodyCode,
    purpose: 'handle_complaint',
    dataItems: prepared.dataItems,
    language: head.language,
    textVersion: CONSENT_TEXT_VERSION,
    method: 'told_to_officer',
    witnessStaffId: on.grant.actor.id,
    givenAt: at,
    expiresAt: new Date(at.getTime() + CONSENT_DEFAULT_DAYS * 86_400_000),
  })
}
