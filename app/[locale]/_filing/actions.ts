import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { withOpenAnswers } from '@/components/report/open-answers'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { nextFeeScreen } from '@/lib/domain/report/report-steps'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { FEE_FORMS, FEE_LINES_MAXIMUM, feeIndexOf, withFeeLine, withoutFeeLine } from '@/lib/schemas/report/fee-forms'
import { STEP_FORMS } from '@/lib/schemas/report/step-forms'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { keepReceipt } from '@/lib/usecases/keep-receipt'
import type { FilingMode } from './filing-mode'
import { pathAfter, saying } from './paths'
import { feePlace, feeRemovalPlace, pagePlace, questionPlace, readPlace } from './place'
import { saveDraft } from './save-draft'

/** Saves the answer to one question and goes on. "Skip this" leaves the answer as it was. */
export async function saveQuestion(
  mode: FilingMode,
  posted: z.input<typeof questionPlace>,
  data: FormData,
): Promise<FormState> {
  const { locale, step, back } = readPlace(questionPlace, posted)
  const form = STEP_FORMS[step]
  const parsed = data.has('skip') ? null : parseForm(form.schema, data, { lists: form.lists ?? [] })
  if (parsed?.ok === false) return withOpenAnswers(parsed.state, translatorFor(locale))
  const saved = await saveDraft(mode, locale, (draft) =>
    parsed === null ? draft : { ...draft, answers: form.change(draft.answers, parsed.value) },
  )
  if (saved === null) return refused('session_over', readFields(data, form.lists))
  const path = pathAfter(
    mode,
    locale,
    step,
    { before: saved.before, after: saved.after.answers },
    saved.isFresh ? undefined : back,
  )
  redirect(saved.isFresh ? saying(path, 'fresh') : path)
}

/** Saves one screen of a payment and goes on to its next one, or back to where the change began. */
export async function saveFeeScreen(
  mode: FilingMode,
  posted: z.input<typeof feePlace>,
  data: FormData,
): Promise<FormState> {
  const { locale, number, screen, back } = readPlace(feePlace, posted)
  const form = FEE_FORMS[screen]
  const parsed = data.has('skip') ? null : parseForm(form.schemaOn(dayInJapan(now())), data)
  if (parsed?.ok === false) return withOpenAnswers(parsed.state, translatorFor(locale))
  if (number > FEE_LINES_MAXIMUM) return refused('fees_full', readFields(data))
  const saved = await saveDraft(mode, locale, (draft) =>
    parsed === null
      ? draft
      : { ...draft, answers: withFeeLine(draft.answers, number, (line) => form.change(line, parsed.value)) },
  )
  if (saved === null) return refused('session_over', readFields(data))
  const base = mode.base(locale)
  const next = nextFeeScreen(screen)
  const line = feeIndexOf(saved.before, number) + 1
  const path =
    back !== undefined && !saved.isFresh
      ? `${base}/${back}`
      : next === null
        ? `${base}/fees`
        : `${base}/fees/${line}/${next}`
  redirect(saved.isFresh ? saying(path, 'fresh') : path)
}

/** Takes one payment away. */
export async function removeFee(mode: FilingMode, posted: z.input<typeof feeRemovalPlace>): Promise<FormState> {
  const { locale, number, count, back } = readPlace(feeRemovalPlace, posted)
  const saved = await saveDraft(mode, locale, (draft) => ({
    ...draft,
    answers: withoutFeeLine(draft.answers, number, count),
  }))
  if (saved === null) return refused('session_over', {})
  redirect(saying(`${mode.base(locale)}/${back ?? 'fees'}`, saved.isFresh ? 'fresh' : 'removed'))
}

/** Deletes what was not sent, and forgets it in this browser. */
export async function deleteEverything(mode: FilingMode, posted: z.input<typeof pagePlace>): Promise<FormState> {
  const base = mode.base(readPlace(pagePlace, posted).locale)
  const token = await readCookie(mode.cookie)
  const grant = await mode.grantFor(token ?? '')
  if (grant === null) return refused('session_over', {})
  const deleted = token === undefined ? null : await deleteReportDraft(grant, token)
  if (deleted?.ok === false) redirect(`${base}/receipt?sent=1`)
  await clearCookie(mode.cookie)
  redirect(`${base}?deleted=1`)
}

/** Number and code are written down: from now on nobody sees the code again. */
export async function keepTicket(mode: FilingMode, posted: z.input<typeof pagePlace>): Promise<FormState> {
  const { locale } = readPlace(pagePlace, posted)
  const token = await readCookie(mode.cookie)
  const grant = await mode.grantFor(token ?? '')
  if (grant === null) return refused('session_over', {})
  const number = token === undefined ? null : await keepReceipt(grant, token)
  await clearCookie(mode.cookie)
  redirect(mode.afterReceipt(locale, number))
}
