'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentStaff } from '@/lib/access/door'
import { signIn } from '@/lib/auth/sign-in'
import { browserKindOf } from '@/lib/domain/browser-kind'
import type { FieldValues } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { networkOf } from '@/lib/http/network-address'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { PASSWORD_FIELDS, signInSchema } from '@/lib/schemas/staff/sign-in'
import { stepPath } from './first-page'

/** Begins a session, which opens nothing before the second step. The same words for an address nobody has and a wrong password. */
export async function signInAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const form = parseForm(signInSchema, data, { exact: PASSWORD_FIELDS })
  if (!form.ok)
    return 'values' in form.state ? { ...form.state, values: withoutPassword(form.state.values) } : form.state
  const sent = await headers()
  const { email, password, shared, next } = form.value
  const step = await signIn({
    email,
    password,
    isShared: shared !== undefined,
    network: networkOf(sent.get('x-forwarded-for')),
    kind: browserKindOf(sent.get('user-agent')),
  })
  if (!step) return refused('sign_in_wrong', withoutPassword(form.values))
  redirect(stepPath(toLocale(locale), step, next))
}

/** Keeps the session of who is still there: every request does, this one does nothing else. */
export async function staySignedInAction(): Promise<void> {
  await currentStaff()
}

function withoutPassword(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'password'))
}
