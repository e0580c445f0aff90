'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { recordConsentSchema } from '@/lib/schemas/case/record-consent'
import { recordConsent } from '@/lib/usecases/record-consent'
import { forgetHeld, grantOrHold } from '../held-form'

/** Records a yes that the officer heard or holds on paper. */
export async function recordConsentAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/consents`
  const passed = await grantOrHold('case.change_state', { name: 'consent', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(recordConsentSchema, data)
  if (!form.ok) return form.state
  const done = await recordConsent(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld({ name: 'consent', number })
  redirect(`/${locale}/cases/${number}?done=consent`)
}
