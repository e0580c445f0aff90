'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { markOwnProof, ownSessionId } from '@/lib/auth/own-session'
import { askToUse, passkeyFits } from '@/lib/auth/passkeys'
import { ownPasswordFits } from '@/lib/auth/prove-again'
import { useCode } from '@/lib/auth/second-factor'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { usedPasskeySchema } from '@/lib/schemas/staff/passkey-answer'
import { PASSWORD_FIELDS, factorCodeSchema, passwordAgainSchema } from '@/lib/schemas/staff/sign-in'
import { afterSignIn } from '../first-page'

/** Proves with the password who it is. What was typed never comes back. */
export async function provePasswordAction(
  locale: string,
  next: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await passOf(locale, next)
  const form = parseForm(passwordAgainSchema, data, { exact: PASSWORD_FIELDS })
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  if (!(await ownPasswordFits(grant, form.value.password))) return refused('password_wrong', {})
  return goOn(locale, next, grant)
}

/** Proves with a code who it is. */
export async function proveCodeAction(
  locale: string,
  next: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await passOf(locale, next)
  const form = parseForm(factorCodeSchema, data)
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  const used = await useCode(grant.actor.id, form.value.code)
  return used.ok ? goOn(locale, next, grant) : refused(used.error.code, {})
}

/** What the browser needs to prove with a passkey. */
export async function askPasskeyAgainAction(locale: string, next: string) {
  const grant = await passOf(locale, next)
  const sessionId = await ownSessionId(grant)
  return sessionId === null ? null : askToUse({ sessionId, staffId: grant.actor.id }, 'alone')
}

/** Proves with a passkey who it is. Answers with words when it does not fit. */
export async function provePasskeyAction(locale: string, next: string, answer: unknown): Promise<string | null> {
  const grant = await passOf(locale, next)
  const sessionId = await ownSessionId(grant)
  const parsed = usedPasskeySchema.safeParse(answer)
  const fits =
    sessionId !== null &&
    parsed.success &&
    (await passkeyFits({ sessionId, staffId: grant.actor.id }, parsed.data, 'alone'))
  return fits ? goOn(locale, next, grant) : translatorFor(toLocale(locale))('account.passkey_failed')
}

function passOf(locale: string, next: string): Promise<Grant<'session.own'>> {
  return requireGrant('session.own', { locale: toLocale(locale), returnTo: next })
}

async function goOn(locale: string, next: string, grant: Grant<'session.own'>): Promise<never> {
  await markOwnProof(grant)
  redirect(afterSignIn(toLocale(locale), next, grant.actor.role))
}
