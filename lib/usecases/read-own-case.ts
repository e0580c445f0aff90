import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listArrivalAnswers, listOwnRemedies, type OwnRemedy } from '@/lib/data/arrivals'
import { appendAudit } from '@/lib/data/audit'
import { listOwnBreaches } from '@/lib/data/breach-cases'
import { listToldHolds, type ToldHold } from '@/lib/data/case-holds'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listCodeChanges } from '@/lib/data/code-replacements'
import { listOpenRequests, type ConsentRequest } from '@/lib/data/consent-requests'
import { listConsents, type Consent } from '@/lib/data/consents'
import { listCorrections } from '@/lib/data/corrections'
import { listOwnOffers, type OwnOffer } from '@/lib/data/own-offers'
import { listMessages, markMessagesRead, type Message } from '@/lib/data/messages'
import { findOwnCase, type OwnCase } from '@/lib/data/own-case'
import { listOwnFeeLines, type OwnFeeLine } from '@/lib/data/own-fee-lines'
import { listOwnDeadlines, listOwnReferrals, type OwnDeadline, type OwnReferral } from '@/lib/data/own-referrals'
import { listRightsRequests } from '@/lib/data/rights-requests'
import { listOfficerRequests } from '@/lib/data/officer-requests'
import { listStateMoves, type StateMoveRow } from '@/lib/data/state-moves'
import { listSurveys, type SurveyAnswer } from '@/lib/data/surveys'
import { within } from '@/lib/data/within'
import type { ArrivalAnswer } from '@/lib/domain/arrival'
import type { CaseCorrection } from '@/lib/domain/corrections'
import type { OfficerRequest } from '@/lib/domain/officer-change'
import type { RightsRequest } from '@/lib/domain/privacy/rights-request'
import { now } from '@/lib/platform/clock'

/** Everything a worker is shown about the own case. */
export type OwnCaseReading = {
  readonly own: OwnCase
  readonly moves: readonly StateMoveRow[]
  readonly deadlines: readonly OwnDeadline[]
  readonly messages: readonly Message[]
  readonly feeLines: readonly OwnFeeLine[]
  readonly consents: readonly Consent[]
  readonly referrals: readonly OwnReferral[]
  /** Whether something may be passed on: questions that wait. */
  readonly asked: readonly ConsentRequest[]
  readonly corrections: readonly CaseCorrection[]
  /** What was asked about the own data, on this page or otherwise. */
  readonly rights: readonly RightsRequest[]
  readonly officerRequests: readonly OfficerRequest[]
  readonly remedies: readonly OwnRemedy[]
  /** What is offered and waits for the worker's yes or no. */
  readonly offers: readonly OwnOffer[]
  readonly arrivals: readonly ArrivalAnswer[]
  readonly surveys: readonly SurveyAnswer[]
  /** What the office told of incidents with this worker's data. */
  readonly breaches: Awaited<ReturnType<typeof listOwnBreaches>>
  /** What stands in the way of erasing it, or did. */
  readonly holds: readonly ToldHold[]
  /** When a new code was made in place of a lost one. */
  readonly codeChanges: readonly Date[]
}

/**
 * What the worker's page shows; null when the case was erased. The messages of the office count as read from now on, and the
 * office can see that. `messages` still says which ones were new.
 */
export function readOwnCase(grant: Grant<'own_case.read'>): Promise<OwnCaseReading | null> {
  return within(grant, async (on) => {
    const own = await findOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return null
    const messages = await listMessages(on, caseSeal)
    const corrections = await listCorrections(on, caseSeal)
    const rights = await listRightsRequests(on, caseSeal)
    const asked = new Set([...corrections, ...rights].map(({ id }) => id))
    const deadlines = await listOwnDeadlines(on)
    const reading = {
      own,
      messages,
      moves: await listStateMoves(on, own.id),
      // That somebody else asked about the data in the case is not told here.
      deadlines: deadlines.filter(({ kind, subjectId }) => kind !== 'rights_request' || asked.has(subjectId ?? '')),
      feeLines: await listOwnFeeLines(on, caseSeal),
      consents: await listConsents(on, own.id),
      referrals: await listOwnReferrals(on),
      asked: await listOpenRequests(on, own.id),
      corrections,
      rights,
      officerRequests: await listOfficerRequests(on, caseSeal),
      remedies: await listOwnRemedies(on, caseSeal),
      offers: await listOwnOffers(on, caseSeal),
      arrivals: await listArrivalAnswers(on, own.id),
      surveys: await listSurveys(on, own.id),
      breaches: await listOwnBreaches(on),
      holds: await listToldHolds(on, own.id),
      codeChanges: await listCodeChanges(on),
    }
    if (messages.some((message) => message.direction === 'to_worker' && message.readAt === null)) {
      const count = await markMessagesRead(on, own.id, 'to_worker', now())
      await appendAudit(on, own.office.id, 'message.read_by_worker', { caseId: own.id, detail: { count } })
    }
    return reading
  })
}
