import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { hashPassword } from '@/lib/auth/password'
import { findDraft } from '@/lib/data/drafts'
import { setDraftPin } from '@/lib/data/resting-drafts'
import { within } from '@/lib/data/within'
import { isResting } from '@/lib/domain/report/resting'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/**
 * Sets the digits that open a draft after a rest, or takes them away (null). A draft that rests is not changed: whoever
 * cannot open it may not choose new digits either. Only a slow hash (argon2id) of them is kept.
 */
export async function lockReportDraft(
  grant: Grant<'report.draft'>,
  token: string,
  pin: string | null,
): Promise<Result<null, { readonly code: 'draft_gone' | 'draft_resting' }>> {
  const pinHash = pin === null ? null : await hashPassword(pin)
  const at = now()
  return within(grant, async (on) => {
    const draft = await findDraft(on, token, { lock: true, now: at })
    if (draft === null) return err({ code: 'draft_gone' })
    if (isResting(draft.lastSeenAt, at)) return err({ code: 'draft_resting' })
    await setDraftPin(on, draft.id, pinHash)
    return ok(null)
  })
}
