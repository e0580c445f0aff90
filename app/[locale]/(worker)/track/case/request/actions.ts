'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { askRightSchema } from '@/lib/schemas/track/ask-right'
import { askRight } from '@/lib/usecases/privacy/ask-right'
import { forgetHeld, grantOrHold } from '../own-grant'

/** Asks the office for something about the own data. */
export async function askRightAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const t = translatorFor(locale)
  // What was typed when the session was over is there again as a message: nothing is lost, nothing is sent by itself.
  const fields = readFields(data)
  const grant = await grantOrHold('message', locale, { ...fields, text: fields['words'] ?? '' })
  const form = parseForm(askRightSchema, data)
  if (!form.ok) return form.state
  const { requestId, kind, words } = form.value
  const notice = t('track.request_notice', { right: t(`codes.right.${kind}`) })
  const asked = await askRight(grant, { requestId, kind, words, notice, language: locale })
  if (!asked.ok) return refused(asked.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?told=request`)
}
