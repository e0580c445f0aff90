import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listConsents, updateConsentWithdrawn } from '@/lib/data/consents'
import { lockOwnCase, updateOwnCase } from '@/lib/data/own-case'
import { listOwnSendings } from '@/lib/data/own-sendings'
import { notify } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { isConsentValid, isSameYes } from '@/lib/domain/consents'
import { eraseDayAfter } from '@/lib/domain/erasing'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { endOwnCase } from './end-own-case'
import { fallBack } from './referrals/fall-back'

/** `wasPressed`: the answer to whether somebody makes the worker stop; null when left open. */
export type Withdrawal = { readonly consentId: string; readonly wasPressed: boolean | null }
/** `case_gone`: the case was erased. `consent_unknown`: no such consent in this case. */
export type WithdrawalError = { readonly code: 'case_gone' | 'consent_unknown' }

/**
 * Takes a yes back; what was done under it stays, nothing new happens. Without `statistics` the case is no longer counted;
 * without `keep_complaint` it ends and is erased after 30 days, or when another office that was sent it has answered, unless somebody makes the worker stop. Taking back twice is
 * once.
 */
export function withdrawOwnConsent(
  grant: Grant<'own_case.write'>,
  withdrawal: Withdrawal,
): Promise<Result<void, WithdrawalError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    const consents = await listConsents(on, own.id)
    const consent = consents.find(({ id }) => id === withdrawal.consentId)
    if (!consent) return err({ code: 'consent_unknown' })
    const at = now()
    if (!isConsentValid(consent, at)) return ok(undefined)
    // The same yes may have been said twice, to an officer and on the own page: taken back, it is taken back.
    for (const same of consents.filter((other) => isSameYes(other, consent) && isConsentValid(other, at)))
      await updateConsentWithdrawn(on, own.id, same.id, at)
    if (consent.kind === 'send_to_body') {
      await fallBack(on, own, at)
      await notify(on, { caseId: own.id, kind: 'consent_withdrawn', key: consent.id })
    }
    await appendAudit(on, own.office.id, 'consent.withdrawn', {
      caseId: own.id,
      detail: { consentId: consent.id, kind: consent.kind },
    })
    if (consent.kind === 'statistics') await updateOwnCase(on, own, { inStatistics: false }, at)
    if (consent.kind === 'keep_complaint')
      await endOwnCase(on, own, {
        wasPressed: withdrawal.wasPressed,
        eraseDueAt: eraseDayAfter(at, await listOwnSendings(on)),
        at,
      })
    return ok(undefined)
  })
}
