import { redirect } from 'next/navigation'
import { readCookie, setCookie } from '@/lib/access/cookies'
import { DRAFT_HOURS } from '@/lib/data/drafts'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import type { ReportStep } from '@/lib/domain/report/report-steps'
import { err, ok, type Result } from '@/lib/domain/result'
import type { FieldValues } from '@/lib/http/form-fields'
import { heldBack, refused, type FormState } from '@/lib/http/form-state'
import { readProof } from '@/lib/http/read-proof'
import type { Locale } from '@/lib/i18n/locales'
import { emptyDraft, type ReportDraft } from '@/lib/schemas/report/draft-payload'
import type { HeldError } from '@/lib/usecases/abuse/take-turn'
import { saveReportStep } from '@/lib/usecases/save-report-step'
import { startReport } from '@/lib/usecases/start-report'
import type { FilingMode } from './filing-mode'

const COOKIE_SECONDS = DRAFT_HOURS * 3600

/** The answers before and after; `isFresh` when an earlier draft was lost and a new one began with what was just typed. */
export type Saved = { readonly before: ReportAnswers; readonly after: ReportDraft; readonly isFresh: boolean }

export type SaveDraftError = { readonly code: 'session_over' } | HeldError

/** Why a screen was not saved, with what was typed on it. */
export function unsaved(error: SaveDraftError, values: FieldValues): FormState {
  return error.code === 'held' ? heldBack(error.challenge, values) : refused(error.code, values)
}

/**
 * Saves one screen. Without a draft, or with a cookie that leads nowhere, a new one begins, so that what was typed is never lost.
 * What was sent already is not changed: on to its receipt. `session_over`: of staff; `held`: too many begin at once.
 */
export async function saveDraft(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  data: FormData,
  change: (draft: ReportDraft) => ReportDraft,
): Promise<Result<Saved, SaveDraftError>> {
  const token = await readCookie(mode.cookie)
  const grant = await mode.grantFor(token ?? '')
  if (grant === null) return err({ code: 'session_over' })
  let before = emptyDraft().answers
  const remember = (draft: ReportDraft) => {
    before = draft.answers
    return change(draft)
  }
  const saved = await saveReportStep(grant, token, { kind: mode.kind, locale, change: remember })
  if (saved.ok && token !== undefined) {
    await setCookie(mode.cookie, token, COOKIE_SECONDS)
    return ok({ before, after: saved.value, isFresh: false })
  }
  if (!saved.ok && saved.error.code === 'already_sent') redirect(`${mode.base(locale)}/receipt?sent=1`)
  // Only the first question is answered without a draft: at any other one, no cookie means that the answers before are lost.
  const isLoss = (token !== undefined && token !== '') || step !== 'grievances' || !mode.beginsWithoutDraft
  const turn = await mode.takeTurn?.(readProof(data), change(emptyDraft()).answers)
  return turn?.ok === false ? turn : startAgain(mode, locale, change, isLoss)
}

async function startAgain(
  mode: FilingMode,
  locale: Locale,
  change: (draft: ReportDraft) => ReportDraft,
  isFresh: boolean,
): Promise<Result<Saved, SaveDraftError>> {
  const empty = emptyDraft()
  const changed = change(empty)
  const draft = { ...changed, answers: prune(changed.answers) }
  const token = await startReport(mode.grantFor, { kind: mode.kind, locale, draft })
  if (token === null) return err({ code: 'session_over' })
  await setCookie(mode.cookie, token, COOKIE_SECONDS)
  return ok({ before: empty.answers, after: draft, isFresh })
}
