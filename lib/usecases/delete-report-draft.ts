import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listDraftPlaces } from '@/lib/data/draft-files'
import { deleteDraft, findDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { discardPlaces } from './files/sweep-files'
import type { FilingPermission } from './save-report-step'

/**
 * Deletes what was not sent, and its files. Deleting twice, or what is not there, is fine.
 * `already_sent`: the report has become a case; its receipt stays until the worker has kept it.
 */
export async function deleteReportDraft(
  grant: Grant<FilingPermission>,
  token: string,
): Promise<Result<null, { readonly code: 'already_sent' }>> {
  const places = await within(grant, async (on) => {
    const found = await findDraft(on, token, { lock: true, now: now() })
    if (found !== null && found.receipt !== null) return 'already_sent'
    const taken = found === null ? [] : await listDraftPlaces(on, found.id)
    await deleteDraft(on, token)
    return taken
  })
  if (places === 'already_sent') return err({ code: places })
  await discardPlaces(places)
  return ok(null)
}
