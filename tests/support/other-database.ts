import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, vi } from 'vitest'
import { ensureAppRole } from '@/lib/commands/database/app-role'
import type { FileStore } from '@/lib/storage/file-store'
import { closeWithFile } from './database'

const server = inject('databaseServer')

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Another database of the test's server, empty or a copy of the one of this version; gone with the test file. Returns its owner's connection string. */
export async function anotherDatabase(template = 'template0'): Promise<string> {
  const name = `other_${randomUUID().slice(0, 8)}`
  const owner = new URL(server.templateOwnerUrl)
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner.username}`)
  closeWithFile(() => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  owner.pathname = `/${name}`
  return owner.toString()
}

/** Does something as a process of the application that was started on another database and store; the file goes on with its own. */
export async function onDatabase<T>(ownerUrl: string, store: FileStore, work: () => Promise<T>): Promise<T> {
  const appUrl = await ensureAppRole(ownerUrl, server.encryptionKey)
  const [client, ours] = [globalThis.fairPassageClient, globalThis.fairPassageStore]
  vi.resetModules()
  vi.stubEnv('APP_DATABASE_URL', appUrl)
  globalThis.fairPassageClient = undefined
  globalThis.fairPassageStore = store
  try {
    return await work()
  } finally {
    await disconnect()
    globalThis.fairPassageClient = client
    globalThis.fairPassageStore = ours
    vi.unstubAllEnvs()
    vi.resetModules()
  }
}

/** Of the process that took our place. */
async function disconnect(): Promise<void> {
  await globalThis.fairPassageClient?.$disconnect()
}
