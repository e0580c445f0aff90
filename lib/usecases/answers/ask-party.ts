import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findAskFacts } from '@/lib/data/asking-facts'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { insertConsent, listConsents, type NewConsent } from '@/lib/data/consents'
import { insertNote } from '@/lib/data/notes'
import { findQuickParties } from '@/lib/data/quick-parties'
import { hasOpenRequest, insertPartyRequest, updateRequestWithdrawn } from '@/lib/data/party-requests'
import { findReporterFields } from '@/lib/data/reporter-fields'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { allowsAll, ownYesFor, partyItem } from '@/lib/domain/answers/allowed'
import { ANSWER_PURPOSE, answerClock, type AnswerLane, type SharedItem } from '@/lib/domain/answers/request'
import { whyNotAsk, type AskRefusal } from '@/lib/domain/answers/may-ask'
import { revealsIn, type Reveal } from '@/lib/domain/answers/reveals'
import { allowsPartyContact, CONSENT_TEXT_VERSION, consentExpiry } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { isId, newId } from '@/lib/platform/ids'

/** A question to a party: what it is told, and what the worker allowed to be told, with when and how the worker said so. */
export type Question = {
  readonly number: string
  readonly requestId: string
  readonly casePartyId: string
  readonly lane: AnswerLane
  readonly items: readonly SharedItem[]
  readonly language: string
  readonly allegation: string
  /** When and how the worker allowed it; may stay empty when the worker's own page says as much. */
  readonly witness: string
  /** Whoever asks knows that another question to the party is open. */
  readonly isAnother: boolean
}
/**
 * Why it may not be asked now (domain/answers/may-ask.ts). `not_quick`: this party promised no quick action. `gives_away`: the text
 * names the reporter, or says sums, days or the workplace though the worker did not allow it; `reveals` say what. `witness_missing`:
 * the worker's own page does not allow as much, and nobody says when the worker allowed it. `question_open`: another to this party waits
 * for its answer, and the form does not say that it is known.
 */
export type QuestionError = {
  readonly code:
    | 'not_found'
    | 'case_gone'
    | 'party_unknown'
    | 'not_quick'
    | 'gives_away'
    | 'witness_missing'
    | 'question_open'
    | 'sent_before'
    | AskRefusal
  readonly reveals?: readonly Reveal[]
}

/**
 * Makes the link by which a party answers. It rests on what the worker allowed on the own page, otherwise on a yes of its own that
 * is written down with the officer as witness; with it, or with the yes to contact parties, the link ends. Returns the token, once.
 */
export function askParty(
  grant: Grant<'case.ask_party'>,
  question: Question,
): Promise<Result<{ token: string }, QuestionError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, question.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const { requestId, casePartyId, lane, items, language, allegation, witness } = question
    const reporter = await findReporterFields(on, caseSeal, { number: head.number, casePartyId })
    if (!reporter) return err({ code: 'party_unknown' })
    const at = now()
    const consents = await listConsents(on, head.id)
    const refusal = whyNotAsk(await findAskFacts(on, head.id, consents, at), at)
    if (refusal !== null) return err({ code: refusal })
    const base = consents.findLast((consent) => allowsPartyContact(consent, at))
    if (!base) return err({ code: 'consent_missing' })
    if (!question.isAnother && (await hasOpenRequest(on, head.id, { casePartyId, besides: requestId, at })))
      return err({ code: 'question_open' })
    if (lane === 'quick_action' && !(await findQuickParties(on, head.id)).includes(casePartyId))
      return err({ code: 'not_quick' })
    const reveals = revealsIn(allegation, reporter, items)
    if (reveals.length > 0) return err({ code: 'gives_away', reveals })
    const said = ownYesFor(consents, casePartyId, at)
    const isAllowed = said !== null && allowsAll(said, items)
    if (!isAllowed && witness === '') return err({ code: 'witness_missing' })
    const consentId = isAllowed ? said.id : await insertConsent(on, head.id, toldToOfficer(grant, head, question, at))
    const clock = answerClock(lane, at)
    const made = await insertPartyRequest(on, caseSeal, {
      formId: requestId,
      casePartyId,
      baseConsentId: base.id,
      consentId,
      lane,
      items,
      language,
      allegation,
      ...clock,
      createdAt: at,
    })
    // The form was sent before: what this transaction wrote besides must not stay.
    if (!made) throw new SentBefore()
    await setSubjectDeadline(
      on,
      head.id,
      { kind: 'party_answer', subjectId: made.id, ownerKind: 'party', dueAt: clock.dueAt },
      at,
    )
    if (witness !== '')
      await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text: witness, createdAt: at })
    await appendAudit(on, grant.actor.officeId, 'party.asked', {
      caseId: head.id,
      detail: { requestId: made.id, lane, items },
    })
    return ok({ token: made.token })
  }).catch((error: unknown) => {
    if (error instanceof SentBefore) return err({ code: 'sent_before' })
    throw error
  })
}

class SentBefore extends Error {}

/** What the worker allowed, as it was told to the officer. */
function toldToOfficer(
  grant: Grant<'case.ask_party'>,
  { language }: { readonly language: string },
  { items, casePartyId }: Question,
  at: Date,
): NewConsent {
  return {
    kind: 'contact_party',
    recipientBody: null,
    purpose: ANSWER_PURPOSE,
    dataItems: [...items, partyItem(casePartyId)],
    language,
    textVersion: CONSENT_TEXT_VERSION,
    method: 'told_to_officer',
    witnessStaffId: grant.actor.id,
    givenAt: at,
    expiresAt: consentExpiry('contact_party', at),
  }
}

/** Takes a question of this case back: its link leads nowhere from now on. */
export function withdrawQuestion(
  grant: Grant<'case.ask_party'>,
  asked: { readonly number: string; readonly questionId: string },
): Promise<Result<void, { readonly code: 'not_found' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const head = isId(asked.questionId) ? await lockCase(on, asked.number) : null
    if (!head) return err({ code: 'not_found' })
    const at = now()
    const done = await updateRequestWithdrawn(on, { id: asked.questionId, caseId: head.id }, at)
    if (done !== 'done') return err({ code: done })
    await endSubjectDeadline(on, head.id, 'party_answer', asked.questionId, 'cancelled', at)
    await appendAudit(on, grant.actor.officeId, 'party.question_withdrawn', {
      caseId: head.id,
      detail: { requestId: asked.questionId },
    })
    return ok(undefined)
  })
}
