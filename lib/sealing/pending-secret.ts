import 'server-only'
import { keyFor } from './master-key'

/** As long as RFC 4226 recommends. */
const SECRET_BYTES = 20

/**
 * The secret that a session shows for an authenticator app until a code of the app proves that it was taken over; kept nowhere until
 * then. `former`: what it follows, so that a new one is never the one of before.
 */
export function pendingSecret(sessionId: string, former: string): Uint8Array<ArrayBuffer> {
  const salt = new TextEncoder().encode(`totp ${sessionId} ${former}`)
  return new Uint8Array(keyFor('second-factor', salt).subarray(0, SECRET_BYTES))
}
