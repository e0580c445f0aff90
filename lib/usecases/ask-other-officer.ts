import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { notify } from '@/lib/data/notices'
import { insertOfficerRequest, officerAskedAt, updatePreferredOfficer } from '@/lib/data/officer-requests'
import { lockOwnCase } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import type { OfficerPreference } from '@/lib/domain/officer-change'
import { err, ok, type Result } from '@/lib/domain/result'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'

/** Whom the worker would rather talk to, and why, which may stay open. */
export type OfficerWish = {
  readonly requestId: string
  readonly preference: OfficerPreference
  readonly reason: string
}
/** `case_gone`: erased. `case_closed`: it has ended, an appeal is what there is. */
export type OfficerWishError = { readonly code: 'case_gone' | 'case_closed' }

/**
 * Asks that somebody else of the office takes the case. Supervisors who do not hold it read the reason, and a clock runs for
 * them. While one request waits, another one is the same.
 */
export function askOtherOfficer(
  grant: Grant<'own_case.write'>,
  wish: OfficerWish,
): Promise<Result<void, OfficerWishError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    if (!isOpen(own.state)) return err({ code: 'case_closed' })
    const at = now()
    if ((await officerAskedAt(on, own.id)) !== null) return ok(undefined)
    await insertOfficerRequest(on, caseSeal, { ...wish, requestedAt: at })
    await updatePreferredOfficer(on, wish.preference)
    await refreshDeadlines(on, own.id, at)
    await notify(on, { caseId: own.id, kind: 'officer_asked', key: wish.requestId })
    await appendAudit(on, own.office.id, 'officer_request.made', { caseId: own.id })
    return ok(undefined)
  })
}
