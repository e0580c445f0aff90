import 'server-only'
import { redirect } from 'next/navigation'
import { currentHalfOpen } from '@/lib/auth/half-open'
import { factorsOf } from '@/lib/auth/second-factor'
import type { NextStep } from '@/lib/auth/sign-in'
import type { HalfOpen } from '@/lib/data/half-open-sessions'
import type { FactorKinds } from '@/lib/data/second-factors'
import { toLocale } from '@/lib/i18n/locales'
import { stepPath } from './first-page'

/**
 * Who stands at this step of signing in, and with which second factors. Nobody who gave the password: back to it. Only who has no
 * second factor may set one up with the password alone; everybody else gives one.
 */
export async function halfOpenAt(
  step: NextStep,
  locale: string,
  next: string,
): Promise<{ readonly half: HalfOpen; readonly factors: FactorKinds }> {
  const half = await currentHalfOpen()
  if (!half) redirect(stepPath(toLocale(locale), '', next))
  const factors = await factorsOf(half.actor.id)
  const due: NextStep = factors.hasApp || factors.passkeys > 0 ? 'second' : 'set-up'
  if (due !== step) redirect(stepPath(toLocale(locale), due, next))
  return { half, factors }
}
