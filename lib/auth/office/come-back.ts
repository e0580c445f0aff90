import 'server-only'
import {
  authorizationCodeGrantRequest,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  getValidatedIdTokenClaims,
  processAuthorizationCodeResponse,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from 'oauth4webapi'
import type { StaffRole } from '@/lib/access/policy'
import { spendChallenge } from '@/lib/data/challenges'
import { findOpenProvider, type OpenProvider } from '@/lib/data/identity-providers'
import { findIdentified } from '@/lib/data/staff-identities'
import { findHalfOpen, insertStaffSession } from '@/lib/data/half-open-sessions'
import { within } from '@/lib/data/within'
import type { BrowserKind } from '@/lib/domain/browser-kind'
import { CLOCK_SKEW_SECONDS, isOfDomain, judgeClaims, type Vouched } from '@/lib/domain/office-sign-in'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import { hashToken } from '@/lib/platform/token'
import { doorGrantForAuth } from '../door-grant'
import { writeSession } from '../session'
import { completeSignIn, nextStepOf, type NextStep } from '../sign-in'
import { discover, requestOptions } from './discovery'
import { ERRAND_MINUTES, forgetErrand, readErrand, writeErrand, type Errand } from './errand'
import { callbackAddress } from './set-out'

type Asked = Extract<Errand, { is: 'asked' }>

/** How it ended: inside, before the second step, at the sign-in page to be linked, or nowhere. */
export type CameBack = { readonly locale: string; readonly next: string } & (
  | { readonly is: 'open'; readonly role: StaffRole; readonly isTold: boolean }
  | { readonly is: 'half'; readonly step: NextStep }
  | { readonly is: 'link' }
  | { readonly is: 'failed' }
)

/**
 * Somebody comes back from the provider of their office, at the address of that office. What does not fit is refused without detail, the log has its code. Whom the
 * provider means is told by its subject alone; somebody it vouches for and who is not linked yet proves once who it is here.
 */
export async function comeBack(officeId: string, answer: URLSearchParams, kind: BrowserKind): Promise<CameBack> {
  const asked = await readErrand('asked')
  if (!asked) return refuse('no_errand', { locale: '', next: '' })
  await forgetErrand()
  const there = { locale: asked.locale, next: asked.next }
  const provider = await within(doorGrantForAuth(), (on) => findOpenProvider(on, asked.providerId))
  if (!provider) return refuse('off', there)
  if (provider.officeId !== officeId) return refuse('other_office', there)
  const vouched = await redeem(answer, asked, provider)
  if (typeof vouched === 'string') return refuse(vouched, there)
  const staff = await within(doorGrantForAuth(), (on) => findIdentified(on, provider, vouched.subject))
  if (!staff) return askForLink(vouched, provider, there)
  return enter(staff.staffId, vouched, asked, kind)
}

/** What the provider vouches for, or the code of why nothing is believed. */
async function redeem(answer: URLSearchParams, asked: Asked, provider: OpenProvider): Promise<Vouched | string> {
  const found = await discover(provider.issuer)
  if (!found.ok) return found.error.code
  const server = found.value
  const client = { client_id: provider.clientId, [clockTolerance]: CLOCK_SKEW_SECONDS }
  try {
    const checked = validateAuthResponse(server, client, answer, asked.state)
    if (!(await isFirst(asked.state))) return 'state_used'
    const methods = server.token_endpoint_auth_methods_supported
    const usesPost = methods !== undefined && !methods.includes('client_secret_basic')
    const proof = (usesPost ? ClientSecretPost : ClientSecretBasic)(provider.clientSecret)
    const address = await callbackAddress(provider.officeId)
    const given = await authorizationCodeGrantRequest(
      server,
      client,
      proof,
      checked,
      address,
      asked.verifier,
      requestOptions(),
    )
    const tokens = await processAuthorizationCodeResponse(server, client, given, {
      expectedNonce: asked.nonce,
      requireIdToken: true,
    })
    await validateApplicationLevelSignature(server, given, requestOptions())
    const claims = getValidatedIdTokenClaims(tokens)
    const { issuer, clientId, acrValues } = provider
    const judged = judgeClaims({ ...claims }, { issuer, clientId, nonce: asked.nonce, acrValues }, now())
    return judged.ok ? judged.value : judged.error.code
  } catch (error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'token'
  }
}

/** A state leads back once, in whichever process. */
function isFirst(state: string): Promise<boolean> {
  const forgetAt = new Date(now().getTime() + ERRAND_MINUTES * 60_000)
  return within(doorGrantForAuth(), (on) => spendChallenge(on, { id: hashToken(state), forgetAt }))
}

/** The same for everybody the provider vouches for, whether there is such an account here or not. */
async function askForLink(
  { email, subject }: Vouched,
  { id, issuer, domains }: OpenProvider,
  there: { readonly locale: string; readonly next: string },
): Promise<CameBack> {
  if (email === null) return refuse('email', there)
  if (!isOfDomain(email, domains)) return refuse('domain', there)
  await writeErrand({ is: 'vouched', providerId: id, issuer, subject, email })
  return { is: 'link', ...there }
}

/** Begins a session; it opens at once where the provider asked for a second factor and the person has one here too. */
async function enter(staffId: string, vouched: Vouched, asked: Asked, kind: BrowserKind): Promise<CameBack> {
  const there = { locale: asked.locale, next: asked.next }
  const half = await within(doorGrantForAuth(), async (on) => {
    const sessionId = await insertStaffSession(on, { staffId, isShared: asked.isShared, ...kind }, now())
    return findHalfOpen(on, sessionId, now())
  })
  if (!half) return refuse('off', there)
  const step = await nextStepOf(staffId)
  const done =
    step === 'second' && vouched.isStrong ? await completeSignIn(half, 'office', { provedAt: vouched.provedAt }) : null
  if (done) return { is: 'open', ...done, ...there }
  await writeSession(half.sessionId)
  return { is: 'half', step, ...there }
}

function refuse(code: string, there: { readonly locale: string; readonly next: string }): CameBack {
  log('warn', { event: 'office_sign_in_refused', code })
  return { is: 'failed', ...there }
}
