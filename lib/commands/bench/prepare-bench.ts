import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
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
  stops.add(() => owner.end())
  return { owner, ownerUrl, keys, port }
}
