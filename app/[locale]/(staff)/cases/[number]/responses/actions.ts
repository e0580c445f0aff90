'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { setCookie } from '@/lib/access/cookies'
import { draftGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/token'
import { questionSchema } from '@/lib/schemas/answers/question'
import { askParty, withdrawQuestion } from '@/lib/usecases/answers/ask-party'
import { holdForm } from '@/lib/usecases/hold-form'
import { forgetHeld, grantOrHold } from '../held-form'
import { NEW_LINK, NEW_LINK_SHOWN_MS } from './link/shown-once'

/** Makes the link, and shows it once. */
export async function askAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/responses`
  const held = { name: 'responses/new', number, locale, address: `${address}/new`, lists: ['items'] }
  const passed = await grantOrHold('case.ask_party', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(questionSchema, data, { lists: ['items'] })
  if (!form.ok) return form.state
  const asked = await askParty(passed.grant, { number, ...form.value })
  if (!asked.ok) {
    const { code, reveals = [] } = asked.error
    if (code === 'not_found') notHere(locale)
    // The same form twice, a double press: the link of the first is still to be seen.
    if (code === 'sent_before') redirect(`${address}/link`)
    if (code === 'party_unknown') return invalidField('casePartyId', { key: 'errors.choose_known' }, form.values)
    if (code === 'witness_missing') return invalidField('witness', { key: 'answers.witness_missing' }, form.values)
    if (code === 'question_open') {
      revalidatePath(held.address)
      return invalidField('isAnother', { key: 'answers.refused_question_open' }, form.values)
    }
    if (code === 'not_quick') return invalidField('lane', { key: 'answers.refused_not_quick' }, form.values)
    if (code !== 'gives_away') return refused(code, form.values)
    const t = translatorFor(locale)
    const words = reveals.map(({ kind, word }) => t(`answers.reveals_${kind}`, { word })).join('; ')
    return invalidField('allegation', { key: 'answers.gives_away', params: { words } }, form.values)
  }
  await forgetHeld(held)
  const token = newToken()
  const until = new Date(now().getTime() + NEW_LINK_SHOWN_MS).toISOString()
  const path = `/${form.value.language}/answer/${asked.value.token}`
  const shown = { staffId: passed.grant.actor.id, form: `${NEW_LINK} ${number}`, values: { path, until } }
  await holdForm(draftGrant(token), token, shown, locale)
  await setCookie('held', token)
  redirect(`${address}/link`)
}

/** The link is with the party: nobody sees it again. */
export async function linkPutAwayAction(language: string, number: string): Promise<FormState> {
  await forgetHeld({ name: NEW_LINK, number })
  redirect(`/${toLocale(language)}/cases/${number}/responses?done=asked`)
}

/** Takes a question back. */
export async function withdrawAction(
  language: string,
  number: string,
  questionId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/responses`
  const passed = await grantOrHold('case.ask_party', { name: 'responses/withdraw', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const done = await withdrawQuestion(passed.grant, { number, questionId })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, {})
  redirect(`${address}?done=withdrawn`)
}
