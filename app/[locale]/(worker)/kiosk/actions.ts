'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { deleteEverything, keepTicket, removeFee, saveFeeScreen, saveQuestion } from '@/app/[locale]/_filing/actions'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import {
  pagePlace,
  readPlace,
  type feePlace,
  type feeRemovalPlace,
  type questionPlace,
} from '@/app/[locale]/_filing/place'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { doorGrant } from '@/lib/access/door'
import { currentKiosk, findKioskGrant } from '@/lib/access/kiosk'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { personSchema } from '@/lib/schemas/report/person-form'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'
import { submitAssistedReport } from '@/lib/usecases/submit-report'
import { kioskFiling } from './kiosk-filing'

export async function saveQuestionAction(
  place: z.input<typeof questionPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveQuestion(kioskFiling, place, data)
}

export async function saveFeeScreenAction(
  place: z.input<typeof feePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveFeeScreen(kioskFiling, place, data)
}

export async function removeFeeAction(
  place: z.input<typeof feeRemovalPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return removeFee(kioskFiling, place, data)
}

export async function deleteEverythingAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return deleteEverything(kioskFiling, place)
}

export async function keepTicketAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  await clearOwnCase()
  return keepTicket(kioskFiling, place)
}

/** The device goes to the next worker: nothing of the one before can be opened from here, whether the receipt was put away or not. */
export async function nextWorkerAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  const { locale } = readPlace(pagePlace, place)
  if ((await currentKiosk()) === null) return refused('session_over', {})
  await clearOwnCase()
  await clearCookie(kioskFiling.cookie)
  redirect(kioskFiling.base(locale))
}

/** The case that a worker looked at on this device, and what was typed there. */
async function clearOwnCase(): Promise<void> {
  const token = await readCookie('track')
  if (token !== undefined) await leaveOwnCase(doorGrant(), token)
  await Promise.all([clearCookie('track'), clearCookie('held')])
}

/** Sends what the worker answered and tapped on the officer's device. Sending twice gives the first receipt again. */
export async function sendAction(
  place: z.input<typeof pagePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { locale } = readPlace(pagePlace, place)
  const form = parseForm(personSchema, data)
  if (!form.ok) return form.state
  const base = kioskFiling.base(locale)
  const token = await readCookie(kioskFiling.cookie)
  const grant = await findKioskGrant(token ?? '')
  if (grant === null) return refused('session_over', readFields(data))
  const filing = await openFiling(kioskFiling, locale)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  if (filing.state !== 'open' || token === undefined) redirect(`${base}?gone=1`)
  const answers = { ...filing.draft.answers, person: form.value }
  const sent = await submitAssistedReport(grant, { answers, locale, channel: 'ngo', consentMethod: 'tap', token })
  if (!sent.ok && sent.error.code === 'draft_missing') redirect(`${base}?gone=1`)
  if (!sent.ok) return invalidField('', { key: 'errors.story_or_fee' }, readFields(data))
  redirect(`${base}/receipt`)
}
