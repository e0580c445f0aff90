import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertConsent, listConsents, updateCaseForYes } from '@/lib/data/consents'
import { lockOwnCase, type OwnCase } from '@/lib/data/own-case'
import { within, type Scoped } from '@/lib/data/within'
import { CONSENT_TEXT_VERSION, consentExpiry, isAgreed, type ConsentKind } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `language`: the one the words were read in. */
export type OwnYes = { readonly kind: ConsentKind; readonly language: string }
/** `case_gone`: the case was erased. */
export type OwnYesError = { readonly code: 'case_gone' }

/** Says yes to one thing, on the worker's own page. Saying it twice is once. */
export function giveOwnConsent(grant: Grant<'own_case.write'>, yes: OwnYes): Promise<Result<void, OwnYesError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    await agreeOnce(on, own, yes, now())
    return ok(undefined)
  })
}

/** The same within an act that needs the yes, such as opening a case again. Call with the case locked. */
export async function agreeOnce(on: Scoped<'own_case.write'>, own: OwnCase, yes: OwnYes, at: Date): Promise<void> {
  const { kind, language } = yes
  const { isByProxy, receivedAt } = own
  if (isAgreed(kind, { isByProxy, receivedAt, consents: await listConsents(on, own.id) }, at)) return
  const consentId = await insertConsent(on, own.id, {
    kind,
    recipientBody: null,
    purpose: null,
    dataItems: [],
    language,
    textVersion: CONSENT_TEXT_VERSION,
    method: 'tap',
    witnessStaffId: null,
    givenAt: at,
    expiresAt: consentExpiry(kind, at),
  })
  await updateCaseForYes(on, own.id, kind)
  await appendAudit(on, own.office.id, 'consent.given', { caseId: own.id, detail: { consentId, kind, method: 'tap' } })
}
