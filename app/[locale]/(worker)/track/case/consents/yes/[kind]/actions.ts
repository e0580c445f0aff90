'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { giveConsentSchema } from '@/lib/schemas/track/give-consent'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { grantOrAsk } from '../../../own-grant'

/** Says yes to one thing. */
export async function giveConsentAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(giveConsentSchema, data)
  if (!form.ok) return form.state
  const given = await giveOwnConsent(grant, { kind: form.value.kind, language: locale })
  if (!given.ok) return refused(given.error.code, form.values)
  redirect(`/${locale}/track/case/consents?given=1`)
}
