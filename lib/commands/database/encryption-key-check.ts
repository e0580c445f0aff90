import { hkdfSync } from 'node:crypto'
import { readInstallation, writeInstallation } from './installation'

const KEY = 'encryption_key_check'
const CHECK_BYTES = 8

/**
 * Whether this is the key that the database's cases are sealed with. The first start remembers a value that follows from
 * the key and gives nothing of it away; a start with another key would seal new cases beside ones it cannot read.
 */
export async function isEncryptionKeyOf(ownerUrl: string, encryptionKey: string): Promise<boolean> {
  const bytes = hkdfSync(
    'sha256',
    Buffer.from(encryptionKey, 'base64'),
    '',
    'fair-passage/encryption-key-check',
    CHECK_BYTES,
  )
  const check = Buffer.from(bytes).toString('hex')
  const remembered = await readInstallation(ownerUrl, KEY)
  if (remembered === undefined) await writeInstallation(ownerUrl, KEY, check)
  return remembered === undefined || remembered === check
}
