import { constants, createHash, createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a token is signed; `none` and `HS256` are what must not be believed. */
export type Signing = 'RS256' | 'PS256' | 'ES256' | 'EdDSA' | 'none' | 'HS256' | 'stranger'

/** What the provider does otherwise than it should, or says of who signs in. */
export type Bent = {
  claims: Readonly<Record<string, unknown>>
  document: Readonly<Record<string, unknown>>
  signing: Signing
  /** What is added to the way back. */
  back: Readonly<Record<string, string>>
  /** Takes a code again, as careless providers do. */
  keepsCodes: boolean
  /** Answers everything with this status and body. */
  answer: { readonly status: number; readonly body: string; readonly location?: string } | null
}

/** An identity provider of a few pages that speaks OpenID Connect with code and PKCE; everybody who comes is signed in. */
export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly bent: Bent
  /** Everything straight again. */
  readonly straighten: () => void
  readonly stop: () => Promise<void>
}

type Asked = { readonly challenge: string; readonly nonce: string; readonly redirect: string }

const KEYS = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed: generateKeyPairSync('ed25519'),
  stranger: generateKeyPairSync('rsa', { modulusLength: 2048 }),
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signatureOf(signing: Signing, text: string): Buffer {
  const data = Buffer.from(text)
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  switch (signing) {
    case 'RS256':
      return sign('sha256', data, KEYS.rsa.privateKey)
    case 'PS256':
      return sign('sha256', data, { key: KEYS.rsa.privateKey, ...pss })
    case 'ES256':
      return sign('sha256', data, { key: KEYS.ec.privateKey, dsaEncoding: 'ieee-p1363' })
    case 'EdDSA':
      return sign(null, data, KEYS.ed.privateKey)
    case 'stranger':
      return sign('sha256', data, KEYS.stranger.privateKey)
    case 'HS256':
      // With the public key as the secret: what careless verifiers take.
      return createHmac('sha256', KEYS.rsa.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(data)
        .digest()
    case 'none':
      return Buffer.alloc(0)
  }
}

const KID: Partial<Record<Signing, string>> = { ES256: 'ec', EdDSA: 'ed' }

function tokenOf(signing: Signing, claims: Readonly<Record<string, unknown>>): string {
  const alg = signing === 'stranger' ? 'RS256' : signing
  const text = `${base64url({ alg, kid: KID[signing] ?? 'rsa', typ: 'JWT' })}.${base64url(claims)}`
  return `${text}.${signatureOf(signing, text).toString('base64url')}`
}

const jwk = (kid: string, key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' })

/** Starts one on a free port of this machine. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const straight = (): Bent => ({
    claims: {},
    document: {},
    signing: 'RS256',
    back: {},
    keepsCodes: false,
    answer: null,
  })
  const bent = straight()
  const clientId = `client-${randomUUID().slice(0, 8)}`
  const clientSecret = randomUUID()
  const codes = new Map<string, Asked>()
  let issuer = ''

  const documentOf = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256', 'none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    ...bent.document,
  })

  const say = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  /** Signs in whoever comes and leads back with a code. */
  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const told = (name: string) => asked.get(name) ?? ''
    const isRight =
      told('client_id') === clientId &&
      told('response_type') === 'code' &&
      told('code_challenge_method') === 'S256' &&
      told('scope').split(' ').includes('openid')
    if (!isRight) return void say(response, 400, { error: 'invalid_request' })
    const code = randomUUID()
    codes.set(code, { challenge: told('code_challenge'), nonce: told('nonce'), redirect: told('redirect_uri') })
    const back = new URL(told('redirect_uri'))
    for (const [name, value] of Object.entries({ code, state: told('state'), iss: issuer, ...bent.back }))
      back.searchParams.set(name, value)
    response.writeHead(302, { location: back.href }).end()
  }

  /** Gives a token for a code, once, to whoever has the secret and the verifier. */
  function redeem(request: IncomingMessage, posted: URLSearchParams, response: ServerResponse): void {
    const asked = codes.get(posted.get('code') ?? '')
    if (!bent.keepsCodes) codes.delete(posted.get('code') ?? '')
    const [, basic = ''] = (request.headers.authorization ?? '').split(' ')
    const [id, secret] = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
    const verifier = createHash('sha256')
      .update(posted.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = id === clientId && secret === clientSecret && verifier === asked?.challenge
    if (!fits || posted.get('redirect_uri') !== asked.redirect)
      return void say(response, 400, { error: 'invalid_grant' })
    const seconds = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'somebody',
      exp: seconds + 300,
      iat: seconds,
      nonce: asked.nonce,
      email_verified: true,
      ...bent.claims,
    }
    say(response, 200, { access_token: randomUUID(), token_type: 'Bearer', id_token: tokenOf(bent.signing, claims) })
  }

  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    if (bent.answer) {
      const { status, body, location } = bent.answer
      return void response.writeHead(status, location === undefined ? {} : { location }).end(body)
    }
    if (pathname === '/.well-known/openid-configuration') return void say(response, 200, documentOf())
    if (pathname === '/keys') {
      const keys = [jwk('rsa', KEYS.rsa.publicKey), jwk('ec', KEYS.ec.publicKey), jwk('ed', KEYS.ed.publicKey)]
      return void say(response, 200, { keys })
    }
    if (pathname === '/authorize') return authorize(searchParams, response)
    if (pathname === '/token') return redeem(request, new URLSearchParams(Buffer.concat(parts).toString()), response)
    say(response, 404, {})
  }
  const server = createServer((request, response) => {
    answerTo(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    clientId,
    clientSecret,
    bent,
    straighten: () => Object.assign(bent, straight()),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
