'use server'

import { redirect } from 'next/navigation'
import { setOut } from '@/lib/auth/office/set-out'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { officeSignInSchema } from '@/lib/schemas/staff/office-sign-in'

/** Makes the way to the provider of an office ready; the next page leads there. */
export async function setOutAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const form = parseForm(officeSignInSchema, data)
  if (!form.ok) return form.state
  const { provider, shared, next } = form.value
  const ready = await setOut({
    providerId: provider,
    locale,
    next: safeNext(next) ?? '',
    isShared: shared !== undefined,
  })
  if (!ready.ok) return refused(ready.error.code, form.values)
  redirect(`/${locale}/sign-in/office/go`)
}
