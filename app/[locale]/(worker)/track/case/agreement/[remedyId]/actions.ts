'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { offerAnswerSchema } from '@/lib/schemas/track/offer-answer'
import { answerOffer } from '@/lib/usecases/remedies/answer-offer'
import { grantOrAsk } from '../../own-grant'

/** Says yes or no to what is offered. */
export async function answerOfferAction(
  language: string,
  remedyId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const t = translatorFor(locale)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(offerAnswerSchema, data)
  if (!form.ok) return form.state
  const { requestId, fingerprint, answer, words } = form.value
  const notice = [t(`track.agreement_${answer}`), words].filter((part) => part !== '').join('\n\n')
  const told = await answerOffer(grant, {
    requestId,
    remedyId,
    fingerprint,
    isYes: answer === 'yes',
    words,
    notice,
    language: locale,
  })
  if (!told.ok) return refused(told.error.code, form.values)
  redirect(`/${locale}/track/case?told=agreement`)
}
