import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What an authenticator and its browser do otherwise than they should. */
export type Bent = {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  /** Whether it saw who it is: a finger, a PIN. */
  readonly isVerified?: boolean
  readonly isPresent?: boolean
  /** The count it tells in place of its own. */
  readonly counter?: number
}

const ORIGIN = 'http://localhost:3000'
const RP_ID = 'localhost'
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** A security key in software (WebAuthn level 3, ES256, no attestation), as a browser would speak for it. */
export function aSecurityKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0

  const client = (type: string, challenge: string, { origin = ORIGIN, type: other = type }: Bent) =>
    Buffer.from(JSON.stringify({ type: other, challenge, origin, crossOrigin: false }))

  function head({ rpId = RP_ID, isVerified = true, isPresent = true, counter: told }: Bent, isNew: boolean): Buffer {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(told ?? counter)
    const flags = (isPresent ? 1 : 0) + (isVerified ? 4 : 0) + (isNew ? 64 : 0)
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count])
  }

  return {
    /** What a browser answers when a passkey is to be made. */
    make(challenge: string, bent: Bent = {}) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const data = Buffer.concat([head(bent, true), Buffer.alloc(16), length, credentialId, isoCBOR.encode(cose)])
      const whole = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data)],
      ])
      const attestation = isoCBOR.encode(whole as Parameters<typeof isoCBOR.encode>[0])
      const id = base64url(credentialId)
      const clientDataJSON = base64url(client('webauthn.create', challenge, bent))
      const response = { clientDataJSON, attestationObject: base64url(attestation), transports: ['usb'] }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
    },
    /** What a browser answers when the passkey is to be used. */
    use(challenge: string, bent: Bent = {}) {
      const data = head(bent, false)
      const said = client('webauthn.get', challenge, bent)
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
      const id = base64url(credentialId)
      const response = {
        clientDataJSON: base64url(said),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
    },
  }
}
