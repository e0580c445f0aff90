'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { deleteEverything, keepTicket, removeFee, saveFeeScreen, saveQuestion } from '@/app/[locale]/_filing/actions'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { stepPath } from '@/app/[locale]/_filing/paths'
import {
  pagePlace,
  readPlace,
  type feePlace,
  type feeRemovalPlace,
  type questionPlace,
} from '@/app/[locale]/_filing/place'
import { saveDraft, unsaved } from '@/app/[locale]/_filing/save-draft'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { findFilingGrant } from '@/lib/access/filing'
import { beginKiosk } from '@/lib/auth/kiosk'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { assistedSendSchema, assistedStartSchema, kioskStartSchema } from '@/lib/schemas/report/assisted-form'
import { stepToResume } from '@/lib/schemas/report/step-to-resume'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { submitAssistedReport } from '@/lib/usecases/submit-report'
import { staffFiling } from './staff-filing'

export async function saveQuestionAction(
  place: z.input<typeof questionPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveQuestion(staffFiling, place, data)
}

export async function saveFeeScreenAction(
  place: z.input<typeof feePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveFeeScreen(staffFiling, place, data)
}

export async function removeFeeAction(
  place: z.input<typeof feeRemovalPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return removeFee(staffFiling, place, data)
}

export async function deleteEverythingAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return deleteEverything(staffFiling, place)
}

export async function keepTicketAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return keepTicket(staffFiling, place)
}

/** Begins a report for a worker, or changes how it came; then on with the questions. */
export async function beginAction(
  place: z.input<typeof pagePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { locale } = readPlace(pagePlace, place)
  const form = parseForm(assistedStartSchema, data)
  if (!form.ok) return form.state
  const saved = await saveDraft(staffFiling, locale, 'grievances', data, (draft) => ({
    ...draft,
    assisted: form.value,
  }))
  if (!saved.ok) return unsaved(saved.error, form.values)
  const { answers } = saved.value.after
  redirect(stepPath(staffFiling, locale, stepToResume(answers), answers))
}

/**
 * Hands this browser over to the worker: from now on it shows the worker's questions and nothing of the staff. What an earlier worker
 * left unsent goes, unless the officer says that it is the same one.
 */
export async function beginKioskAction(
  place: z.input<typeof pagePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  readPlace(pagePlace, place)
  const form = parseForm(kioskStartSchema, data)
  if (!form.ok) return form.state
  const token = await readCookie('kiosk')
  const grant = await findFilingGrant(token ?? '')
  if (grant === null) return refused('session_over', form.values)
  if (form.value.goOn !== 'yes') {
    if (token !== undefined) await deleteReportDraft(grant, token)
    await clearCookie('kiosk')
  }
  await beginKiosk(grant)
  redirect(`/${form.value.workerLanguage}/kiosk`)
}

/** Sends the draft with the worker's agreement and its witness. Sending twice gives the first receipt again. */
export async function sendAction(
  place: z.input<typeof pagePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { locale } = readPlace(pagePlace, place)
  const base = staffFiling.base(locale)
  const form = parseForm(assistedSendSchema, data)
  if (!form.ok) return form.state
  const token = await readCookie(staffFiling.cookie)
  const grant = await findFilingGrant(token ?? '')
  if (grant === null) return refused('session_over', form.values)
  const filing = await openFiling(staffFiling, locale)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  if (filing.state !== 'open' || token === undefined) redirect(`${base}?gone=1`)
  const { answers, assisted } = filing.draft
  // A draft that was lost and began again does not know how the report came: ask once more.
  if (assisted.channel === undefined) redirect(base)
  const { consentMethod, witnessed: _witnessed, ...person } = form.value
  const sent = await submitAssistedReport(grant, {
    answers: { ...answers, person },
    locale: assisted.language ?? locale,
    channel: assisted.channel,
    consentMethod,
    token,
  })
  if (!sent.ok && sent.error.code === 'draft_missing') redirect(`${base}?gone=1`)
  if (!sent.ok) return invalidField('', { key: 'errors.story_or_fee' }, form.values)
  redirect(`${base}/receipt`)
}
