import { existsSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import type { Secrets } from '../secrets'
import { startCluster, SUPERUSER } from './cluster'
import { createOwnedDatabase, ownerUrl } from './owned-database'
import { directoryFor, runAs } from './postgres-user'

const DATABASE = 'fair_passage'

/** The PostgreSQL that comes with the product, running. */
export type EmbeddedDatabase = {
  readonly ownerUrl: string
  /** Removes every row and table, to begin again. */
  readonly recreate: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the embedded PostgreSQL on `dataDirectory`/postgres; recovers it after a crash, creates it when there is none. */
export async function startEmbeddedDatabase(dataDirectory: string, secrets: Secrets): Promise<EmbeddedDatabase> {
  const portFile = path.join(dataDirectory, 'postgres-port')
  const rememberedPort = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : Number.NaN
  const cluster = await startCluster({
    directory: findDirectory(dataDirectory),
    password: secrets.superuserPassword,
    logFile: path.join(dataDirectory, 'postgres.log'),
    ...(Number.isInteger(rememberedPort) ? { preferredPort: rememberedPort } : {}),
  })
  writeFileSync(portFile, String(cluster.port))
  const superuserUrl = `postgresql://${SUPERUSER}:${secrets.superuserPassword}@127.0.0.1:${cluster.port}/postgres`
  const create = () => createOwnedDatabase(superuserUrl, DATABASE, secrets.ownerPassword)
  return {
    ownerUrl: await create(),
    recreate: async () => {
      const client = new Client({ connectionString: superuserUrl })
      await client.connect()
      await client.query(`drop database if exists ${DATABASE} with (force)`)
      await client.end()
      await create()
    },
    stop: cluster.stop,
  }
}

/** The owner's connection string of the embedded database that another process of ours has started. */
export function runningOwnerUrl(dataDirectory: string, secrets: Secrets): string {
  const port = readFileSync(path.join(dataDirectory, 'postgres-port'), 'utf8').trim()
  return ownerUrl(`postgresql://${SUPERUSER}@127.0.0.1:${port}/postgres`, DATABASE, secrets.ownerPassword)
}

/** `postgres` in the data directory, or where its link leads when the server's account cannot enter the checkout. */
function findDirectory(dataDirectory: string): string {
  const wanted = path.join(dataDirectory, 'postgres')
  try {
    return readlinkSync(wanted)
  } catch {
    const directory = directoryFor(wanted, runAs())
    if (directory !== wanted) symlinkSync(directory, wanted)
    return directory
  }
}
