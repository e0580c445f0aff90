'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { noOtherOfficerSchema } from '@/lib/schemas/case/follow-up'
import { declineOfficerRequest } from '@/lib/usecases/answer-officer-request'
import { forgetHeld, grantOrHold } from '../held-form'

/** Tells the worker that nobody else can take the case, and why. */
export async function noOtherOfficerAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/officer`
  const held = { name: 'no-other-officer', number, locale, address }
  const passed = await grantOrHold('case.answer_officer_request', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(noOtherOfficerSchema, data)
  if (!form.ok) return form.state
  const done = await declineOfficerRequest(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=officer`)
}
