'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { holdCaseSchema } from '@/lib/schemas/privacy/retention'
import { holdCase, liftCaseHold } from '@/lib/usecases/retention/hold-case'
import { forgetHeld, grantOrHold } from '../held-form'

/** Puts a hold on the case. */
export async function holdCaseAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/hold`
  const held = { name: 'hold', number, locale, address }
  const passed = await grantOrHold('case.hold', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(holdCaseSchema, data)
  if (!form.ok) return form.state
  const done = await holdCase(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok && done.error.code === 'bad_day')
    return invalidField('endsOn', { key: 'cases.hold_bad_day' }, form.values)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${address}?done=held`)
}

/** Ends a hold before its time. */
export async function liftHoldAction(language: string, number: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/hold`
  const grant = await requireGrant('case.hold', { locale, returnTo: address })
  const done = isId(id) ? await liftCaseHold(grant, { number, id }) : null
  if (!done?.ok) notHere(locale)
  redirect(`${address}?done=lifted`)
}
