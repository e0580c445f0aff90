'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { isId } from '@/lib/platform/ids'
import {
  askOrganisationSchema,
  decideOrganisationSchema,
  organisationReplySchema,
} from '@/lib/schemas/statistics/organisations'
import { askForOrganisation, decideOrganisation, keepReply } from '@/lib/usecases/statistics/organisation-releases'
import { forgetHeld, grantOrHold } from '../../../cases/[number]/held-form'

const addressOf = (locale: string, partyId: string) => `/${locale}/statistics/organisations/${partyId}`

/** Asks that an organisation may be shown. */
export async function askOrganisationAction(
  locale: string,
  partyId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = addressOf(locale, partyId)
  const form = { name: 'organisation-ask', number: partyId, locale, address }
  const passed = await grantOrHold('organisation.ask', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(askOrganisationSchema, data)
  if (!parsed.ok) return parsed.state
  if (!isId(partyId)) notHere(locale)
  const done = await askForOrganisation(passed.grant, { ...parsed.value, partyId })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=1`)
}

/** Approves, refuses or withdraws. */
export async function decideOrganisationAction(
  locale: string,
  partyId: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = addressOf(locale, partyId)
  const form = { name: 'organisation-decision', number: partyId, locale, address }
  const passed = await grantOrHold('organisation.release', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(decideOrganisationSchema, data)
  if (!parsed.ok) return parsed.state
  if (!isId(id)) notHere(locale)
  const done = await decideOrganisation(passed.grant, {
    id,
    ...parsed.value,
    informedOn: parsed.value.informedOn ?? null,
  })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=1`)
}

/** Keeps the reply of an organisation, or takes it off. */
export async function keepReplyAction(
  locale: string,
  partyId: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = addressOf(locale, partyId)
  const form = { name: 'organisation-reply', number: partyId, locale, address }
  const passed = await grantOrHold('organisation.release', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(organisationReplySchema, data)
  if (!parsed.ok) return parsed.state
  if (!isId(id)) notHere(locale)
  const { version, text, language, repliedOn, en, ja } = parsed.value
  const translations = Object.fromEntries(Object.entries({ en, ja }).filter(([, words]) => (words ?? '') !== ''))
  const isReply = text !== undefined && text !== '' && repliedOn !== undefined
  const reply = isReply ? { text, language, repliedOn, translations: translations as Record<string, string> } : null
  const done = await keepReply(passed.grant, { id, version, reply })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=1`)
}
