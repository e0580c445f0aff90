import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startCluster, type Cluster } from '../database/cluster'
import { carelessSettings } from '../database/installation'
import { createOwnedDatabase } from '../database/owned-database'
import { runAs } from '../database/postgres-user'

const RESTARTS = 40
const AGAIN_MS = 250

/** A PostgreSQL of its own that keeps what it says it keeps, as in production, and can be killed. */
export type DurableDatabase = {
  readonly ownerUrl: string
  /** Kills the server's first process, without a word, and starts it again on what the disk has. */
  readonly killAndRestart: () => Promise<void>
  /** Kills one process that serves the application; the server then throws all others out and recovers. */
  readonly killOne: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts one in the temporary directory. Throws when it would not flush what it confirms. */
export async function startDurableDatabase(): Promise<DurableDatabase> {
  const directory = mkdtempSync(path.join(tmpdir(), 'fair-passage-crash-'))
  const account = runAs()
  chmodSync(directory, 0o700)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(directory, account.uid, account.gid)
  const password = randomBytes(18).toString('base64url')
  const logFile = path.join(directory, 'server.log')
  let cluster: Cluster = await startCluster({ directory, password, logFile })
  const { port } = cluster
  const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  const ownerUrl = await createOwnedDatabase(superuserUrl, 'crash', password)
  await refuseCareless(ownerUrl)
  return {
    ownerUrl,
    async killAndRestart() {
      const pid = Number(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, 'SIGKILL')
      await cluster.stop()
      cluster = await restart(() => startCluster({ directory, password, logFile, preferredPort: port }), port)
    },
    async killOne() {
      const pid = await asked<number>(
        superuserUrl,
        `SELECT pid AS value FROM pg_stat_activity WHERE datname = 'crash' ORDER BY state = 'active' DESC, random() LIMIT 1`,
      )
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    async stop() {
      await cluster.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Its former processes may take a moment to notice that the first one is gone; the port is that of before. */
async function restart(start: () => Promise<Cluster>, port: number): Promise<Cluster> {
  for (let tries = 1; ; tries += 1) {
    try {
      const cluster = await start()
      if (cluster.port === port) return cluster
      await cluster.stop()
    } catch (error) {
      if (tries === RESTARTS) throw error
    }
    await pause(AGAIN_MS)
  }
}

async function refuseCareless(ownerUrl: string): Promise<void> {
  if ((await carelessSettings(ownerUrl)).length > 0)
    throw new Error('this PostgreSQL confirms before it flushes: nothing would be shown')
}

async function asked<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<{ value: T }>(sql)).rows[0]?.value
  } finally {
    await client.end()
  }
}
