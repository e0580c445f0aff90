import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Grant } from '@/lib/access/grant'
import { passwordFits } from '@/lib/auth/password'
import { deleteDraft, findDraft, type Draft } from '@/lib/data/drafts'
import { countPinTry, restDraft, touchDraft } from '@/lib/data/resting-drafts'
import { within } from '@/lib/data/within'
import { PIN_TRIES, readPin } from '@/lib/domain/report/resting'
import { err, ok, type Result } from '@/lib/domain/result'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'

/** `pin_wrong`: with how many tries are left; `pin_deleted`: that was the last one, the answers are gone. */
export type WakeError =
  | { readonly code: 'draft_gone' | 'pin_deleted' }
  | { readonly code: 'pin_wrong'; readonly left: number }

/**
 * Opens a resting draft again: with the digits where the worker chose some, with a press otherwise. A try is counted before
 * the digits are compared, which is slow on purpose and holds no transaction: tries at the same moment all count. After the last
 * wrong one the draft is deleted. A receipt is not: it is the only copy of the code, so there each wrong try makes the next slower.
 */
export async function wakeReportDraft(
  grant: Grant<'report.draft'>,
  token: string,
  typed: string,
): Promise<Result<null, WakeError>> {
  const draft = await takeTry(grant, token)
  if (draft === null) return err({ code: 'draft_gone' })
  const { pinHash, receipt } = draft
  if (pinHash === null) return ok(null)
  const tries = draft.pinTries + 1
  if (receipt !== null) await wait(slowingDelayMs(draft.pinTries))
  else if (tries > PIN_TRIES) return err({ code: 'pin_deleted' })
  const read = readPin(typed)
  if (read.ok && (await passwordFits(read.pin, pinHash))) {
    await within(grant, (on) => touchDraft(on, draft.id, now()))
    return ok(null)
  }
  if (tries < PIN_TRIES || receipt !== null) return err({ code: 'pin_wrong', left: Math.max(1, PIN_TRIES - tries) })
  await within(grant, (on) => deleteDraft(on, token))
  return err({ code: 'pin_deleted' })
}

/** The draft as it was before this try, which is counted; without digits a press is enough and nothing is counted. */
function takeTry(grant: Grant<'report.draft'>, token: string): Promise<Draft | null> {
  const at = now()
  return within(grant, async (on) => {
    const draft = await findDraft(on, token, { lock: true, now: at })
    if (draft === null) return null
    if (draft.pinHash === null) await touchDraft(on, draft.id, at)
    else await countPinTry(on, draft.id)
    return draft
  })
}

/** Puts a draft to rest now: somebody left the page alone, or wants it off the screen. */
export function restReportDraft(grant: Grant<'report.draft'>, token: string): Promise<void> {
  return within(grant, (on) => restDraft(on, token))
}
