'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { recordRightSchema } from '@/lib/schemas/privacy/rights'
import { recordRight } from '@/lib/usecases/privacy/answer-right'
import { forgetHeld, grantOrHold } from '../held-form'

/** Writes down a request that came by phone, mail or in person. */
export async function recordRightAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/rights`
  const held = { name: 'right', number, locale, address }
  const passed = await grantOrHold('case.answer_right', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(recordRightSchema, data)
  if (!form.ok) return form.state
  const done = await recordRight(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok && done.error.code === 'bad_day')
    return invalidField('cameOn', { key: 'cases.right_bad_day' }, form.values)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${address}?done=recorded`)
}
