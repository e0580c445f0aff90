'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { answerRightSchema } from '@/lib/schemas/privacy/rights'
import { answerRight } from '@/lib/usecases/privacy/answer-right'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Says what came of a request, and why. */
export async function answerRightAction(
  language: string,
  number: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const list = `/${locale}/cases/${number}/rights`
  const held = { name: `right:${id}`, number, locale, address: `${list}/${id}` }
  const passed = await grantOrHold('case.answer_right', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(answerRightSchema, data)
  if (!form.ok) return form.state
  const done = await answerRight(passed.grant, { number, id, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${list}?done=answered`)
}
