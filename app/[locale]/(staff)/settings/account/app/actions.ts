'use server'

import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { factorCodeSchema } from '@/lib/schemas/staff/sign-in'
import { changeOwnApp } from '@/lib/usecases/account/change-own-factors'
import { accountPath, provenAccount } from '../own-account'

/** Takes another authenticator app over; the former one opens nothing any more. */
export async function changeAppAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const own = await provenAccount(locale, '/app')
  const form = parseForm(factorCodeSchema, data)
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  if (!(await changeOwnApp(own, form.value.code))) return refused('code_wrong', {})
  redirect(accountPath(locale, '?done=app'))
}
