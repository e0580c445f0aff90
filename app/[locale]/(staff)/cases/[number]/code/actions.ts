'use server'

import { redirect } from 'next/navigation'
import { setCookie } from '@/lib/access/cookies'
import { draftGrant } from '@/lib/access/door'
import type { FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/token'
import { checkIdentitySchema } from '@/lib/schemas/case/follow-up'
import { holdForm } from '@/lib/usecases/hold-form'
import { checkIdentity, confirmIdentityCheck, lookAtCodeAlarm, replaceCode } from '@/lib/usecases/replace-code'
import { nothing, postForm } from '../../../post-form'
import { forgetHeld, type StaffForm } from '../held-form'
import { NEW_CODE, NEW_CODE_SHOWN_MS } from './new/shown-once'

/** Writes down what was asked and what came of it. */
export async function checkIdentityAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'code', number, ...placeOf(language, number) }
  return postForm(
    { permission: 'case.replace_code', form, schema: checkIdentitySchema, data },
    (grant, check) => checkIdentity(grant, { number, ...check }),
    (_check, made) => `${form.address}?checked=${made}`,
  )
}

/** Confirms the check of a colleague. */
export async function confirmCheckAction(
  language: string,
  number: string,
  checkId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: `code:${checkId}`, number, ...placeOf(language, number) }
  return postForm(
    { permission: 'case.confirm_code', form, schema: nothing, data },
    (grant) => confirmIdentityCheck(grant, { number, checkId }),
    `/${form.locale}/cases/${number}?done=code_confirmed`,
  )
}

/** A replaced code that was typed was looked into. */
export async function lookAtAlarmAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'code-alarm', number, ...placeOf(language, number) }
  return postForm(
    { permission: 'case.confirm_code', form, schema: nothing, data },
    (grant) => lookAtCodeAlarm(grant, number),
    form.address,
  )
}

/** Makes the code and shows it on a page of its own: sealed for this browser and this person until it is handed over. */
export async function makeCodeAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'make-code', number, ...placeOf(language, number) }
  return postForm(
    { permission: 'case.replace_code', form, schema: nothing, data },
    async (grant) => {
      const made = await replaceCode(grant, number)
      if (made.ok) await showOnce(grant.actor.id, form, made.value)
      return made
    },
    `${form.address}/new`,
  )
}

/** The code is with its worker: nobody sees it again. */
export async function handedOverAction(language: string, number: string): Promise<FormState> {
  const locale = toLocale(language)
  await forgetHeld({ name: NEW_CODE, number })
  redirect(`/${locale}/cases/${number}?done=code`)
}

function placeOf(language: string, number: string): Pick<StaffForm, 'locale' | 'address'> {
  const locale = toLocale(language)
  return { locale, address: `/${locale}/cases/${number}/code` }
}

async function showOnce(staffId: string, { number, locale }: StaffForm, code: string): Promise<void> {
  const token = newToken()
  const until = new Date(now().getTime() + NEW_CODE_SHOWN_MS).toISOString()
  await holdForm(draftGrant(token), token, { staffId, form: `${NEW_CODE} ${number}`, values: { code, until } }, locale)
  await setCookie('held', token)
}
