import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { loadMoveFacts, lockCase } from '@/lib/data/case-state'
import { insertConsentRequest, listOpenRequests } from '@/lib/data/consent-requests'
import { setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { CONSENT_ANSWER_DAYS } from '@/lib/domain/referral/outcomes'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

const DAY = 86_400_000

/** `nothing_prepared`: no referral waits here, somebody sent or dropped it. */
export type AskError = { readonly code: 'not_found' | 'nothing_prepared' }

/**
 * Asks the worker on the own page: who, why, exactly which data, for how many days. Asked while a question waits, it is asked once.
 * The worker has two weeks, then the officer is reminded.
 */
export function askForConsent(
  grant: Grant<'case.change_state'>,
  asked: { readonly number: string; readonly referralId: string; readonly validDays: number },
): Promise<Result<void, AskError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, asked.number)
    if (!head) return err({ code: 'not_found' })
    const at = now()
    const { prepared } = await loadMoveFacts(on, head.id, at)
    if (prepared?.id !== asked.referralId) return err({ code: 'nothing_prepared' })
    if ((await listOpenRequests(on, head.id)).some(({ referralId }) => referralId === prepared.id)) return ok(undefined)
    const answerByAt = new Date(at.getTime() + CONSENT_ANSWER_DAYS * DAY)
    const { bodyCode: recipientBody, purpose, dataItems } = prepared
    const id = await insertConsentRequest(on, head.id, {
      referralId: prepared.id,
      recipientBody,
      purpose,
      dataItems,
      validDays: asked.validDays,
      askedAt: at,
      answerByAt,
    })
    await setSubjectDeadline(
      on,
      head.id,
      { kind: 'consent_request', subjectId: id, ownerKind: 'worker', dueAt: answerByAt },
      at,
    )
    await appendAudit(on, grant.actor.officeId, 'referral.consent_asked', {
      caseId: head.id,
      detail: { referralId: prepared.id, recipient: recipientBody, purpose, dataItems },
    })
    return ok(undefined)
  })
}
