'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { ANSWER_CONSENT_LISTS, answerConsentSchema } from '@/lib/schemas/track/answer-consent'
import { answerConsentRequest } from '@/lib/usecases/referrals/answer-consent-request'
import { grantOrAsk } from '../../own-grant'

/** Says whether something may be passed on: all of it, some, or nothing. Nothing ticked is no. */
export async function answerConsentAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data, ANSWER_CONSENT_LISTS))
  const form = parseForm(answerConsentSchema, data, { lists: ANSWER_CONSENT_LISTS })
  if (!form.ok) return form.state
  const { askedId, items, answer } = form.value
  const said = await answerConsentRequest(grant, {
    requestId: askedId,
    items: answer === 'no' ? [] : items,
    language: locale,
  })
  if (!said.ok) return refused(said.error.code, form.values)
  redirect(`/${locale}/track/case?told=${said.value === 'no' ? 'not_passed_on' : 'passed_on'}`)
}
