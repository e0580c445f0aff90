'use server'

import { redirect } from 'next/navigation'
import { withOpenAnswers } from '@/components/report/open-answers'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ownPaySchema } from '@/lib/schemas/track/follow-up'
import { addOwnPay } from '@/lib/usecases/add-own-pay'
import { grantOrAsk } from '../own-grant'

/** Writes down what was not known of contract and pay. */
export async function addPayAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(ownPaySchema, data)
  if (!form.ok) return withOpenAnswers(form.state, translatorFor(locale))
  const added = await addOwnPay(grant, form.value.pay)
  if (!added.ok) return refused(added.error.code, form.values)
  redirect(`/${locale}/track/case?told=pay`)
}
