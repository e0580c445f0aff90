import { Client } from 'pg'
import { isProductionStart, productionEnv } from '@/lib/platform/env'
import { openOwnerDatabase } from '../preparation'
import type { StopList } from '../stop-signals'

/** Reads the database as its owner and as it is, no migration runs: of production, or the embedded one. */
export async function readDatabase<T>(stops: StopList, read: (client: Client) => Promise<T>): Promise<T> {
  const connectionString = isProductionStart() ? productionEnv().DATABASE_URL : await openOwnerDatabase(stops)
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return await read(client)
  } finally {
    await client.end()
  }
}
