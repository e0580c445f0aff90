'use server'

import { redirect } from 'next/navigation'
import { signIn } from '@/lib/auth/sign-in'
import type { StaffRole } from '@/lib/access/policy'
import type { FieldValues } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale, type Locale } from '@/lib/i18n/locales'
import { signInSchema } from '@/lib/schemas/staff/sign-in'

/** Opens a session. The same words for an address nobody has and a wrong password. */
export async function signInAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const form = parseForm(signInSchema, data)
  if (!form.ok)
    return 'values' in form.state ? { ...form.state, values: withoutPassword(form.state.values) } : form.state
  const signedIn = await signIn(form.value.email, form.value.password)
  if (!signedIn) return refused('sign_in_wrong', withoutPassword(form.values))
  redirect(safeNext(form.value.next) ?? firstPage(toLocale(locale), signedIn.role))
}

function firstPage(locale: Locale, role: StaffRole): string {
  return role === 'administrator' ? `/${locale}/statistics` : `/${locale}/cases`
}

function withoutPassword(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'password'))
}
