'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { PARTY_ROWS, partyValues, partyWord } from '@/components/parties/party-fields'
import { similarPreview } from '@/components/parties/similar-preview'
import { STEP_FIELD, STEPS, type PreviewState } from '@/components/settings/preview-state'
import { notHere } from '@/lib/access/not-here'
import { findParty } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import { readFields, type FieldValues } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { lostRace } from '@/lib/http/lost-race'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { editPartySchema, licenceStatusSchema, mergeSchema, newPartySchema } from '@/lib/schemas/parties/party-form'
import { mergeParties, undoMerge } from '@/lib/usecases/parties/merge-parties'
import { changeParty, createParty, noteLicenceStatus } from '@/lib/usecases/parties/save-party'
import { forgetHeld, grantOrHold } from '../cases/[number]/held-form'

const LISTS = ['roles']

/** Writes a party down, unless similar ones are there that nobody has looked at. */
export async function createPartyAction(
  language: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState | PreviewState> {
  const locale = toLocale(language)
  const held = { name: 'new-party', number: '', locale, address: `/${locale}/parties/new`, lists: LISTS }
  const passed = await grantOrHold('party.write', held, data)
  if ('state' in passed) return passed.state
  const step = data.get(STEP_FIELD)
  data.delete(STEP_FIELD)
  if (step === STEPS.again) return { status: 'again', values: readFields(data, LISTS) }
  const form = parseForm(newPartySchema, data, { lists: LISTS })
  if (!form.ok) return form.state
  const done = await createParty(passed.grant, { ...form.value, isSureNew: step === STEPS.confirm })
  if (!done.ok) return similarPreview(translatorFor(locale), done.error.similar, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/parties/${done.value}?done=saved`)
}

export async function changePartyAction(
  language: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const held = { name: 'party', number: id, locale, address: `/${locale}/parties/${id}/edit`, lists: LISTS }
  const passed = await grantOrHold('party.write', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(editPartySchema, data, { lists: LISTS })
  if (!form.ok) return form.state
  const done = await changeParty(passed.grant, { id, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) {
    revalidatePath(held.address)
    const party = await within(passed.grant, (on) => findParty(on, id))
    if (party === null) notHere(locale)
    const say = (field: string, value: string) => partyWord(translatorFor(locale), field, value)
    return lostRace({ typed: form.values, now: partyValues(party), groups: PARTY_ROWS, say })
  }
  await forgetHeld(held)
  redirect(`/${locale}/parties/${id}?done=saved`)
}

export async function noteStatusAction(
  language: string,
  id: string,
  licenceId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const held = { name: 'licence', number: licenceId, locale, address: `/${locale}/parties/${id}/licences/${licenceId}` }
  const passed = await grantOrHold('party.write', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(licenceStatusSchema, data)
  if (!form.ok) return form.state
  const done = await noteLicenceStatus(passed.grant, { id, licenceId, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return lookAgain(held.address, done.error.code, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/parties/${id}?done=saved`)
}

export async function mergeAction(
  language: string,
  fromId: string,
  intoId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const held = { name: 'merge', number: fromId, locale, address: `/${locale}/parties/${fromId}/merge?into=${intoId}` }
  const passed = await grantOrHold('party.write', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(mergeSchema, data)
  if (!form.ok) return form.state
  const done = await mergeParties(passed.grant, { fromId, intoId, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return lookAgain(held.address, done.error.code, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/parties/${intoId}?done=merged`)
}

export async function undoMergeAction(
  language: string,
  partyId: string,
  mergeId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const held = { name: 'undo-merge', number: mergeId, locale, address: `/${locale}/parties/${partyId}` }
  const passed = await grantOrHold('party.write', held, data)
  if ('state' in passed) return passed.state
  if (!isId(mergeId)) notHere(locale)
  const done = await undoMerge(passed.grant, mergeId)
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, {})
  redirect(`/${locale}/parties/${partyId}?done=unmerged`)
}

/** The page is read again, so that the same words can be sent with the version there is now. */
function lookAgain(address: string, code: string, values: FieldValues): FormState {
  const [page = address] = address.split('?')
  revalidatePath(page)
  return refused(code, values)
}
