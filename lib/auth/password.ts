import 'server-only'
import { hash, verify } from '@node-rs/argon2'

type Parameters = { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number }

/** argon2id with 64 MiB, three passes, four lanes: the second recommended option of RFC 9106, 4. */
const IN_USE: Parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 4 }
/** Of before, as passwords may still be kept: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, the least). */
const FORMER: Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Length says more than composition (NIST SP 800-63B, 3.1.1.2). */
export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 128

const strangers = new Map<Parameters, Promise<string>>()

/** The same password from another keyboard is the same password (NIST SP 800-63B: NFKC). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), IN_USE)
}

/**
 * Whether the password fits. For an address nobody has, pass null: the same work is done, with the parameters in use and with those of
 * before, whichever the password is kept with, so the time tells nothing.
 */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  // Passwords of before were kept in NFC: where that is another text, it is tried as well, whoever asks.
  const texts = new Set([password.normalize('NFKC'), password.normalize('NFC')])
  const isFormer = passwordHash?.startsWith(prefixOf(FORMER)) === true
  let fits = false
  for (const parameters of [IN_USE, FORMER]) {
    const isOwn = passwordHash !== null && isFormer === (parameters === FORMER)
    const kept = isOwn ? passwordHash : await strangerOf(parameters)
    for (const text of texts) if ((await verify(kept, text)) && isOwn) fits = true
  }
  return fits
}

/** Whether a hash was made with other parameters than are in use: it is made anew when the password is known, at the next sign-in. */
export function isHashedOtherwise(passwordHash: string): boolean {
  return !passwordHash.startsWith(prefixOf(IN_USE))
}

function strangerOf(parameters: Parameters): Promise<string> {
  const known = strangers.get(parameters) ?? hash('nobody has this password', parameters)
  strangers.set(parameters, known)
  return known
}

function prefixOf({ memoryCost, timeCost, parallelism }: Parameters): string {
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`
}
