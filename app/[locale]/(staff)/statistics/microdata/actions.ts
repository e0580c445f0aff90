'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { isId } from '@/lib/platform/ids'
import { askMicrodataSchema, decideMicrodataSchema, withdrawMicrodataSchema } from '@/lib/schemas/statistics/microdata'
import { askForMicrodata, decideMicrodata, withdrawMicrodata } from '@/lib/usecases/statistics/microdata/requests'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

const LISTS = ['columns']

/** Asks for a file of records. */
export async function askMicrodataAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = `/${locale}/statistics/microdata`
  const form = { name: 'microdata', number: 'new', locale, address, lists: LISTS }
  const passed = await grantOrHold('microdata.manage', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(askMicrodataSchema, data, { lists: LISTS })
  if (!parsed.ok) return parsed.state
  const { requestId, signed: _signed, ...plan } = parsed.value
  const done = await askForMicrodata(passed.grant, requestId, plan)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}/${requestId}?done=1`)
}

/** Approves or refuses what another administrator asked for. */
export async function decideMicrodataAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics/microdata/${id}`
  const form = { name: 'microdata-decision', number: id, locale, address }
  const passed = await grantOrHold('microdata.manage', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(decideMicrodataSchema, data)
  if (!parsed.ok) return parsed.state
  const { version, decision, note } = parsed.value
  if (!isId(id)) notHere(locale)
  const done = await decideMicrodata(passed.grant, { id, version, isApproved: decision === 'approve', note })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=1`)
}

/** Takes a request or its file back. */
export async function withdrawMicrodataAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics/microdata/${id}`
  const form = { name: 'microdata-withdrawal', number: id, locale, address }
  const passed = await grantOrHold('microdata.manage', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(withdrawMicrodataSchema, data)
  if (!parsed.ok) return parsed.state
  if (!isId(id)) notHere(locale)
  const done = await withdrawMicrodata(passed.grant, { id, version: parsed.value.version, note: parsed.value.why })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=1`)
}
