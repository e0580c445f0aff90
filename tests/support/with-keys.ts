import { vi } from 'vitest'
import { KEPT_KEYS } from '@/lib/sealing/kept-keys'
import { ownerPool } from './database'

type Keys = Readonly<Record<string, string>>

/** Does something as a process of the application that was started with these keys; the others of the file go on with theirs. */
export async function withKeys<T>(keys: Keys, work: () => Promise<T>): Promise<T> {
  vi.resetModules()
  const { rows } = await ownerPool().query<{ value: string }>('SELECT value FROM installation WHERE key = $1', [
    KEPT_KEYS,
  ])
  const kept = rows[0]?.value
  try {
    vi.stubEnv('ENCRYPTION_KEY', '')
    for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value)
    if (kept !== undefined) vi.stubEnv('KEPT_KEYS', kept)
    return await work()
  } finally {
    vi.unstubAllEnvs()
    vi.resetModules()
  }
}
