import { redirect } from 'next/navigation'
import { readCookie } from '@/lib/access/cookies'
import { findDraft, type SealedReceipt } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import type { Locale } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'
import { readDraftPayload, type ReportDraft } from '@/lib/schemas/report/draft-payload'
import type { FilingMode } from './filing-mode'

/** What the cookie of this browser leads to. `lost`: there was a draft; it is past its time, deleted, or the cookie is not ours. */
export type Filing =
  | { readonly state: 'none' }
  | { readonly state: 'lost' }
  | { readonly state: 'open'; readonly draft: ReportDraft }
  | { readonly state: 'sent'; readonly receipt: SealedReceipt }

/** The draft or the receipt of this browser. */
export async function openFiling(mode: FilingMode, locale: Locale): Promise<Filing> {
  await mode.enter(locale)
  const token = await readCookie(mode.cookie)
  if (token === undefined || token === '') return { state: 'none' }
  const grant = await mode.grantFor(token)
  if (grant === null) return { state: 'none' }
  const found = await within(grant, (on) => findDraft(on, token, { now: now() }))
  if (found === null || found.kind !== mode.kind) return { state: 'lost' }
  if (found.receipt !== null) return { state: 'sent', receipt: found.receipt }
  return { state: 'open', draft: readDraftPayload(found.payload) }
}

/** The draft of a page that makes no sense without one: otherwise to the receipt of what was sent, or to the first page. */
export async function requireDraft(mode: FilingMode, locale: Locale): Promise<ReportDraft> {
  const filing = await openFiling(mode, locale)
  if (filing.state === 'open') return filing.draft
  if (filing.state === 'sent') redirect(`${mode.base(locale)}/receipt?sent=1`)
  redirect(filing.state === 'lost' ? `${mode.base(locale)}?gone=1` : mode.base(locale))
}
