import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findDraft, updateDraft } from '@/lib/data/drafts'
import { touchDraft } from '@/lib/data/resting-drafts'
import { within } from '@/lib/data/within'
import { prune } from '@/lib/domain/report/reached-answers'
import { isResting } from '@/lib/domain/report/resting'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { readDraftPayload, type ReportDraft } from '@/lib/schemas/report/draft-payload'

/** A worker with the pass of their own draft, or staff who write for a worker. */
export type FilingPermission = 'report.draft' | 'case.file_for_worker'
export type ReportDraftKind = 'report' | 'assisted_report'

/** `draft_gone`: no draft under this token any more; `already_sent`: it has become a case. */
export type SaveStepError = { readonly code: 'draft_gone' | 'already_sent' }

/**
 * Merges one step into the draft: the draft is locked first, so that two posts at once both count, and answers that the
 * path no longer reaches are dropped. Returns the draft as it is now.
 */
export function saveReportStep(
  grant: Grant<FilingPermission>,
  token: string | undefined,
  save: {
    readonly kind: ReportDraftKind
    readonly locale: string
    readonly change: (draft: ReportDraft) => ReportDraft
  },
): Promise<Result<ReportDraft, SaveStepError>> {
  const at = now()
  return within(grant, async (on) => {
    const found = await findDraft(on, token, { lock: true, now: at })
    if (token === undefined || found === null || found.kind !== save.kind) return err({ code: 'draft_gone' })
    if (found.receipt !== null) return err({ code: 'already_sent' })
    const changed = save.change(readDraftPayload(found.payload))
    const draft = { ...changed, answers: prune(changed.answers) }
    await updateDraft(on, token, found.id, { payload: draft, locale: save.locale, now: at })
    // Who wrote for a quarter of an hour was there all the time; but only the digits open what they lock.
    if (found.pinHash === null || !isResting(found.lastSeenAt, at)) await touchDraft(on, found.id, at)
    return ok(draft)
  })
}
