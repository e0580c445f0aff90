import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { deleteDraft, findDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { FilingPermission } from './save-report-step'

/**
 * Deletes what was not sent. Deleting twice, or what is not there, is fine.
 * `already_sent`: the report has become a case; its receipt stays until the worker has kept it.
 */
export function deleteReportDraft(
  grant: Grant<FilingPermission>,
  token: string,
): Promise<Result<null, { readonly code: 'already_sent' }>> {
  return within(grant, async (on) => {
    const found = await findDraft(on, token, { lock: true, now: now() })
    if (found !== null && found.receipt !== null) return err({ code: 'already_sent' })
    await deleteDraft(on, token)
    return ok(null)
  })
}
