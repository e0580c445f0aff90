'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { reopenSchema } from '@/lib/schemas/track/come-back'
import { bringBackOwnCase } from '@/lib/usecases/bring-back-own-case'
import { forgetHeld, grantOrHold } from '../own-grant'

/** Opens a closed case again. The reason stands in the thread, before what the worker adds. */
export async function reopenAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrHold('message', locale, readFields(data))
  const form = parseForm(reopenSchema, data)
  if (!form.ok) return form.state
  const { requestId, reason, text } = form.value
  const t = translatorFor(locale)
  const done = await bringBackOwnCase(grant, {
    to: 'reopened',
    reopeningReason: reason,
    requestId,
    text: [t(`track.reopen_${reason}`), text].filter((part) => part !== '').join('\n\n'),
    language: locale,
  })
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?back=1`)
}
