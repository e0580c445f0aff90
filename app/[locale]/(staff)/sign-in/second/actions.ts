'use server'

import { redirect } from 'next/navigation'
import { askToUse, passkeyFits } from '@/lib/auth/passkeys'
import { useCode, type FactorKind } from '@/lib/auth/second-factor'
import { completeSignIn } from '@/lib/auth/sign-in'
import type { HalfOpen } from '@/lib/data/half-open-sessions'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { usedPasskeySchema } from '@/lib/schemas/staff/passkey-answer'
import { factorCodeSchema } from '@/lib/schemas/staff/sign-in'
import { afterSignIn, stepPath } from '../first-page'
import { halfOpenAt } from '../half-open-step'

/** The second step with a code. What was typed never comes back. */
export async function giveCodeAction(
  locale: string,
  next: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { half } = await halfOpenAt('second', locale, next)
  const form = parseForm(factorCodeSchema, data)
  if (!form.ok) return form.state.status === 'invalid' ? { ...form.state, values: {} } : form.state
  const used = await useCode(half.actor.id, form.value.code)
  if (!used.ok) return refused(used.error.code, {})
  return finish(locale, next, half, used.value)
}

/** What the browser needs to use a passkey. */
export async function askPasskeyAction(locale: string, next: string) {
  const { half } = await halfOpenAt('second', locale, next)
  return askToUse({ sessionId: half.sessionId, staffId: half.actor.id }, 'beside_password')
}

/** The second step with a passkey. Answers with words when it does not fit. */
export async function givePasskeyAction(locale: string, next: string, answer: unknown): Promise<string | null> {
  const { half } = await halfOpenAt('second', locale, next)
  const parsed = usedPasskeySchema.safeParse(answer)
  const holder = { sessionId: half.sessionId, staffId: half.actor.id }
  const fits = parsed.success && (await passkeyFits(holder, parsed.data, 'beside_password'))
  if (!fits) return translatorFor(toLocale(locale))('account.passkey_failed')
  return finish(locale, next, half, 'passkey')
}

async function finish(locale: string, next: string, half: HalfOpen, factor: FactorKind): Promise<never> {
  const done = await completeSignIn(half, factor)
  if (!done) redirect(stepPath(toLocale(locale), '', next))
  const to = afterSignIn(toLocale(locale), next, done.role)
  redirect(done.isTold ? stepPath(toLocale(locale), 'tries', to) : to)
}
