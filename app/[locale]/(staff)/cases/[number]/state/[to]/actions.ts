'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { codeWord } from '@/components/case/words'
import { isCaseState } from '@/lib/domain/workflow/states'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { CHANGE_STATE_LISTS, changeStateSchema, FIELD_OF_REFUSAL } from '@/lib/schemas/case/change-state'
import { requestMoveApproval } from '@/lib/usecases/approve-move'
import { changeCaseState, type StateChangeError } from '@/lib/usecases/change-case-state'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Moves a case to another state. Refused, what was typed stays, and the page shows how the case stands now. */
export async function changeStateAction(
  locale: string,
  number: string,
  to: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  if (!isCaseState(to) || to === 'referral_pending_consent' || to === 'referred') notHere(locale)
  const address = `/${locale}/cases/${number}/state/${to}`
  const held = { name: `state:${to}`, number, locale, address, lists: CHANGE_STATE_LISTS }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(changeStateSchema, data, { lists: CHANGE_STATE_LISTS })
  if (!form.ok) return form.state
  const signpost = form.value.signpost
  const done = await changeCaseState(passed.grant, {
    ...form.value,
    number,
    to,
    signpostWords: (language) => signpostWords(language, signpost ?? ''),
  })
  if (!done.ok) return refusal(done.error.code, locale, address, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=state`)
}

/** Asks colleagues to confirm a move that needs two people. */
export async function requestApprovalAction(
  locale: string,
  number: string,
  to: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  if (!isCaseState(to)) notHere(locale)
  const address = `/${locale}/cases/${number}/state/${to}`
  const passed = await grantOrHold('case.change_state', { name: `ask:${to}`, number, locale, address }, data)
  if ('state' in passed) return passed.state
  const done = await requestMoveApproval(passed.grant, { number, to })
  if (!done.ok) return refusal(done.error.code, locale, address, {})
  redirect(`${address}?look=second&done=asked`)
}

function refusal(
  code: StateChangeError['code'],
  locale: string,
  address: string,
  values: Parameters<typeof refused>[1],
): FormState {
  if (code === 'not_found') notHere(locale)
  revalidatePath(address)
  const refusedMove = MOVE_ERROR_CODES.find((one) => one === code)
  const field = refusedMove && FIELD_OF_REFUSAL[refusedMove]
  return refusedMove && field
    ? invalidField(field, { key: `codes.move_error.${refusedMove}` }, values)
    : refused(code, values)
}

/** Where else a worker can go, in the language of the case; in English where we do not speak it yet. */
function signpostWords(language: string, bodyCode: string): string {
  const t = translatorFor(toLocale(language))
  return t('cases.signpost_words', { body: codeWord(t, 'body', bodyCode) })
}
