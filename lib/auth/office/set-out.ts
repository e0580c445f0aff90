import 'server-only'
import { headers } from 'next/headers'
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi'
import { findOpenProvider, listOpenProviders } from '@/lib/data/identity-providers'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/logger'
import { servedAt } from '@/lib/platform/served-addresses'
import { doorGrantForAuth } from '../door-grant'
import { discover } from './discovery'
import { readErrand, writeErrand } from './errand'

/** Who wants to sign in through which office, and what comes afterwards. */
export type SettingOut = {
  readonly providerId: string
  readonly locale: string
  readonly next: string
  readonly isShared: boolean
}

/**
 * The address that the provider of an office leads back to: of ours, the one this request came to, whose cookie remembers the errand.
 * Each office has its own, so that what one provider gives out is never redeemed at another one (RFC 9700, 4.4.2.2).
 */
export async function callbackAddress(officeId: string): Promise<string> {
  const { own } = servedAt((await headers()).get('host') ?? undefined, env())
  return `${own}/api/auth/office/${officeId}`
}

/** The offices that one can sign in through. */
export function officesWithProvider(): Promise<{ readonly id: string; readonly officeName: string }[]> {
  return within(doorGrantForAuth(), (on) => listOpenProviders(on))
}

/** Makes everything ready for the way to the provider (authorization code, PKCE, state, nonce). No account is looked at. */
export async function setOut({
  providerId,
  locale,
  next,
  isShared,
}: SettingOut): Promise<Result<null, { code: 'office_away' }>> {
  const provider = await within(doorGrantForAuth(), (on) => findOpenProvider(on, providerId))
  if (!provider) return err({ code: 'office_away' })
  const found = await discover(provider.issuer)
  if (!found.ok) {
    log('warn', { event: 'office_sign_in_refused', code: found.error.code })
    return err({ code: 'office_away' })
  }
  const [state, nonce, verifier] = [generateRandomState(), generateRandomNonce(), generateRandomCodeVerifier()]
  const to = new URL(found.value.authorization_endpoint)
  const asked = {
    client_id: provider.clientId,
    redirect_uri: await callbackAddress(provider.officeId),
    response_type: 'code',
    scope: 'openid email',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value)
  await writeErrand({ is: 'asked', providerId, state, nonce, verifier, to: to.href, locale, next, isShared })
  return ok(null)
}

/** Where this browser goes next: the address at the provider, and its host to show; null when it is not on the way. */
export async function wayToProvider(): Promise<{ readonly to: string; readonly host: string } | null> {
  const asked = await readErrand('asked')
  return asked && { to: asked.to, host: new URL(asked.to).host }
}

/** Whether a provider has just vouched for somebody in this browser who proves now, once, who it is here. */
export async function vouchedHere(): Promise<boolean> {
  return (await readErrand('vouched')) !== null
}
