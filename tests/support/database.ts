import { Client, Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { ensureAppRole } from '@/lib/commands/database/app-role'
import { setFileProcessor } from '@/lib/files/processor'

// Set-up of every integration test file: its own database, cloned from the migrated template before any import
// of the file runs, so that the application's code connects to it as its own role without knowing of tests.

const server = inject('databaseServer')
const name = `worker_${process.env['VITEST_POOL_ID'] ?? '1'}`

function urlOf(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

await asSuperuser(
  `drop database if exists ${name} with (force)`,
  `create database ${name} template ${server.template} owner ${new URL(server.templateOwnerUrl).username}`,
)

/** Connection string of the role that owns the schema of this file's database. */
export const ownerUrl = urlOf(server.templateOwnerUrl, name)
/** Connection string of the application's role: row-level security binds it. */
export const appUrl = await ensureAppRole(ownerUrl, server.encryptionKey)

let pool: Pool | undefined

/** Connections of the owner, to look at what was stored or to set up what no use case may. */
export function ownerPool(): Pool {
  if (!pool) {
    pool = new Pool({ connectionString: ownerUrl, max: 2 })
    // A connection that is just closing when the database is dropped says so; nobody is waiting for it any more.
    pool.on('error', () => undefined)
  }
  return pool
}

/** Empties every table of this file's database, except what migrations put there. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await ownerPool().query<{ tables: string | null }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables
       from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  )
  const tables = rows[0]?.tables
  if (!tables) return
  // Only the owner can: the application's role may neither change nor empty the audit trail.
  await ownerPool().query(
    `alter table audit_event disable trigger audit_event_kept; truncate ${tables} cascade; alter table audit_event enable trigger audit_event_kept`,
  )
}

Object.assign(process.env, {
  APP_DATABASE_URL: appUrl,
  AUTH_SECRET: server.authSecret,
  ENCRYPTION_KEY: server.encryptionKey,
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
})

afterAll(async () => {
  await globalThis.fairPassageClient?.$disconnect()
  globalThis.fairPassageClient = undefined
  await pool?.end()
  await asSuperuser(`drop database if exists ${name} with (force)`)
})

// In place; how the server does it, tests/unit/files/process-apart.alone.test.ts shows.
setFileProcessor(async (bytes, wish) => (await import('@/lib/files/look-through')).lookThrough(bytes, wish))
