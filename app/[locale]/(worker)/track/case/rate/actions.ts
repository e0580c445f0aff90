'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { rateCaseSchema } from '@/lib/schemas/track/follow-up'
import { rateOwnCase } from '@/lib/usecases/rate-own-case'
import { grantOrAsk } from '../own-grant'

/** Says how it was. */
export async function rateCaseAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(rateCaseSchema, data)
  if (!form.ok) return form.state
  const { score, wouldReturn, paidToComplain } = form.value
  const isYes = (answer: 'yes' | 'no' | undefined) => (answer === undefined ? null : answer === 'yes')
  const rated = await rateOwnCase(grant, {
    score: score === undefined ? null : Number(score),
    wouldReturn: isYes(wouldReturn),
    paidToComplain: isYes(paidToComplain),
  })
  if (!rated.ok) return refused(rated.error.code, form.values)
  redirect(`/${locale}/track/case?told=rated`)
}
