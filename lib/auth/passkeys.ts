import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isIP } from 'node:net'
import { headers } from 'next/headers'
import { tellOfAccount } from '@/lib/data/notices'
import { forgiveAppTries, insertPasskey, listPasskeys, usePasskey, type Passkey } from '@/lib/data/second-factors'
import { setChallenge, takeChallenge } from '@/lib/data/session-proofs'
import { addWrongProof } from '@/lib/data/staff-credentials'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { servedAt } from '@/lib/platform/served-addresses'
import { doorGrantForAuth } from './door-grant'

/** EdDSA, ES256 and RS256: what authenticators make today (COSE). */
const ALGORITHMS = [-8, -7, -257]

/** Whose browser asks, in which session. */
export type PasskeyHolder = { readonly sessionId: string; readonly staffId: string }

/** What a browser answered; whoever calls has looked at its shape (lib/schemas/staff/passkey-answer.ts), the library looks at the rest. */
type PasskeyAnswer = { readonly id: string; readonly response: object }
type Site = { readonly id: string; readonly origin: string }

/**
 * The site that passkeys belong to: the host of PUBLIC_URL. Null where the page was asked for under another one, such as the onion
 * service: a browser would refuse.
 */
export async function passkeySite(): Promise<Site | null> {
  const { own } = servedAt((await headers()).get('host') ?? undefined, env())
  const { hostname } = new URL(own)
  const isOurs = hostname === new URL(env().PUBLIC_URL).hostname && isIP(hostname.replaceAll(/[[\]]/gu, '')) === 0
  return isOurs ? { id: hostname, origin: own } : null
}

/** What a browser needs to make a passkey; null where passkeys do not work. */
export async function askToAdd(holder: PasskeyHolder, person: { email: string; displayName: string }) {
  const site = await passkeySite()
  if (site === null) return null
  const known = await within(doorGrantForAuth(), (on) => listPasskeys(on, holder.staffId))
  const options = await generateRegistrationOptions({
    rpName: 'Fair Passage',
    rpID: site.id,
    userID: new TextEncoder().encode(holder.staffId),
    userName: person.email,
    userDisplayName: person.displayName,
    excludeCredentials: known.map(described),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  await keepChallenge(holder, options.challenge)
  return options
}

/** Keeps the passkey that a browser made; false when the answer is not to what was asked. */
export async function addPasskey(holder: PasskeyHolder, answer: PasskeyAnswer, name: string): Promise<boolean> {
  const asked = await whatWasAsked(holder)
  if (asked === null) return false
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    supportedAlgorithmIDs: ALGORITHMS,
    ...asked,
    requireUserVerification: false,
  }).catch(refusedAnswer)
  if (!verified || !registrationInfo) return false
  const { credential } = registrationInfo
  const passkey = {
    credentialId: bytesOf(credential.id),
    publicKey: new Uint8Array(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
  }
  await within(doorGrantForAuth(), async (on) => {
    await insertPasskey(on, holder.staffId, passkey, now())
    await tellOfAccount(on, holder.staffId)
  })
  return true
}

/**
 * Whether the authenticator has to see who it is (a finger, a PIN). Beside a password it may be touched by anybody; alone it is not
 * enough that the key is there, which stays in a machine that is left open.
 */
type Beside = 'beside_password' | 'alone'

/** What a browser needs to use one of somebody's passkeys; null where there is none, or passkeys do not work. */
export async function askToUse(holder: PasskeyHolder, how: Beside) {
  const site = await passkeySite()
  if (site === null) return null
  const known = await within(doorGrantForAuth(), (on) => listPasskeys(on, holder.staffId))
  if (known.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials: known.map(described),
    userVerification: how === 'alone' ? 'required' : 'preferred',
  })
  await keepChallenge(holder, options.challenge)
  return options
}

/** Whether a browser signed what was asked with a passkey of this person. */
export async function passkeyFits(holder: PasskeyHolder, answer: PasskeyAnswer, how: Beside): Promise<boolean> {
  const asked = await whatWasAsked(holder)
  const known = await within(doorGrantForAuth(), (on) => listPasskeys(on, holder.staffId))
  const passkey = known.find(({ credentialId }) => idOf(credentialId) === answer.id)
  if (asked === null || !passkey) return false
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    ...asked,
    credential: {
      id: idOf(passkey.credentialId),
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
    requireUserVerification: how === 'alone',
  }).catch(refusedAnswer)
  return within(doorGrantForAuth(), async (on) => {
    const isUsed =
      verified &&
      authenticationInfo !== undefined &&
      (await usePasskey(on, passkey, authenticationInfo.newCounter, now()))
    await (isUsed ? forgiveAppTries(on, holder.staffId) : addWrongProof(on, holder.staffId))
    return isUsed
  })
}

/** An answer that is not one, of another site, or to another question. */
const refusedAnswer = (): { verified: false; registrationInfo?: undefined; authenticationInfo?: undefined } => ({
  verified: false,
})

async function keepChallenge({ sessionId }: PasskeyHolder, challenge: string): Promise<void> {
  await within(doorGrantForAuth(), (on) => setChallenge(on, sessionId, bytesOf(challenge)))
}

async function whatWasAsked({ sessionId }: PasskeyHolder) {
  const site = await passkeySite()
  const challenge = await within(doorGrantForAuth(), (on) => takeChallenge(on, sessionId))
  if (site === null || challenge === null) return null
  return { expectedChallenge: idOf(challenge), expectedOrigin: site.origin, expectedRPID: site.id }
}

const described = ({ credentialId, transports }: Passkey) => ({
  id: idOf(credentialId),
  transports: [...transports],
})
const idOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))
