'use server'

import { redirect } from 'next/navigation'
import { doorGrant } from '@/lib/access/door'
import { passwordWords } from '../../password-words'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { acceptInvitationSchema } from '@/lib/schemas/settings/accept-invitation'
import { PASSWORD_FIELDS } from '@/lib/schemas/staff/sign-in'
import { acceptInvitation, type AcceptInvitationError } from '@/lib/usecases/accept-invitation'

/** Sets the password with which this person signs in from now on. What was typed never comes back: it is a password. */
export async function acceptInvitationAction(
  locale: string,
  token: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = parseForm(acceptInvitationSchema, data, { exact: PASSWORD_FIELDS })
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  const done = await acceptInvitation(doorGrant(), token, form.value.password)
  return done.ok ? redirect(`/${toLocale(locale)}/invitation/done`) : answer(done.error)
}

function answer(error: AcceptInvitationError): FormState {
  return error.code === 'link_over' ? refused('link_over', {}) : invalidField('password', passwordWords(error), {})
}
