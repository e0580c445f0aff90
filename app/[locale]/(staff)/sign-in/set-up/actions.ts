'use server'

import { redirect } from 'next/navigation'
import { addPasskey, askToAdd } from '@/lib/auth/passkeys'
import { confirmApp, type FactorKind } from '@/lib/auth/second-factor'
import { completeSignIn } from '@/lib/auth/sign-in'
import type { HalfOpen } from '@/lib/data/half-open-sessions'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { madePasskeySchema, passkeyNameSchema } from '@/lib/schemas/staff/passkey-answer'
import { factorCodeSchema } from '@/lib/schemas/staff/sign-in'
import { stepPath } from '../first-page'
import { halfOpenAt } from '../half-open-step'

/** Takes the first authenticator app over, and opens the session with it. */
export async function setUpAppAction(
  locale: string,
  next: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { half } = await halfOpenAt('set-up', locale, next)
  const form = parseForm(factorCodeSchema, data)
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  if (!(await confirmApp(half.sessionId, half.actor.id, form.value.code))) return refused('code_wrong', {})
  return finish(locale, next, half, 'app')
}

/** What the browser needs to make the first passkey. */
export async function askFirstPasskeyAction(locale: string, next: string) {
  const { half } = await halfOpenAt('set-up', locale, next)
  return askToAdd(holderOf(half), { email: half.email, displayName: half.actor.displayName })
}

/** Keeps the first passkey, and opens the session with it. Answers with words when it cannot be kept. */
export async function setUpPasskeyAction(
  locale: string,
  next: string,
  answer: unknown,
  name: string,
): Promise<string | null> {
  const { half } = await halfOpenAt('set-up', locale, next)
  const t = translatorFor(toLocale(locale))
  const made = madePasskeySchema.safeParse(answer)
  const named = passkeyNameSchema.safeParse(name)
  const isKept =
    made.success &&
    named.success &&
    (await addPasskey(holderOf(half), made.data, named.data === '' ? t('account.passkey_unnamed') : named.data))
  return isKept ? finish(locale, next, half, 'passkey') : t('account.passkey_failed')
}

const holderOf = ({ sessionId, actor }: HalfOpen) => ({ sessionId, staffId: actor.id })

async function finish(locale: string, next: string, half: HalfOpen, factor: FactorKind): Promise<never> {
  const done = await completeSignIn(half, factor, { isFirst: true })
  redirect(stepPath(toLocale(locale), done ? 'codes' : '', next))
}
