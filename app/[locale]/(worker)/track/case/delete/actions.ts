'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { stopCaseSchema } from '@/lib/schemas/track/stop-case'
import { deleteOwnCase } from '@/lib/usecases/delete-own-case'
import { grantOrAsk } from '../own-grant'

/** Asks for everything to be deleted. The answer about pressure goes to the office and is shown nowhere on the worker's page. */
export async function deleteCaseAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(stopCaseSchema, data)
  if (!form.ok) return form.state
  const { pressed } = form.value
  const done = await deleteOwnCase(grant, { wasPressed: pressed === undefined ? null : pressed === 'yes' })
  if (!done.ok) return refused(done.error.code, form.values)
  redirect(`/${locale}/track/case`)
}
