import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { deleteDraft, findDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import type { FilingPermission } from './save-report-step'

/**
 * The number and the code are written down: after this nobody can see the code again. Only a receipt is deleted; an unsent
 * draft stays, so that a stray post loses nothing. Returns the case number, which is no secret; null when there was no receipt.
 */
export function keepReceipt(grant: Grant<FilingPermission>, token: string): Promise<string | null> {
  return within(grant, async (on) => {
    const found = await findDraft(on, token, { lock: true, now: now() })
    if (found === null || found.receipt === null) return null
    await deleteDraft(on, token)
    return found.receipt.number
  })
}
