import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { ownerUrl } from './database'

const server = inject('databaseServer')

/** The tables of keys, which the README wants backed up apart. */
export const KEY_TABLES: ReadonlySet<string> = new Set(['case_key'])

async function asSuperuser<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(server.superuserUrl)
  url.pathname = `/${database}`
  const client = new Client({ connectionString: url.toString() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const ours = () => new URL(ownerUrl).pathname.slice(1)

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  return rows.map(({ name }) => name)
}

/** A copy of these tables as files, as a dump of data has them. Returns its folder. */
export function copyOut(isWanted: (table: string) => boolean): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-copy-'))
  // The server writes it, as its own user.
  chmodSync(folder, 0o777)
  return asSuperuser(ours(), async (client) => {
    for (const table of (await tablesOf(client)).filter(isWanted))
      await client.query(`COPY "${table}" TO '${folder}/${table}'`)
    return folder
  })
}

/** Loads copies into a new database of this version and does something there. */
export async function restored<T>(folders: readonly string[], work: (client: Client) => Promise<T>): Promise<T> {
  const name = `restored_${randomUUID().slice(0, 8)}`
  await asSuperuser('postgres', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`))
  try {
    return await asSuperuser(name, async (client) => {
      await client.query(`SET session_replication_role = replica`)
      const tables = await tablesOf(client)
      await client.query(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')}`)
      for (const folder of folders)
        for (const table of tables)
          if (KEY_TABLES.has(table) === (folder === folders[1]))
            await client.query(`COPY "${table}" FROM '${folder}/${table}'`)
      return await work(client)
    })
  } finally {
    await asSuperuser('postgres', (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
}
