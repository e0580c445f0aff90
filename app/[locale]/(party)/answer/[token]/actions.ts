'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { withOpenAnswers } from '@/components/report/open-answers'
import { doorGrant, partyGrant } from '@/lib/access/door'
import { networkOf } from '@/lib/http/network-address'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale, type Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isToken } from '@/lib/platform/token'
import { answerSchema, draftSchema, languageToKeepIn } from '@/lib/schemas/answers/answer'
import { answerAsParty, keepForLater } from '@/lib/usecases/answers/answer-as-party'

/** Sends the one answer, or keeps it for later, also to go on in another language; the page after it has an address that opens nothing. */
export async function answerAction(
  language: string,
  token: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const act = data.get('act')
  if (act === 'keep') return keepAction(locale, token, data)
  const next = languageToKeepIn(act)
  if (next !== null) return keepAction(next, token, data)
  const form = parseForm(answerSchema, data)
  if (!form.ok) return withOpenAnswers(form.state, translatorFor(locale))
  if (!isToken(token)) return refused('link_over', form.values)
  const { passes, link } = await passesFor(token)
  const done = await answerAsParty(passes, link, { ...form.value, locale })
  if (!done.ok) return refused(done.error.code, form.values)
  redirect(`/${locale}/answer/thanks`)
}

async function keepAction(locale: Locale, token: string, data: FormData): Promise<FormState> {
  const form = parseForm(draftSchema, data)
  if (!form.ok) return form.state
  if (!isToken(token)) return refused('link_over', form.values)
  const { passes, link } = await passesFor(token)
  const kept = await keepForLater(passes, link, form.value)
  if (!kept.ok) return refused(kept.error.code, form.values)
  redirect(`/${locale}/answer/${token}?kept=1`)
}

async function passesFor(token: string) {
  const network = networkOf((await headers()).get('x-forwarded-for'))
  return { passes: { door: doorGrant(), party: partyGrant(token) }, link: { token, network } }
}
