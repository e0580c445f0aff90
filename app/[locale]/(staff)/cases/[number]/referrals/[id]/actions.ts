'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { askSchema, outcomeSchema, secondSchema, sendSchema } from '@/lib/schemas/referral/acts'
import { requestMoveApproval } from '@/lib/usecases/approve-move'
import { changeCaseState } from '@/lib/usecases/change-case-state'
import { askForConsent } from '@/lib/usecases/referrals/ask-for-consent'
import { makePack } from '@/lib/usecases/referrals/make-pack'
import { scanAgreedFiles } from '@/lib/usecases/referrals/scan-agreed-files'
import { recordOutcome, tellWorkerOfSending } from '@/lib/usecases/referrals/record-outcome'
import type { FieldValues } from '@/lib/http/form-fields'
import { forgetHeld, grantOrHold } from '../../held-form'
import { packWordsOf } from '../open-referral'

/** Where the forms of one referral stand. */
type Place = { readonly locale: string; readonly number: string; readonly id: string }

const addressOf = ({ locale, number, id }: Place) => `/${locale}/cases/${number}/referrals/${id}`
const heldOf = (place: Place, act: string) => ({
  name: `referral:${act}`,
  number: place.number,
  locale: place.locale,
  address: addressOf(place),
})

function no(place: Place, code: string, values: FieldValues): FormState {
  if (code === 'not_found') notHere(place.locale)
  revalidatePath(addressOf(place))
  return refused(code, values)
}

/** Puts the question on the worker's own page. */
export async function askAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const passed = await grantOrHold('case.change_state', heldOf(place, 'ask'), data)
  if ('state' in passed) return passed.state
  const form = parseForm(askSchema, data)
  if (!form.ok) return form.state
  const { number, id } = place
  const done = await askForConsent(passed.grant, { number, referralId: id, validDays: form.value.validDays })
  if (!done.ok) return no(place, done.error.code, form.values)
  redirect(`${addressOf(place)}?done=asked`)
}

/** Makes the pack of a body outside, or sends: to another office its share; what was handed over by hand is marked. */
export async function sendAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const held = heldOf(place, 'send')
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(sendSchema, data)
  if (!form.ok) return form.state
  const { number, id } = place
  const words = await packWordsOf(passed.grant, number, id)
  if (!words) notHere(place.locale)
  const { version, requestId, sentHow, isToldNow, act, ...rest } = form.value
  await scanAgreedFiles(passed.grant, number, id)
  if (act === 'pack') {
    const made = await makePack(passed.grant, { ...rest, number, referralId: id, words })
    if (!made.ok) return no(place, made.error.code, form.values)
    redirect(`${addressOf(place)}?done=packed#pack`)
  }
  if (words.isOutside && sentHow === undefined)
    return invalidField('sentHow', { key: 'referrals.how_required' }, form.values)
  const done = await changeCaseState(passed.grant, {
    ...rest,
    number,
    version,
    requestId,
    to: 'referred',
    declared: isToldNow ? ['consent_told'] : [],
    referral: { words, sentHow },
  })
  if (!done.ok) return no(place, done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${addressOf(place)}?done=sent`)
}

/** Asks colleagues to confirm a sending without a yes. */
export async function askSecondAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const held = heldOf(place, 'second')
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(secondSchema, data)
  if (!form.ok) return form.state
  const done = await requestMoveApproval(passed.grant, {
    number: place.number,
    to: 'referred',
    reason: form.value.why,
  })
  if (!done.ok) return no(place, done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${addressOf(place)}?done=second`)
}

/** Writes down what a body outside made of it. */
export async function outcomeAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const held = heldOf(place, 'outcome')
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(outcomeSchema, data)
  if (!form.ok) return form.state
  const { code, words, version } = form.value
  const done = await recordOutcome(passed.grant, {
    number: place.number,
    referralId: place.id,
    version,
    code,
    words: words || null,
    language: place.locale,
  })
  if (!done.ok) return no(place, done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${addressOf(place)}?done=outcome`)
}

/** The worker may read of a sending that saved a life. */
export async function tellAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const passed = await grantOrHold('case.change_state', heldOf(place, 'tell'), data)
  if ('state' in passed) return passed.state
  const done = await tellWorkerOfSending(passed.grant, { number: place.number, referralId: place.id })
  if (!done.ok) return no(place, done.error.code, {})
  redirect(`${addressOf(place)}?done=told`)
}
