'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { withOpenAnswers } from '@/components/report/open-answers'
import { doorGrant, partyGrant } from '@/lib/access/door'
import { networkOf } from '@/lib/http/network-address'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isToken } from '@/lib/platform/token'
import { answerSchema } from '@/lib/schemas/answers/answer'
import { answerAsParty } from '@/lib/usecases/answers/answer-as-party'

/** Sends the one answer; the page after it has an address that opens nothing. */
export async function answerAction(
  language: string,
  token: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const form = parseForm(answerSchema, data)
  if (!form.ok) return withOpenAnswers(form.state, translatorFor(locale))
  if (!isToken(token)) return refused('link_over', form.values)
  const network = networkOf((await headers()).get('x-forwarded-for'))
  const passes = { door: doorGrant(), party: partyGrant(token) }
  const done = await answerAsParty(passes, { token, network }, { ...form.value, locale })
  if (!done.ok) return refused(done.error.code, form.values)
  redirect(`/${locale}/answer/thanks`)
}
