import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOwnedDatabase } from './owned-database'
import { startCluster } from './cluster'
import { runAs } from './postgres-user'

/** A server of its own for one run of tests or of a command; nothing of it remains. */
export type ThrowAwayServer = {
  /** Connection string of a superuser on the maintenance database. */
  readonly superuserUrl: string
  /** Creates an empty database owned by a role without special rights; returns that role's connection string. */
  readonly createDatabase: (name: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts a throw-away PostgreSQL in the temporary directory; about a second. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'fair-passage-postgres-'))
  const account = runAs()
  chmodSync(directory, 0o700)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(directory, account.uid, account.gid)
  const password = randomBytes(18).toString('base64url')
  const cluster = await startCluster({
    directory,
    password,
    logFile: path.join(directory, 'server.log'),
    isThrowAway: true,
  })
  const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${cluster.port}/postgres`
  return {
    superuserUrl,
    createDatabase: (name) => createOwnedDatabase(superuserUrl, name, password),
    stop: cluster.stop,
  }
}
