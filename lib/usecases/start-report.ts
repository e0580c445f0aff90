import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import type { ReportDraft } from '@/lib/schemas/report/draft-payload'
import { newToken } from '@/lib/platform/token'
import type { FilingPermission, ReportDraftKind } from './save-report-step'

/**
 * Starts a draft with what was typed first and returns its token, the only thing by which it is found again.
 * The token is made here, so the caller says how a pass for it is opened; null when it may not be (any more).
 */
export async function startReport(
  grantFor: (token: string) => Promise<Grant<FilingPermission> | null>,
  start: { readonly kind: ReportDraftKind; readonly locale: string; readonly draft: ReportDraft },
): Promise<string | null> {
  const token = newToken()
  const grant = await grantFor(token)
  if (grant === null) return null
  await within(grant, (on) =>
    insertDraft(on, token, { kind: start.kind, locale: start.locale, payload: start.draft, now: now() }),
  )
  return token
}
