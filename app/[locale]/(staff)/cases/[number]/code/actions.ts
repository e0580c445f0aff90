'use server'

import { redirect } from 'next/navigation'
import { setCookie } from '@/lib/access/cookies'
import { draftGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/token'
import { checkIdentitySchema } from '@/lib/schemas/case/follow-up'
import { holdForm } from '@/lib/usecases/hold-form'
import { checkIdentity, confirmIdentityCheck, lookAtCodeAlarm, replaceCode } from '@/lib/usecases/replace-code'
import { forgetHeld, grantOrHold } from '../held-form'
import { NEW_CODE, NEW_CODE_SHOWN_MS } from './new/shown-once'

/** Writes down what was asked and what came of it. */
export async function checkIdentityAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/code`
  const held = { name: 'code', number, locale, address }
  const passed = await grantOrHold('case.replace_code', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(checkIdentitySchema, data)
  if (!form.ok) return form.state
  const done = await checkIdentity(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${address}?checked=${done.value}`)
}

/** Confirms the check of a colleague. */
export async function confirmCheckAction(
  language: string,
  number: string,
  checkId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/code`
  const passed = await grantOrHold('case.confirm_code', { name: `code:${checkId}`, number, locale, address }, data)
  if ('state' in passed) return passed.state
  const done = await confirmIdentityCheck(passed.grant, { number, checkId })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, {})
  redirect(`/${locale}/cases/${number}?done=code_confirmed`)
}

/** A replaced code that was typed was looked into. */
export async function lookAtAlarmAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/code`
  const passed = await grantOrHold('case.confirm_code', { name: 'code-alarm', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const done = await lookAtCodeAlarm(passed.grant, number)
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, {})
  redirect(address)
}

/** Makes the code and shows it on a page of its own: sealed for this browser and this person until it is handed over. */
export async function makeCodeAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/code`
  const passed = await grantOrHold('case.replace_code', { name: 'make-code', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const made = await replaceCode(passed.grant, number)
  if (!made.ok && made.error.code === 'not_found') notHere(locale)
  if (!made.ok) return refused(made.error.code, {})
  const token = newToken()
  const until = new Date(now().getTime() + NEW_CODE_SHOWN_MS).toISOString()
  const shown = { staffId: passed.grant.actor.id, form: `${NEW_CODE} ${number}`, values: { code: made.value, until } }
  await holdForm(draftGrant(token), token, shown, locale)
  await setCookie('held', token)
  redirect(`${address}/new`)
}

/** The code is with its worker: nobody sees it again. */
export async function handedOverAction(language: string, number: string): Promise<FormState> {
  const locale = toLocale(language)
  await forgetHeld({ name: NEW_CODE, number })
  redirect(`/${locale}/cases/${number}?done=code`)
}
