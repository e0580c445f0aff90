import { err, ok, type Result } from './result'

// What may be believed of an office's identity provider (ADR 056; OpenID Connect Core 1.0, 3.1.3.7). The signature is checked before.

/** Signatures that are believed: of public keys only, and none that is weak. */
export const SIGNATURES = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'] as const

/** How far the clock of a provider may be from ours. */
export const CLOCK_SKEW_SECONDS = 60

/** What a provider calls that something was asked for that the person has (RFC 8176); not what is read by others, such as an SMS. */
const HAD: ReadonlySet<string> = new Set(['otp', 'hwk', 'swk', 'sc', 'fido'])
/** That the person knows something, or is. */
const KNOWN_OR_BEEN: ReadonlySet<string> = new Set(['pwd', 'pin', 'kba', 'face', 'fpt', 'iris', 'retina', 'vbm'])

/** What was asked, and of whom. */
export type Asked = {
  readonly issuer: string
  readonly clientId: string
  readonly nonce: string
  /** What the office says its provider calls a sign-in with a second factor. */
  readonly acrValues: readonly string[]
}

/** Who somebody is at the provider. `email`: only one the provider has verified. */
export type Vouched = {
  readonly subject: string
  readonly email: string | null
  /** Whether the provider asked for a second factor. */
  readonly isStrong: boolean
  /** When the person last proved there who it is; null when the provider does not say. */
  readonly provedAt: Date | null
}

/** Which claim is not as it must be. */
export type ClaimRefusal = {
  readonly code: 'issuer' | 'audience' | 'party' | 'nonce' | 'expired' | 'issued' | 'subject'
}

/** Judges the claims of an id token whose signature fits. */
export function judgeClaims(
  claims: Readonly<Record<string, unknown>>,
  { issuer, clientId, nonce, acrValues }: Asked,
  now: Date,
): Result<Vouched, ClaimRefusal> {
  const seconds = now.getTime() / 1000
  const audiences = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']]
  const { sub, azp, exp, iat, acr } = claims
  if (claims['iss'] !== issuer) return err({ code: 'issuer' })
  if (!audiences.includes(clientId)) return err({ code: 'audience' })
  if (azp === undefined ? audiences.length > 1 : azp !== clientId) return err({ code: 'party' })
  if (nonce === '' || claims['nonce'] !== nonce) return err({ code: 'nonce' })
  if (typeof exp !== 'number' || !(exp > seconds - CLOCK_SKEW_SECONDS)) return err({ code: 'expired' })
  if (typeof iat !== 'number' || !(iat <= seconds + CLOCK_SKEW_SECONDS)) return err({ code: 'issued' })
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) return err({ code: 'subject' })
  return ok({
    subject: sub,
    email: verifiedEmail(claims),
    isStrong:
      hasTwoFactors(textsOf(claims['amr'])) || (typeof acr === 'string' && acr !== '' && acrValues.includes(acr)),
    provedAt: momentOf(claims['auth_time'], now),
  })
}

/** Whether an address belongs to one of these domains; subdomains are others. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  const at = email.lastIndexOf('@')
  return at > 0 && domains.includes(email.slice(at + 1).toLowerCase())
}

/** What is wrong with the address of an issuer; null when nothing is. `isTrial`: an installation on a machine of one's own. */
export function issuerProblem(text: string, isTrial: boolean): 'unreadable' | 'not_https' | 'too_much' | null {
  if (!URL.canParse(text)) return 'unreadable'
  const { protocol, search, hash, username, password, hostname } = new URL(text)
  if (hostname === '') return 'unreadable'
  if (protocol !== 'https:' && !(isTrial && protocol === 'http:' && isThisMachine(hostname))) return 'not_https'
  return search !== '' || hash !== '' || username !== '' || password !== '' || /[?#]/u.test(text) ? 'too_much' : null
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname)
}

function verifiedEmail(claims: Readonly<Record<string, unknown>>): string | null {
  const { email } = claims
  if (claims['email_verified'] !== true || typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/u.test(email)) return null
  return email.toLowerCase()
}

/** A moment of the past; null for anything else. */
function momentOf(seconds: unknown, now: Date): Date | null {
  if (typeof seconds !== 'number' || !(seconds > 0)) return null
  const moment = seconds * 1000
  return moment > now.getTime() + CLOCK_SKEW_SECONDS * 1000 ? null : new Date(Math.min(moment, now.getTime()))
}

/** Whether a sign-in had two factors: it is said so, or one is of another kind than the other. One alone, such as a code by mail, is one. */
function hasTwoFactors(methods: readonly string[]): boolean {
  if (methods.includes('mfa')) return true
  return methods.some((method) => HAD.has(method)) && methods.some((method) => KNOWN_OR_BEEN.has(method))
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
