import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listOpenRequests, updateRequestAnswered } from '@/lib/data/consent-requests'
import { insertConsent } from '@/lib/data/consents'
import { notify } from '@/lib/data/notices'
import { lockOwnCase } from '@/lib/data/own-case'
import { endSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { fallBack } from './fall-back'

/** What the worker says: the items that may go, none for no. `language`: the one the question was read in. */
export type OwnAnswer = { readonly requestId: string; readonly items: readonly string[]; readonly language: string }
/** `question_gone`: it was answered or taken back before. */
export type OwnAnswerError = { readonly code: 'case_gone' | 'question_gone' }

/** The worker says yes, yes to some, or no. A yes is for this recipient, this purpose and these items, until its day; more was never asked. */
export function answerConsentRequest(
  grant: Grant<'own_case.write'>,
  said: OwnAnswer,
): Promise<Result<'yes' | 'part' | 'no', OwnAnswerError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    const asked = (await listOpenRequests(on, own.id)).find(({ id }) => id === said.requestId)
    if (!asked) return err({ code: 'question_gone' })
    const at = now()
    const items = asked.dataItems.filter((item) => said.items.includes(item))
    const answer = items.length === 0 ? 'no' : items.length < asked.dataItems.length ? 'part' : 'yes'
    const consentId =
      answer === 'no'
        ? null
        : await insertConsent(on, own.id, {
            kind: 'send_to_body',
            recipientBody: asked.recipientBody,
            purpose: asked.purpose,
            dataItems: items,
            language: said.language,
            textVersion: CONSENT_TEXT_VERSION,
            method: 'tap',
            witnessStaffId: null,
            givenAt: at,
            expiresAt: new Date(at.getTime() + asked.validDays * 86_400_000),
          })
    await updateRequestAnswered(on, asked.id, { answer, consentId, answeredAt: at })
    await endSubjectDeadline(on, own.id, 'consent_request', asked.id, 'met', at)
    if (answer === 'no') await fallBack(on, own, at)
    await notify(on, { caseId: own.id, kind: 'consent_answered', key: asked.id })
    await appendAudit(on, own.office.id, 'referral.consent_answered', {
      caseId: own.id,
      detail: { referralId: asked.referralId, answer, consentId, dataItems: items },
    })
    return ok(answer)
  })
}
