import 'server-only'
import {
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
  type AuthorizationServer,
} from 'oauth4webapi'
import { issuerProblem, SIGNATURES } from '@/lib/domain/office-sign-in'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { isTrial, providerFetch, ProviderSilent } from './provider-fetch'

/** What we need to know of a provider. */
export type Discovered = AuthorizationServer & {
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly jwks_uri: string
}

/** What is wrong with a provider, for the administrator who sets it. */
export type DiscoveryRefusal = {
  readonly code: ProviderSilent['code'] | 'address' | 'no_document' | 'other_issuer' | 'incomplete' | 'no_pkce' | 'weak'
}

/** How every request to a provider is made. */
export function requestOptions() {
  // The protocol is judged by providerFetch, more strictly.
  return { [customFetch]: providerFetch, [allowInsecureRequests]: true } as const
}

type Answer = Result<Discovered, DiscoveryRefusal>

const KEPT_MS = 5 * 60_000
/** Who is not signed in makes us ask: of a provider that is away, not more often than this. */
const REFUSAL_KEPT_MS = 20_000
const kept = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>()

/** What a provider says of itself, at most five minutes old; asked once for many at the same time. */
export async function discover(issuer: string): Promise<Answer> {
  const at = now().getTime()
  const known = kept.get(issuer)
  if (known && at < known.until) return known.answer
  const answer = tryProvider(issuer)
  kept.set(issuer, { until: at + REFUSAL_KEPT_MS, answer })
  if ((await answer).ok) kept.set(issuer, { until: at + KEPT_MS, answer })
  return answer
}

/** Asks a provider what it says of itself, and says what is wrong with it. */
export async function tryProvider(issuer: string): Promise<Answer> {
  if (issuerProblem(issuer, isTrial()) !== null) return err({ code: 'address' })
  try {
    const answer = await discoveryRequest(new URL(issuer), requestOptions())
    const said: unknown = await answer
      .clone()
      .json()
      .catch(() => null)
    if (answer.status !== 200 || typeof said !== 'object' || said === null) return err({ code: 'no_document' })
    // Letter by letter: it is what the tokens say.
    if (!('issuer' in said) || said.issuer !== issuer) return err({ code: 'other_issuer' })
    return complete(await processDiscoveryResponse(new URL(issuer), answer))
  } catch (error) {
    return err({ code: error instanceof ProviderSilent ? error.code : 'no_document' })
  }
}

function complete(said: AuthorizationServer): Answer {
  const { authorization_endpoint, token_endpoint, jwks_uri, code_challenge_methods_supported: challenges } = said
  if (authorization_endpoint === undefined || token_endpoint === undefined || jwks_uri === undefined)
    return err({ code: 'incomplete' })
  const isBad = (address: string) => /^(?:not_https|unreadable)$/u.test(issuerProblem(address, isTrial()) ?? '')
  if ([authorization_endpoint, token_endpoint, jwks_uri].some(isBad)) return err({ code: 'not_https' })
  if (challenges !== undefined && !challenges.includes('S256')) return err({ code: 'no_pkce' })
  const theirs = said.id_token_signing_alg_values_supported ?? ['RS256']
  const signatures = SIGNATURES.filter((name) => theirs.includes(name))
  if (signatures.length === 0) return err({ code: 'weak' })
  // What the library is told to take is what we take, whatever else the provider could sign with.
  const believed = { ...said, id_token_signing_alg_values_supported: [...signatures] }
  return ok({ ...believed, authorization_endpoint, token_endpoint, jwks_uri })
}
