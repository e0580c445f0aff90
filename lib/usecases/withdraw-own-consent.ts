import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listConsents, updateConsentWithdrawn } from '@/lib/data/consents'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { lockOwnCase, updateOwnCase, type OwnCase } from '@/lib/data/own-case'
import { within, type Scoped } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import { DRAFT_KEEPING_DAYS, isConsentValid } from '@/lib/domain/consents'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'
import { now } from '@/lib/platform/clock'

/** `wasPressed`: the answer to whether somebody makes the worker stop; null when left open. */
export type Withdrawal = { readonly consentId: string; readonly wasPressed: boolean | null }
/** `case_gone`: the case was erased. `consent_unknown`: no such consent in this case. */
export type WithdrawalError = { readonly code: 'case_gone' | 'consent_unknown' }

/**
 * Takes a yes back; what was done under it stays, nothing new happens. Without `statistics` the case is no longer counted;
 * without `keep_complaint` it ends and is erased after 30 days. Taking back twice is once.
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
    if (!(await updateConsentWithdrawn(on, own.id, consent.id, at))) return ok(undefined)
    const isStillGiven = consents.some(
      (other) => other.id !== consent.id && other.kind === consent.kind && isConsentValid(other, at),
    )
    if (consent.kind === 'statistics' && !isStillGiven) await updateOwnCase(on, own, { inStatistics: false }, at)
    const closedAs =
      consent.kind === 'keep_complaint' && !isStillGiven ? await end(on, own, withdrawal.wasPressed, at) : null
    await appendAudit(on, own.office.id, 'consent.withdrawn', {
      caseId: own.id,
      detail: { consentId: consent.id, kind: consent.kind },
    })
    if (closedAs)
      await appendAudit(on, own.office.id, 'case.state_changed', {
        caseId: own.id,
        detail: { from: own.state, to: 'closed', closingCode: closedAs },
      })
    return ok(undefined)
  })
}

/** Sets the day of erasing and closes a case that is still open. Returns the closing code, or null when it was closed already. */
async function end(
  on: Scoped<'own_case.write'>,
  own: OwnCase,
  wasPressed: boolean | null,
  at: Date,
): Promise<ClosingCode | null> {
  const eraseDueAt = new Date(at.getTime() + DRAFT_KEEPING_DAYS * 86_400_000)
  const closingCode = wasPressed === true ? 'withdrawn_suspected_pressure' : 'withdrawn_free'
  const closed = move(factsForWorker(own), 'closed', {
    role: 'worker',
    actorId: null,
    at,
    closingCode,
    wasAskedAboutPressure: true,
  })
  if (!closed.ok) {
    await updateOwnCase(on, own, { eraseDueAt }, at)
    return null
  }
  await updateOwnCase(on, own, { state: closed.value, closingCode, eraseDueAt }, at)
  await refreshDeadlines(on, own.id, at)
  return closingCode
}
