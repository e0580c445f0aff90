import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listOwnParties, type OwnParty } from '@/lib/data/case-parties'
import { insertConsent, listConsents, updateConsentWithdrawn } from '@/lib/data/consents'
import { notify } from '@/lib/data/notices'
import { findOwnCase, lockOwnCase, type OwnCase } from '@/lib/data/own-case'
import { listToldParties, type ToldParty } from '@/lib/data/told-parties'
import { within } from '@/lib/data/within'
import { allowedItems, allowsAll, partyItem, yesesForParty } from '@/lib/domain/answers/allowed'
import { ANSWER_PURPOSE, SHARED_ITEMS, type SharedItem } from '@/lib/domain/answers/request'
import { CONSENT_TEXT_VERSION, consentExpiry } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { agreeOnce } from '../give-own-consent'

/** A party of the own case, with what it may be told: the items beside the matter itself; null when it may be told nothing. */
export type PartyTelling = OwnParty & { readonly allowed: readonly SharedItem[] | null; readonly until: Date | null }
/** What parties of the own case may be told, and what they were told. */
export type OwnPartiesReading = {
  readonly own: OwnCase
  readonly parties: readonly PartyTelling[]
  readonly told: readonly ToldParty[]
}

/** Reads it for the worker's page; null when the case was erased. */
export function readOwnParties(grant: Grant<'own_case.read'>): Promise<OwnPartiesReading | null> {
  return within(grant, async (on) => {
    const own = await findOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return null
    const consents = await listConsents(on, own.id)
    const at = now()
    const parties = (await listOwnParties(on, caseSeal)).map((party) => {
      const holding = yesesForParty(consents, party.id, at)
      return {
        ...party,
        // Several yeses may hold, said to an officer and on the own page: together they say what may be told.
        allowed:
          holding.length === 0 ? null : SHARED_ITEMS.filter((item) => holding.some((yes) => allowsAll(yes, [item]))),
        until: holding.at(-1)?.expiresAt ?? null,
      }
    })
    return { own, parties, told: await listToldParties(on, caseSeal) }
  })
}

/** `items`: what may be told beside the matter; null is no. `language`: the one the words were read in. */
export type PartyDecision = {
  readonly casePartyId: string
  readonly items: readonly SharedItem[] | null
  readonly language: string
}

/**
 * The worker decides what a party may be told. A yes allows to contact it too, if that was not agreed yet. A no, and a yes to less,
 * takes back what went further: links that rest on it end in the same moment. Deciding the same twice is once.
 */
export function decideParty(
  grant: Grant<'own_case.write'>,
  { casePartyId, items, language }: PartyDecision,
): Promise<Result<void, { readonly code: 'case_gone' | 'party_unknown' }>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    if (!(await on.db.caseParty.count({ where: { id: casePartyId, caseId: own.id } })))
      return err({ code: 'party_unknown' })
    const at = now()
    const holding = yesesForParty(await listConsents(on, own.id), casePartyId, at)
    const toEnd = holding.filter((yes) => items === null || !allowedItems(yes).every((item) => items.includes(item)))
    for (const { id } of toEnd) {
      await updateConsentWithdrawn(on, own.id, id, at)
      await notify(on, { caseId: own.id, kind: 'consent_withdrawn', key: id })
      await appendAudit(on, own.office.id, 'consent.withdrawn', {
        caseId: own.id,
        detail: { consentId: id, kind: 'contact_party' },
      })
    }
    if (items === null) return ok(undefined)
    await agreeOnce(on, own, { kind: 'contact_party', language }, at)
    const isSaid = holding.some((yes) => !toEnd.includes(yes) && yes.method === 'tap' && allowsAll(yes, items))
    if (isSaid) return ok(undefined)
    const consentId = await insertConsent(on, own.id, {
      kind: 'contact_party',
      recipientBody: null,
      purpose: ANSWER_PURPOSE,
      dataItems: [...items, partyItem(casePartyId)],
      language,
      textVersion: CONSENT_TEXT_VERSION,
      method: 'tap',
      witnessStaffId: null,
      givenAt: at,
      expiresAt: consentExpiry('contact_party', at),
    })
    await notify(on, { caseId: own.id, kind: 'consent_answered', key: consentId })
    await appendAudit(on, own.office.id, 'consent.given', {
      caseId: own.id,
      detail: { consentId, kind: 'contact_party', method: 'tap', items },
    })
    return ok(undefined)
  })
}
