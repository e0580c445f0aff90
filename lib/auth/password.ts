import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, minimum configuration (read 2026-11). */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Length says more than composition (NIST SP 800-63B, 5.1.1.2). */
export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 256

let stranger: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS)
}

/** Whether the password fits. For an address nobody has, pass null: the same work is done, so the time tells nothing. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  stranger ??= hash('nobody has this password', PARAMETERS)
  const fits = await verify(passwordHash ?? (await stranger), password.normalize('NFC'))
  return passwordHash !== null && fits
}
