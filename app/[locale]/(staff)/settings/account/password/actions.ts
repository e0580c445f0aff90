'use server'

import { redirect } from 'next/navigation'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { acceptInvitationSchema } from '@/lib/schemas/settings/accept-invitation'
import { PASSWORD_FIELDS } from '@/lib/schemas/staff/sign-in'
import { changeOwnPassword } from '@/lib/usecases/account/change-own-password'
import { passwordWords } from '../../../password-words'
import { accountPath, provenAccount } from '../own-account'

/** Sets a new password of one's own. What was typed never comes back: it is a password. */
export async function changePasswordAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const own = await provenAccount(locale, '/password')
  const form = parseForm(acceptInvitationSchema, data, { exact: PASSWORD_FIELDS })
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  const done = await changeOwnPassword(own, form.value.password)
  return done.ok
    ? redirect(accountPath(locale, '?done=password'))
    : invalidField('password', passwordWords(done.error), {})
}
