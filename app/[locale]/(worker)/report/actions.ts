'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { deleteEverything, keepTicket, removeFee, saveFeeScreen, saveQuestion } from '@/app/[locale]/_filing/actions'
import { openFiling, restPath } from '@/app/[locale]/_filing/open-filing'
import {
  pagePlace,
  readPlace,
  type feePlace,
  type feeRemovalPlace,
  type questionPlace,
} from '@/app/[locale]/_filing/place'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { doorGrant, submitGrant } from '@/lib/access/door'
import { isUrgent } from '@/lib/domain/report/open-case'
import { readFields } from '@/lib/http/form-fields'
import { heldBack, invalidField, type FormState } from '@/lib/http/form-state'
import { ownNetwork } from '@/lib/http/own-network'
import { readProof } from '@/lib/http/read-proof'
import { hashToken } from '@/lib/platform/token'
import { takeTurn } from '@/lib/usecases/abuse/take-turn'
import { submitReport } from '@/lib/usecases/submit-report'
import { waitingFiling, workerFiling } from './worker-filing'

export async function saveQuestionAction(
  place: z.input<typeof questionPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveQuestion(workerFiling, place, data)
}

export async function saveFeeScreenAction(
  place: z.input<typeof feePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return saveFeeScreen(workerFiling, place, data)
}

export async function removeFeeAction(
  place: z.input<typeof feeRemovalPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return removeFee(workerFiling, place, data)
}

export async function deleteEverythingAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return deleteEverything(workerFiling, place)
}

export async function keepTicketAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return keepTicket(workerFiling, place)
}

export async function keepWaitingTicketAction(place: z.input<typeof pagePlace>): Promise<FormState> {
  return keepTicket(waitingFiling, place)
}

/** Sends the draft as it was saved. Sending twice gives the first receipt again. */
export async function sendAction(
  place: z.input<typeof pagePlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { locale } = readPlace(pagePlace, place)
  const receipt = `${workerFiling.base(locale)}/receipt`
  const filing = await openFiling(workerFiling, locale)
  if (filing.state === 'resting') redirect(restPath(workerFiling, locale))
  if (filing.state === 'sent') redirect(`${receipt}?sent=1`)
  const token = await readCookie(workerFiling.cookie)
  if (filing.state !== 'open' || token === undefined) redirect(`${workerFiling.base(locale)}?gone=1`)
  const turn = await takeTurn(doorGrant(), {
    name: 'report',
    network: await ownNetwork(),
    boundTo: Buffer.from(hashToken(token)).toString('base64url'),
    isUrgent: isUrgent(filing.draft.answers),
    proof: readProof(data),
  })
  if (!turn.ok) return heldBack(turn.error.challenge, readFields(data))
  const sent = await submitReport(submitGrant(token), { answers: filing.draft.answers, locale, channel: 'web', token })
  if (!sent.ok && sent.error.code === 'draft_missing') redirect(`${workerFiling.base(locale)}?gone=1`)
  if (!sent.ok) return invalidField('', { key: 'errors.story_or_fee' }, readFields(data))
  // What is shown now is the receipt of this report.
  await clearCookie('receipt')
  redirect(receipt)
}
