import { redirect } from 'next/navigation'
import { readCookie, setCookie } from '@/lib/access/cookies'
import { DRAFT_HOURS } from '@/lib/data/drafts'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import type { ReportStep } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import { emptyDraft, type ReportDraft } from '@/lib/schemas/report/draft-payload'
import { saveReportStep } from '@/lib/usecases/save-report-step'
import { startReport } from '@/lib/usecases/start-report'
import type { FilingMode } from './filing-mode'

const COOKIE_SECONDS = DRAFT_HOURS * 3600

/** The answers before and after; `isFresh` when an earlier draft was lost and a new one began with what was just typed. */
export type Saved = { readonly before: ReportAnswers; readonly after: ReportDraft; readonly isFresh: boolean }

/**
 * Saves one screen. Without a draft, or with a cookie that leads nowhere, a new one begins, so that what was typed is never lost.
 * What was sent already is not changed: on to its receipt. Null when a session of staff has ended.
 */
export async function saveDraft(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  change: (draft: ReportDraft) => ReportDraft,
): Promise<Saved | null> {
  const token = await readCookie(mode.cookie)
  const grant = await mode.grantFor(token ?? '')
  if (grant === null) return null
  let before = emptyDraft().answers
  const remember = (draft: ReportDraft) => {
    before = draft.answers
    return change(draft)
  }
  const saved = await saveReportStep(grant, token, { kind: mode.kind, locale, change: remember })
  if (saved.ok && token !== undefined) {
    await setCookie(mode.cookie, token, COOKIE_SECONDS)
    return { before, after: saved.value, isFresh: false }
  }
  if (!saved.ok && saved.error.code === 'already_sent') redirect(`${mode.base(locale)}/receipt?sent=1`)
  // Only the first question is answered without a draft: at any other one, no cookie means that the answers before are lost.
  const isLoss = (token !== undefined && token !== '') || step !== 'grievances' || !mode.beginsWithoutDraft
  return startAgain(mode, locale, change, isLoss)
}

async function startAgain(
  mode: FilingMode,
  locale: Locale,
  change: (draft: ReportDraft) => ReportDraft,
  isFresh: boolean,
): Promise<Saved | null> {
  const empty = emptyDraft()
  const changed = change(empty)
  const draft = { ...changed, answers: prune(changed.answers) }
  const token = await startReport(mode.grantFor, { kind: mode.kind, locale, draft })
  if (token === null) return null
  await setCookie(mode.cookie, token, COOKIE_SECONDS)
  return { before: empty.answers, after: draft, isFresh }
}
