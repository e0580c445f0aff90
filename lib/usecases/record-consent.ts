import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { insertConsent, isToldByProxy, listConsents, updateCaseForYes, type ConsentMethod } from '@/lib/data/consents'
import { within } from '@/lib/data/within'
import { CONSENT_TEXT_VERSION, consentExpiry, isAgreed, type ConsentKind } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** A yes that an officer heard or holds on paper. */
export type HeardYes = {
  readonly number: string
  readonly kind: ConsentKind
  readonly method: Exclude<ConsentMethod, 'tap'>
}
/** `not_found`: no such case in the office; `case_gone`: its key was destroyed; `already_given`: the yes holds already. */
export type RecordError = { readonly code: 'not_found' | 'case_gone' | 'already_given' }

/** Records a yes of the worker with the officer as witness. */
export function recordConsent(grant: Grant<'case.change_state'>, yes: HeardYes): Promise<Result<void, RecordError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, yes.number)
    if (!head) return err({ code: 'not_found' })
    if (!(await findCaseSeal(on, head.id))) return err({ code: 'case_gone' })
    const at = now()
    const { kind, method } = yes
    const isByProxy = await isToldByProxy(on, head.id)
    if (isAgreed(kind, { isByProxy, receivedAt: head.receivedAt, consents: await listConsents(on, head.id) }, at))
      return err({ code: 'already_given' })
    const consentId = await insertConsent(on, head.id, {
      kind,
      recipientBody: null,
      purpose: null,
      dataItems: [],
      language: head.language,
      textVersion: CONSENT_TEXT_VERSION,
      method,
      witnessStaffId: grant.actor.id,
      givenAt: at,
      expiresAt: consentExpiry(kind, at),
    })
    await updateCaseForYes(on, head.id, kind)
    await appendAudit(on, grant.actor.officeId, 'consent.given', {
      caseId: head.id,
      detail: { consentId, kind, method },
    })
    return ok(undefined)
  })
}
