import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { insertWaitingDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { hashToken } from '@/lib/platform/token'
import { emptyDraft } from '@/lib/schemas/report/draft-payload'

/**
 * A place for the files of a report that waits on a phone: its draft, unless there is one. The report itself comes afterwards
 * under the same token (submitWaitingReport); without it the draft and its files go after a day.
 */
export function beginWaitingDraft(token: string): Promise<void> {
  const grant = grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit', hashToken(token))
  return within(grant, (on) => insertWaitingDraft(on, token, { locale: 'en', payload: emptyDraft(), now: now() }))
}
