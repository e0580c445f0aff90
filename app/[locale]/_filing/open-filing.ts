import { redirect } from 'next/navigation'
import { readCookie } from '@/lib/access/cookies'
import type { SealedReceipt } from '@/lib/data/drafts'
import type { Locale } from '@/lib/i18n/locales'
import { readDraftPayload, type ReportDraft } from '@/lib/schemas/report/draft-payload'
import { openReportDraft } from '@/lib/usecases/open-report-draft'
import type { FilingMode } from './filing-mode'

/** What the cookie of this browser leads to. `lost`: there was a draft; it is past its time, deleted, or the cookie is not ours. */
export type Filing =
  | { readonly state: 'none' }
  | { readonly state: 'lost' }
  | { readonly state: 'resting'; readonly hasPin: boolean }
  | { readonly state: 'open'; readonly draft: ReportDraft; readonly hasPin: boolean }
  | { readonly state: 'sent'; readonly receipt: SealedReceipt }

/** The draft or the receipt of this browser. */
export async function openFiling(mode: FilingMode, locale: Locale): Promise<Filing> {
  await mode.enter(locale)
  const token = await readCookie(mode.cookie)
  if (token === undefined || token === '') return { state: 'none' }
  const grant = await mode.grantFor(token)
  if (grant === null) return { state: 'none' }
  const opened = await openReportDraft(grant, token, mode.kind)
  if (opened.state !== 'open') return opened
  const { receipt, payload, pinHash } = opened.draft
  if (receipt !== null) return { state: 'sent', receipt }
  return { state: 'open', draft: readDraftPayload(payload), hasPin: pinHash !== null }
}

/** The draft of a page that makes no sense without one: otherwise to the receipt of what was sent, or to the first page. */
export async function requireDraft(mode: FilingMode, locale: Locale): Promise<ReportDraft> {
  const filing = await openFiling(mode, locale)
  if (filing.state === 'open') return filing.draft
  if (filing.state === 'resting') redirect(restPath(mode, locale))
  if (filing.state === 'sent') redirect(`${mode.base(locale)}/receipt?sent=1`)
  redirect(filing.state === 'lost' ? `${mode.base(locale)}?gone=1` : mode.base(locale))
}

/** Where a draft that was left alone is asked for again. */
export function restPath(mode: FilingMode, locale: Locale): string {
  return `${mode.base(locale)}/rest`
}
