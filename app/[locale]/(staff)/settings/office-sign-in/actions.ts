'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { identityProviderSchema } from '@/lib/schemas/settings/identity-provider'
import { setProvider, tryOwnProvider } from '@/lib/usecases/account/identity-provider'
import { forgetHeld, provenGrantOrHold } from '../../cases/[number]/held-form'

/** Sets the identity provider of the office. The secret is not among what is held or shown again. */
export async function setProviderAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/settings/office-sign-in`
  const held = { name: 'office-sign-in', number: 'new', locale, address }
  const open = new FormData()
  for (const [name, value] of data) if (name !== 'secret') open.append(name, value)
  const passed = await provenGrantOrHold('staff.manage', held, open)
  if ('state' in passed) return passed.state
  const form = parseForm(identityProviderSchema, data)
  const { secret: _secret, ...values } = form.ok ? form.values : 'values' in form.state ? form.state.values : {}
  if (!form.ok) return 'values' in form.state ? { ...form.state, values } : form.state
  const done = await setProvider(passed.grant, form.value)
  if (!done.ok) {
    const key = done.error.code === 'issuer' ? 'account.office_issuer_refused' : 'errors.required'
    return invalidField(done.error.code, { key }, values)
  }
  await forgetHeld(held)
  redirect(`${address}?done=kept`)
}

/** Asks the provider that is set, and says what is wrong with it. */
export async function tryProviderAction(language: string): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/settings/office-sign-in`
  const tried = await tryOwnProvider(await requireGrant('staff.manage', { locale, returnTo: address }))
  redirect(tried === null ? address : `${address}?tried=${tried}`)
}
