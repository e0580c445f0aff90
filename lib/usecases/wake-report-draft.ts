import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { passwordFits } from '@/lib/auth/password'
import { deleteDraft, findDraft } from '@/lib/data/drafts'
import { countPinTry, restDraft, touchDraft } from '@/lib/data/resting-drafts'
import { within } from '@/lib/data/within'
import { PIN_TRIES, readPin } from '@/lib/domain/report/resting'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `pin_wrong`: with how many tries are left; `pin_deleted`: that was the last one, the answers are gone. */
export type WakeError =
  | { readonly code: 'draft_gone' | 'pin_deleted' }
  | { readonly code: 'pin_wrong'; readonly left: number }

/**
 * Opens a resting draft again: with the digits where the worker chose some, with a press otherwise. The draft is locked
 * while the digits are compared, so that tries at the same moment all count.
 */
export function wakeReportDraft(
  grant: Grant<'report.draft'>,
  token: string,
  typed: string,
): Promise<Result<null, WakeError>> {
  const at = now()
  return within(grant, async (on) => {
    const draft = await findDraft(on, token, { lock: true, now: at })
    if (draft === null) return err({ code: 'draft_gone' })
    if (draft.pinHash !== null) {
      const read = readPin(typed)
      if (!read.ok || !(await passwordFits(read.pin, draft.pinHash))) {
        const left = PIN_TRIES - draft.pinTries - 1
        // A receipt is no draft any more: its case is with us, so only the tries end, not the report.
        if (left <= 0) await deleteDraft(on, token)
        else await countPinTry(on, draft.id)
        return err(left <= 0 ? { code: 'pin_deleted' } : { code: 'pin_wrong', left })
      }
    }
    await touchDraft(on, draft.id, at)
    return ok(null)
  })
}

/** Puts a draft to rest now: somebody left the page alone, or wants it off the screen. */
export function restReportDraft(grant: Grant<'report.draft'>, token: string): Promise<void> {
  return within(grant, (on) => restDraft(on, token))
}
