'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { appealSchema } from '@/lib/schemas/track/come-back'
import { bringBackOwnCase } from '@/lib/usecases/bring-back-own-case'
import { forgetHeld, grantOrHold } from '../own-grant'

/** Asks that another officer looks at a closed case. */
export async function appealAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrHold('message', locale, readFields(data))
  const form = parseForm(appealSchema, data)
  if (!form.ok) return form.state
  const { requestId, text } = form.value
  const done = await bringBackOwnCase(grant, {
    to: 'appeal',
    requestId,
    text: [translatorFor(locale)('track.appeal_text'), text].filter((part) => part !== '').join('\n\n'),
    language: locale,
  })
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?back=1`)
}
