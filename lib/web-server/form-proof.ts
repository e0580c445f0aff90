import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isSecure } from '@/lib/platform/served-addresses'

/** The field that carries a proof in a form. */
export const PROOF_FIELD = 'form_proof'
/** Long enough to read one question; after it the question is asked again. */
const PROOF_MS = 30 * 60_000

/**
 * Proof that a form was sent from a page of ours, for browsers that tell nothing: a random cookie that no other site can make a
 * browser send (SameSite=Strict), and a field that is a keyed hash of it, of the address, of every other cookie (so of the session,
 * the draft or the case that is open) and of the time. Another site can have neither.
 */
export class FormProof {
  readonly #key: Uint8Array

  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', 'fair-passage/form-proof', 32))
  }

  /** A new cookie, as a Set-Cookie line, and the field that fits it and this request. */
  make(request: IncomingMessage, own: string, at: number): { readonly cookie: string; readonly field: string } {
    const value = randomBytes(32).toString('base64url')
    const secure = isSecure(own) ? '; Secure' : ''
    return {
      cookie: `${cookieOf(own)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`,
      field: this.#sign(request, own, value, at + PROOF_MS),
    }
  }

  /** Whether a field fits the request it came with. */
  fits(request: IncomingMessage, own: string, field: unknown, at: number): boolean {
    const value = cookiesOf(request).get(cookieOf(own))
    if (typeof field !== 'string' || value === undefined) return false
    const until = Number(field.split('.')[0])
    if (!(until > at) || until > at + PROOF_MS) return false
    const given = Buffer.from(field)
    const right = Buffer.from(this.#sign(request, own, value, until))
    return given.length === right.length && timingSafeEqual(given, right)
  }

  #sign(request: IncomingMessage, own: string, value: string, until: number): string {
    const others = [...cookiesOf(request)]
      .filter(([name]) => name !== cookieOf(own))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const said = JSON.stringify([value, own, request.url, until, others])
    return `${until}.${createHmac('sha256', this.#key).update(said).digest('base64url')}`
  }
}

function cookieOf(own: string): string {
  return isSecure(own) ? '__Host-proof' : 'proof'
}

function cookiesOf(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.filter(([name]) => name).map(([name = '', ...value]) => [name, value.join('=')]))
}
