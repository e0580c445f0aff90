'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { otherOfficerSchema } from '@/lib/schemas/track/follow-up'
import { askOtherOfficer } from '@/lib/usecases/ask-other-officer'
import { forgetHeld, grantOrHold } from '../own-grant'

/** Asks for another officer. */
export async function askOfficerAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  // What was typed when the session was over is there again as a message: nothing is lost, nothing is sent by itself.
  const fields = readFields(data)
  const grant = await grantOrHold('message', locale, { ...fields, text: fields['reason'] ?? '' })
  const form = parseForm(otherOfficerSchema, data)
  if (!form.ok) return form.state
  const { requestId, preference, reason } = form.value
  const asked = await askOtherOfficer(grant, { requestId, preference, reason })
  if (!asked.ok) return refused(asked.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?told=officer`)
}
