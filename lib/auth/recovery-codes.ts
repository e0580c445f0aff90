import 'server-only'
import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeFrom } from '@/lib/domain/second-factor-code'

const SALT_BYTES = 16
/** argon2id with 19 MiB, two passes (OWASP): a code is drawn by chance, and no hash says its parameters, so these stay. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A new set of codes, and what is kept of it. One salt for the set: a code that is tried costs one hash and not ten. */
export async function newRecoveryCodes() {
  const salt = new Uint8Array(randomBytes(SALT_BYTES))
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(randomBytes(RECOVERY_CODE_BYTES)))
  const hashes: Uint8Array<ArrayBuffer>[] = []
  for (const code of codes) hashes.push(await hashRecoveryCode(code.replaceAll('-', ''), salt))
  return { codes, salt, hashes }
}

/** What is kept of a code, without dashes. 60 bits of chance are less than a plain hash would need. */
export async function hashRecoveryCode(code: string, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await hashRaw(code, { ...PARAMETERS, salt: new Uint8Array(salt) }))
}
