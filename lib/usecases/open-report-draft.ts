import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findDraft, type Draft } from '@/lib/data/drafts'
import { keepAwake } from '@/lib/data/resting-drafts'
import { within } from '@/lib/data/within'
import { isResting } from '@/lib/domain/report/resting'
import { now } from '@/lib/platform/clock'
import type { FilingPermission, ReportDraftKind } from './save-report-step'

/** `resting`: nobody looked for a while, so nothing is shown before somebody asks (with the digits, where there are some). */
export type OpenedDraft =
  | { readonly state: 'lost' }
  | { readonly state: 'resting'; readonly hasPin: boolean }
  | { readonly state: 'open'; readonly draft: Draft }

/**
 * The draft of a token, or that it rests. Staff have their own session, which ends by itself: what they write down for a
 * worker never rests.
 */
export function openReportDraft(
  grant: Grant<FilingPermission>,
  token: string,
  kind: ReportDraftKind,
): Promise<OpenedDraft> {
  const at = now()
  return within(grant, async (on) => {
    const draft = await findDraft(on, token, { now: at })
    if (draft === null || draft.kind !== kind) return { state: 'lost' }
    if (kind === 'assisted_report') return { state: 'open', draft }
    if (isResting(draft.lastSeenAt, at)) return { state: 'resting', hasPin: draft.pinHash !== null }
    await keepAwake(on, draft, at)
    return { state: 'open', draft }
  })
}
