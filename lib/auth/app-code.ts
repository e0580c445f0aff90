import 'server-only'
import { Secret, TOTP } from 'otpauth'

/** What authenticator apps know without asking: RFC 6238 with SHA-1, six digits, thirty seconds. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A clock may be one step early or late. */
const WINDOW = 1

/** The time step that a code is of, within one of now; null when it is of none. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  const delta = TOTP.validate({ ...KIND, token: code, secret: secretOf(secret), timestamp, window: WINDOW })
  return delta === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + delta
}

/** The code of a moment. */
export function codeAt(secret: Uint8Array, at: Date): string {
  return TOTP.generate({ ...KIND, secret: secretOf(secret), timestamp: at.getTime() })
}

/** The secret as a person types it, and as the address that a QR code carries. */
export function appWords(secret: Uint8Array, email: string): { readonly typed: string; readonly address: string } {
  const issuer = 'Fair Passage'
  const app = new TOTP({ ...KIND, issuer, label: email, secret: secretOf(secret) })
  return { typed: app.secret.base32.replaceAll(/(.{4})(?=.)/gu, '$1 '), address: app.toString() }
}

/** The bytes of a secret as a person types it. */
export function bytesOfSecret(typed: string): Uint8Array {
  return Secret.fromBase32(typed).bytes
}

/** Whether a secret is the one that is typed like this. */
export function isSecretOf(secret: Uint8Array, typed: string): boolean {
  return Buffer.from(secret).equals(bytesOfSecret(typed))
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer })
}
