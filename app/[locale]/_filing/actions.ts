import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { withOpenAnswers } from '@/components/report/open-answers'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { readPosterCode, viaQuery } from '@/lib/domain/posters/poster-code'
import { nextFeeScreen } from '@/lib/domain/report/report-steps'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { emptyDraft } from '@/lib/schemas/report/draft-payload'
import { FEE_FORMS, FEE_LINES_MAXIMUM, feeIndexOf, withFeeLine, withoutFeeLine } from '@/lib/schemas/report/fee-forms'
import { STEP_FORMS } from '@/lib/schemas/report/step-forms'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { keepReceipt } from '@/lib/usecases/keep-receipt'
import type { FilingMode } from './filing-mode'
import { pressedIn, readPressed, saysMore } from './leaving'
import { restPath } from './open-filing'
import { pathAfter, pathBefore, pathBeforeScreen, saying } from './paths'
import { feePlace, feeRemovalPlace, pagePlace, questionPlace, readPlace } from './place'
import { saveDraft, unsaved } from './save-draft'

/** Questions that are answered by writing: what was written is kept also when "Skip this" is pressed. */
const WRITTEN: readonly string[] = ['party_names', 'debt', 'pay', 'story', 'contact_details']

/**
 * Saves the answer to one question and goes on. Who goes back or changes the language is not held up, and what the form
 * says so far is kept. "Do not change" leaves the answer as it was.
 */
export async function saveQuestion(
  mode: FilingMode,
  posted: z.input<typeof questionPlace>,
  data: FormData,
): Promise<FormState> {
  const { locale, step, back, via } = readPlace(questionPlace, posted)
  const form = STEP_FORMS[step]
  const pressed = pressedIn(data)
  const isCancelled = pressed.kind === 'skip' && (back !== undefined || !WRITTEN.includes(step))
  const read = isCancelled
    ? 'nothing'
    : readPressed(pressed, data, (fields) => parseForm(form.schema, fields, { lists: form.lists ?? [] }))
  if (read !== 'nothing' && !read.ok) return withOpenAnswers(read.state, translatorFor(locale))
  const query = back === undefined ? viaQuery(via) : `?back=${back}`
  const here = (language: Locale) => `${mode.base(language)}/${step}${query}`
  // Who only looks has no draft, in any language.
  const saysNothing = read === 'nothing' || !saysMore(read.values, {})
  if (pressed.kind === 'switch' && saysNothing) redirect(here(pressed.locale))
  if (pressed.kind === 'rest' && saysNothing) redirect(await pathToRest(mode, locale))
  if (pressed.kind === 'back' && saysNothing && step === 'grievances')
    redirect(`${pathBefore(mode, locale, step, emptyDraft().answers, back)}${viaQuery(via)}`)
  const language = pressed.kind === 'switch' ? pressed.locale : locale
  const saved = await saveDraft(mode, language, step, data, (draft) =>
    read === 'nothing' || (pressed.kind !== 'go_on' && !saysMore(read.values, form.fieldsOf(draft.answers)))
      ? draft
      : { ...draft, answers: form.change(draft.answers, read.value), via: readPosterCode(via) ?? draft.via },
  )
  if (!saved.ok) return unsaved(saved.error, readFields(data, form.lists))
  if (pressed.kind === 'rest') redirect(await pathToRest(mode, locale))
  const { before, after, isFresh } = saved.value
  const onward = () =>
    pressed.kind === 'switch'
      ? here(pressed.locale)
      : pressed.kind === 'files'
        ? `${mode.base(locale)}/files${back === 'check' ? '?back=check' : ''}`
        : pressed.kind === 'back'
          ? pathBefore(mode, locale, step, after.answers, back)
          : pathAfter(mode, locale, step, { before, after: after.answers }, isFresh ? undefined : back)
  redirect(isFresh ? saying(onward(), 'fresh') : onward())
}

/** Saves one screen of a payment and goes on to its next one, or back to where the change began; leaving as above. */
export async function saveFeeScreen(
  mode: FilingMode,
  posted: z.input<typeof feePlace>,
  data: FormData,
): Promise<FormState> {
  const { locale, number, screen, back } = readPlace(feePlace, posted)
  const form = FEE_FORMS[screen]
  const pressed = pressedIn(data)
  const isCancelled = pressed.kind === 'skip' && back !== undefined
  const read = isCancelled
    ? 'nothing'
    : readPressed(pressed, data, (fields) =>
        parseForm(form.schemaOn(dayInJapan(now())), fields, { lists: form.lists ?? [] }),
      )
  if (read !== 'nothing' && !read.ok) return withOpenAnswers(read.state, translatorFor(locale))
  if (number > FEE_LINES_MAXIMUM) return refused('fees_full', readFields(data, form.lists))
  const language = pressed.kind === 'switch' ? pressed.locale : locale
  const saved = await saveDraft(mode, language, 'fees', data, (draft) => {
    const line = draft.answers.fees[number - 1] ?? {}
    const known = form.fieldsOf(line, line.currency ?? 'JPY')
    if (read === 'nothing' || (pressed.kind !== 'go_on' && !saysMore(read.values, known))) return draft
    return { ...draft, answers: withFeeLine(draft.answers, number, (old) => form.change(old, read.value)) }
  })
  if (!saved.ok) return unsaved(saved.error, readFields(data, form.lists))
  if (pressed.kind === 'rest') redirect(await pathToRest(mode, locale))
  const base = mode.base(language)
  const next = nextFeeScreen(screen)
  const line = feeIndexOf(saved.value.before, number) + 1
  const query = back === undefined ? '' : `?back=${back}`
  const onward = () => {
    if (pressed.kind === 'switch') return `${base}/fees/${line}/${screen}${query}`
    if (pressed.kind === 'back') return pathBeforeScreen(mode, locale, line, screen, saved.value.after.answers, back)
    if (back !== undefined && !saved.value.isFresh) return `${base}/${back}`
    return next === null ? `${base}/fees` : `${base}/fees/${line}/${next}`
  }
  redirect(saved.value.isFresh ? saying(onward(), 'fresh') : onward())
}

/** Puts the draft to rest and leads to where it is asked for again; without a draft, to the first page. */
async function pathToRest(mode: FilingMode, locale: Locale): Promise<string> {
  const token = await readCookie(mode.cookie)
  if (mode.rest === undefined || token === undefined || token === '') return mode.base(locale)
  await mode.rest(token)
  return restPath(mode, locale)
}

/** Takes one payment away. */
export async function removeFee(
  mode: FilingMode,
  posted: z.input<typeof feeRemovalPlace>,
  data: FormData,
): Promise<FormState> {
  const { locale, number, count, back } = readPlace(feeRemovalPlace, posted)
  const saved = await saveDraft(mode, locale, 'fees', data, (draft) => ({
    ...draft,
    answers: withoutFeeLine(draft.answers, number, count),
  }))
  if (!saved.ok) return unsaved(saved.error, {})
  redirect(saying(`${mode.base(locale)}/${back ?? 'fees'}`, saved.value.isFresh ? 'fresh' : 'removed'))
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
