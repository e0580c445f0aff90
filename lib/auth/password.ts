import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, minimum configuration (read 2026-11). */
export const ARGON2_PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const PREFIX = `$argon2id$v=19$m=${ARGON2_PARAMETERS.memoryCost},t=${ARGON2_PARAMETERS.timeCost},p=${ARGON2_PARAMETERS.parallelism}$`

/** Length says more than composition (NIST SP 800-63B, 3.1.1.2). */
export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 128

let stranger: Promise<string> | undefined

/** The same password from another keyboard is the same password (NIST SP 800-63B: NFKC). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2_PARAMETERS)
}

/** Whether the password fits. For an address nobody has, pass null: the same work is done, so the time tells nothing. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  stranger ??= hash('nobody has this password', ARGON2_PARAMETERS)
  const kept = passwordHash ?? (await stranger)
  // Passwords of before were kept in NFC: where that is another text, it is tried as well, whoever asks.
  const texts = new Set([password.normalize('NFKC'), password.normalize('NFC')])
  let fits = false
  for (const text of texts) if (await verify(kept, text)) fits = true
  return passwordHash !== null && fits
}

/** Whether a hash was made with other parameters than are in use: it is made anew when the password is known, at the next sign-in. */
export function isHashedOtherwise(passwordHash: string): boolean {
  return !passwordHash.startsWith(PREFIX)
}
