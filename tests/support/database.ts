import { Client, Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { ensureAppRole } from '@/lib/commands/database/app-role'
import { forgetExchangeRates } from '@/lib/data/exchange-rates'
import { forgetFeeRules } from '@/lib/data/fee-rules'
import { setFileProcessor } from '@/lib/files/processor'
import { now } from '@/lib/platform/clock'
import { stopBoss } from '@/lib/queue/boss'

// Set-up of every integration test file: its own database, cloned from the migrated template before the file is loaded, so that
// the application's code connects to it as its own role without knowing of tests. What the application remembers about a database
// is forgotten with it: files share the modules of their process (vitest.config.ts says which do not).

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

declare global {
  /** Found by every copy of this module: it runs again for each file, what imports it does not. */
  var fairPassageOpened: (() => Promise<void>)[] | undefined
  var fairPassageOwnerPool: Pool | undefined
}

/** Has something of this file closed before its database is dropped. */
export function closeWithFile(close: () => Promise<void>): void {
  ;(globalThis.fairPassageOpened ??= []).push(close)
}

/** Connections of the owner, to look at what was stored or to set up what no use case may. */
export function ownerPool(): Pool {
  if (!globalThis.fairPassageOwnerPool) {
    const pool = new Pool({ connectionString: ownerUrl, max: 2 })
    // A connection that is just closing when the database is dropped says so; nobody is waiting for it any more.
    pool.on('error', () => undefined)
    closeWithFile(() => pool.end())
    globalThis.fairPassageOwnerPool = pool
  }
  return globalThis.fairPassageOwnerPool
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

/** What is further from the time of the machine is the clock of a test that did not put the real one back. */
const CLOCK_MAY_DIFFER_MS = 60_000

/** A file may leave a database for every earlier state (EVERY_STATE). */
const CLOSING_MS = 240_000

afterAll(async () => {
  await stopBoss(0)
  await globalThis.fairPassageClient?.$disconnect()
  for (const close of globalThis.fairPassageOpened ?? []) await close()
  forgetExchangeRates()
  forgetFeeRules()
  // What a server keeps for as long as it runs lies in these.
  for (const name of Object.keys(globalThis))
    if (name.startsWith('fairPassage')) Reflect.deleteProperty(globalThis, name)
  await asSuperuser(`drop database if exists ${name} with (force)`)
  // Nobody comes after a file that has a process to itself.
  const differs = Math.abs(now().getTime() - Date.now()) > CLOCK_MAY_DIFFER_MS
  if (differs && process.env['SHARES_MODULES']) throw new Error('this file left its clock behind')
}, CLOSING_MS)

// In place; how the server does it, tests/unit/files/process-apart.alone.test.ts shows.
setFileProcessor(async (bytes, wish) => (await import('@/lib/files/look-through')).lookThrough(bytes, wish))
