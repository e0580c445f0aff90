import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import { ensureAppRole } from '../database/app-role'
import { freePort } from '../database/cluster'
import { prepareDatabase } from '../database/prepare'
import { startThrowAwayServer } from '../database/throw-away'
import type { StopList } from '../stop-signals'

/** What every part of a run stands on: a database of this version that is thrown away, and the settings of the application on it. */
export type Bench = {
  readonly owner: Pool
  readonly ownerUrl: string
  readonly keys: {
    readonly appDatabaseUrl: string
    readonly authSecret: string
    readonly encryptionKey: string
    readonly publicUrl: string
  }
  readonly port: number
}

/** Prepares the database, and gives this process the settings of the application: use cases are measured in it. */
export async function prepareBench(stops: StopList): Promise<Bench> {
  const database = await startThrowAwayServer()
  stops.add(database.stop)
  const ownerUrl = await database.createDatabase('bench')
  await prepareDatabase(ownerUrl)
  await letOwnerFill(database.superuserUrl, new URL(ownerUrl).username)
  const encryptionKey = randomBytes(32).toString('base64')
  const authSecret = randomBytes(32).toString('base64')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const keys = { appDatabaseUrl: await ensureAppRole(ownerUrl, encryptionKey), authSecret, encryptionKey, publicUrl }
  Object.assign(process.env, {
    APP_DATABASE_URL: keys.appDatabaseUrl,
    AUTH_SECRET: authSecret,
    ENCRYPTION_KEY: encryptionKey,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'error',
  })
  const owner = new Pool({ connectionString: ownerUrl, max: 10 })
  // Connections at rest are cut when the server stops.
  owner.on('error', () => undefined)
  stops.add(() => owner.end())
  return { owner, ownerUrl, keys, port }
}

/** Millions of rows are put there by the owner without a trigger for each; a real owner may not. */
async function letOwnerFill(superuserUrl: string, owner: string): Promise<void> {
  const superuser = new Client({ connectionString: superuserUrl })
  await superuser.connect()
  try {
    await superuser.query(`GRANT SET ON PARAMETER session_replication_role TO ${superuser.escapeIdentifier(owner)}`)
  } finally {
    await superuser.end()
  }
}
