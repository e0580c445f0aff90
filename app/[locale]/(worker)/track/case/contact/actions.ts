'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { ownContactSchema } from '@/lib/schemas/track/follow-up'
import { changeOwnContact } from '@/lib/usecases/change-own-contact'
import { grantOrAsk } from '../own-grant'

/** Changes how the worker can be reached. */
export async function changeContactAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(ownContactSchema, data)
  if (!form.ok) return form.state
  const changed = await changeOwnContact(grant, form.value.contact)
  if (!changed.ok) return refused(changed.error.code, form.values)
  redirect(`/${locale}/track/case?told=contact`)
}
