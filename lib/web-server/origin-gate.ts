import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPulledIn, isUnsafe, toldOrigin } from '@/lib/http/origin-rule'
import { DATA_CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '@/lib/http/security-headers'
import { countRefusal } from '@/lib/platform/refusal-counts'
import { servedAt, type Addresses, type Served } from '@/lib/platform/served-addresses'
import { bodyLimitOf } from './body-limits'
import { FormProof, PROOF_FIELD } from './form-proof'
import { holdBody } from './held-body'

/** How long a client that was refused may go on sending, so that it reads the answer. */
const PATIENCE_MS = 10_000
const FORM_TYPE = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/iu

/**
 * Stands before everything that could act (docs/adr/052). What may change something goes on only when it comes from a page of ours;
 * what comes from elsewhere is refused before anybody reads it. A browser that tells nothing is asked once, with a proof in the form.
 * What goes on says where it came from in one way, so that what follows (Next's own check of actions, lib/http/same-origin.ts)
 * decides the same, and names no host but ours.
 */
export class OriginGate {
  readonly #addresses: Addresses
  readonly #proof: FormProof

  constructor(addresses: Addresses, secret: string) {
    this.#addresses = addresses
    this.#proof = new FormProof(secret)
  }

  /** The address a request was sent to. */
  served(request: IncomingMessage): Served {
    return servedAt(request.headers.host, this.#addresses)
  }

  /**
   * Whether a request goes on, later for one that has to be read first; otherwise it is answered. `bound` puts the limits on its
   * body, and says whether it goes on.
   */
  judge(request: IncomingMessage, response: ServerResponse, bound: () => boolean): boolean | Promise<boolean> {
    const served = this.served(request)
    const told = (name: string) => textOf(request.headers[name])
    const address = request.url ?? '/'
    if (!isUnsafe(request.method)) {
      if (isPulledIn(told, address.split('?')[0] ?? '')) return refuse(request, response)
      setOwn(request, served)
      return bound()
    }
    const where = toldOrigin(told, served)
    if (where === 'ours') {
      setOwn(request, served)
      return bound()
    }
    const isForm = request.method === 'POST' && FORM_TYPE.test(told('content-type') ?? '')
    const isAskable = isForm && !isData(address) && told('next-action') === null
    if (where === 'elsewhere' || !isAskable) return refuse(request, response)
    if (bodyLimitOf(request.method, address).kind !== 'other') return refuse(request, response, 'files')
    const held = holdBody(request)
    if (!bound()) return false
    return held.then(({ bytes, letGo }) => this.#ask(request, response, served, bytes, letGo))
  }

  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    served: Served,
    bytes: Buffer,
    letGo: () => void,
  ): Promise<boolean> {
    const at = Date.now()
    const headers = { 'content-type': textOf(request.headers['content-type']) ?? '' }
    const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null)
    if (form !== null && this.#proof.fits(request, served.own, form.get(PROOF_FIELD), at)) {
      setOwn(request, served)
      letGo()
      return true
    }
    const entries = [...(form ?? [])].filter(([name]) => name !== PROOF_FIELD)
    const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const hasFiles = entries.some(([, value]) => typeof value !== 'string' && value.size > 0)
    if (form === null || hasFiles) return refuse(request, response, 'files')
    const { cookie, field } = this.#proof.make(request, served.own, at)
    response.setHeader('Set-Cookie', cookie)
    const [{ askingPage }, { WRITTEN_PAGE_POLICY }] = await Promise.all([
      import('./proof-page'),
      import('./written-page'),
    ])
    say(response, askingPage({ address: request.url ?? '/', fields, proof: field }), WRITTEN_PAGE_POLICY)
    return false
  }
}

/** From here on there is one host and one origin, both ours. */
function setOwn(request: IncomingMessage, { own, isHostKnown }: Served): void {
  const isElsewhereNamed = !isHostKnown || request.headers['x-forwarded-host'] !== undefined
  if (isElsewhereNamed) request.headers.host = new URL(own).host
  delete request.headers['x-forwarded-host']
  if (isUnsafe(request.method)) request.headers.origin = own
}

/** 403, without reading: programs get a problem, people a page. The line ends when the client does not. */
function refuse(request: IncomingMessage, response: ServerResponse, why: 'elsewhere' | 'files' = 'elsewhere'): false {
  countRefusal({ what: 'origin' })
  request.resume()
  const impatient = setTimeout(() => request.destroy(), PATIENCE_MS)
  impatient.unref()
  request.once('close', () => clearTimeout(impatient))
  const address = request.url ?? '/'
  if (isData(address)) {
    say(response, JSON.stringify({ type: 'about:blank', title: 'Forbidden', status: 403, code: 'elsewhere' }), null)
    return false
  }
  // The words are read when they are needed, which is never on most days.
  void Promise.all([import('./proof-page'), import('./written-page')]).then(
    ([{ elsewherePage, untoldFilesPage }, { WRITTEN_PAGE_POLICY }]) =>
      say(response, (why === 'files' ? untoldFilesPage : elsewherePage)({ address }), WRITTEN_PAGE_POLICY),
    () => response.destroy(),
  )
  return false
}

/** `policy`: of a page; null for what programs read. */
function say(response: ServerResponse, body: string, policy: string | null): void {
  response.writeHead(403, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': policy ?? DATA_CONTENT_SECURITY_POLICY,
    'Content-Type': policy === null ? 'application/problem+json' : 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-store',
  })
  response.end(body)
}

function isData(address: string): boolean {
  return address.startsWith('/api/')
}

function textOf(value: string | string[] | undefined): string | null {
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
}
