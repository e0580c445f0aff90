import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const secretsSchema = z.object({
  authSecret: z.string().min(32),
  encryptionKey: z.string().min(40),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
})

/** The secrets of a start with the embedded database. */
export type Secrets = z.output<typeof secretsSchema>

/** Reads the secrets of this installation, or makes them on its first start. Readable by its owner only. */
export function readOrMakeSecrets(dataDirectory: string): Secrets {
  const file = path.join(dataDirectory, 'secrets.json')
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (existsSync(path.join(dataDirectory, 'postgres'))) {
    throw new Error(
      `${file} is gone, and without it the data in ${dataDirectory} cannot be read: put it back, or remove ${dataDirectory} to begin anew.`,
    )
  }
  const secrets: Secrets = {
    authSecret: randomBytes(32).toString('base64'),
    encryptionKey: randomBytes(32).toString('base64'),
    superuserPassword: randomBytes(24).toString('base64url'),
    ownerPassword: randomBytes(24).toString('base64url'),
  }
  mkdirSync(dataDirectory, { recursive: true })
  const unfinished = `${file}.new`
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return secrets
}
