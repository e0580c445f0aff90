import path from 'node:path'
import { databaseLineOf } from '@/lib/data/database-line'
import {
  embeddedEnv,
  isProductionStart,
  productionEnv,
  servingEnv,
  SettingsError,
  type ProductionEnv,
  type ServingEnv,
} from '@/lib/platform/env'
import { addressVariables } from '@/lib/platform/address-settings'
import { bucketLineOf, fileVariables } from '@/lib/platform/file-settings'
import { keyVariables, type KeySettings } from '@/lib/platform/key-settings'
import { mailVariables } from '@/lib/platform/mail-settings'
import { assertPowerless, ensureAppRole } from './database/app-role'
import { runningOwnerUrl, startEmbeddedDatabase } from './database/embedded'
import { keysOfDatabase } from './database/encryption-key-check'
import { carelessSettings, serverMajor } from './database/installation'
import { prepareDatabase } from './database/prepare'
import { isRestoreUnfinished, RESTORE_UNFINISHED } from './database/unfinished-restore'
import { demonstrationState, loadDemonstrationData } from './demonstration'
import { takeLauncherLock } from './launcher-lock'
import { isPortFree, type ServerSettings } from './next-server'
import { phase, write } from './phases'
import { readOrMakeSecrets } from './secrets'
import type { StopList } from './stop-signals'

const OLDEST_POSTGRESQL = 15
/** Where an installation without settings keeps everything. */
export const DATA_DIRECTORY = path.resolve('.data')
const WRONG_KEY =
  'ENCRYPTION_KEY is not the key that the cases of this database are sealed with, nor is it among FORMER_ENCRYPTION_KEYS or NEXT_ENCRYPTION_KEY: they could not be read. Put it back; docs/keys.md says how it is changed.'

/** A database that is ready, and what the application is to run on. */
export type Prepared = Omit<ServerSettings, 'distDir'> & {
  readonly isDemonstration: boolean
  readonly ownerUrl: string
}

/** A command that cannot go on, in words for the person at the terminal. */
export class CommandRefused extends Error {}

/** Says why a command cannot go on, and what to do about it. */
export function explain(error: unknown): void {
  if (error instanceof SettingsError) {
    write('Cannot start with these settings:')
    error.lines.forEach((line) => write(`  ${line}`))
    return
  }
  const isUnreachable =
    error instanceof AggregateError || (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')
  if (isUnreachable) write('The database does not answer: is the server of DATABASE_URL running?')
  else write(error instanceof Error ? error.message : String(error))
}

/**
 * With DATABASE_URL: that database, brought up to date. Without: the embedded one, with the demonstration in it.
 *
 * @param command how the person started us, for the advice when the port is taken
 */
export async function prepare(stops: StopList, command: string): Promise<Prepared> {
  if (!isProductionStart()) return prepareEmbedded(stops, command)
  await refuseTakenPort(productionEnv().PORT, command)
  return prepareProduction()
}

/** Checks the settings of production and brings its database up to this version. No demonstration, ever. */
export async function prepareProduction(): Promise<Prepared> {
  const settings = productionEnv()
  const ownerUrl = settings.DATABASE_URL
  const keys = await phase('Database', async (report) => {
    const major = await serverMajor(ownerUrl)
    if (major < OLDEST_POSTGRESQL) {
      throw new CommandRefused(
        `DATABASE_URL names a PostgreSQL ${major}; Fair Passage needs ${OLDEST_POSTGRESQL} or later.`,
      )
    }
    const careless = await carelessSettings(ownerUrl)
    if (careless.length > 0)
      report(
        `PostgreSQL has ${careless.join(', ')} off: after a power cut, a report whose receipt was shown may be gone.`,
      )
    await refuseUnfinishedRestore(ownerUrl)
    await prepareDatabase(ownerUrl, report)
    const known = await keysOfDatabase(ownerUrl, settings)
    if (known === null) throw new CommandRefused(WRONG_KEY)
    return known
  })
  const appDatabaseUrl =
    settings.APP_DATABASE_URL ?? (await ensureAppRole(ownerUrl, keys.ring.oldest.bytes.toString('base64')))
  if (settings.APP_DATABASE_URL) await assertPowerless(settings.APP_DATABASE_URL)
  tellOpenLines(appDatabaseUrl, settings)
  return { ownerUrl, appDatabaseUrl, ...productionServer(settings, keys.settings), isDemonstration: false }
}

/** What a server that finds everything made is to run on; nothing is written anywhere. */
export async function prepareServing(): Promise<Omit<ServerSettings, 'distDir'>> {
  const settings = servingEnv()
  const appDatabaseUrl = settings.APP_DATABASE_URL
  await assertPowerless(appDatabaseUrl)
  await refuseUnfinishedRestore(appDatabaseUrl)
  const known = await keysOfDatabase(appDatabaseUrl, settings)
  if (known === null) throw new CommandRefused(WRONG_KEY)
  tellOpenLines(appDatabaseUrl, settings)
  return { appDatabaseUrl, ...productionServer(settings, known.settings) }
}

/** Says where somebody on the way could read along; nothing is refused, since the way may be one's own. */
function tellOpenLines(appDatabaseUrl: string, settings: ServingEnv | ProductionEnv): void {
  const line = databaseLineOf(appDatabaseUrl)
  if (line === 'open')
    write('The database is on another machine and not reached by TLS: add sslmode=verify-full to its address.')
  if (line === 'unproved')
    write('The server of the database need not prove its name: set sslmode=verify-full in its address.')
  if (bucketLineOf(settings) === 'open')
    write('The bucket is not reached by https: set FILES_S3_ENDPOINT to its https address.')
}

function productionServer(settings: ServingEnv | ProductionEnv, keys: KeySettings) {
  return {
    authSecret: settings.AUTH_SECRET,
    keys: keyVariables(keys),
    ...(settings.DATA_LOCATION === undefined ? {} : { dataLocation: settings.DATA_LOCATION }),
    ...(settings.AUDIT_ANCHOR_DIRECTORY === undefined
      ? {}
      : { anchorDirectory: path.resolve(settings.AUDIT_ANCHOR_DIRECTORY) }),
    metricsToken: settings.METRICS_TOKEN,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    trustedProxyHops: settings.TRUSTED_PROXY_HOPS,
    logLevel: settings.LOG_LEVEL,
    addresses: addressVariables(settings),
    files: fileVariables(settings),
    mail: mailVariables(settings),
  }
}

async function prepareEmbedded(stops: StopList, command: string): Promise<Prepared> {
  const settings = embeddedEnv()
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const lock = await takeLauncherLock(DATA_DIRECTORY, publicUrl)
  if ('heldBy' in lock) {
    throw new CommandRefused(`Fair Passage already runs at ${lock.heldBy.address} (process ${lock.heldBy.pid}).`)
  }
  stops.add(async () => lock.release())
  await refuseTakenPort(settings.PORT, command)
  const secrets = readOrMakeSecrets(DATA_DIRECTORY)
  const keys = { authSecret: secrets.authSecret, encryptionKey: secrets.encryptionKey }
  const ownerUrl = await phase('Database (embedded PostgreSQL)', async (report) => {
    const database = await startEmbeddedDatabase(DATA_DIRECTORY, secrets)
    stops.add(database.stop)
    await refuseUnfinishedRestore(database.ownerUrl)
    await prepareDatabase(database.ownerUrl, report)
    if ((await demonstrationState(database.ownerUrl)) === 'unfinished') {
      report('the demonstration data was not loaded to the end: beginning again')
      await database.recreate()
      await prepareDatabase(database.ownerUrl)
    }
    return database.ownerUrl
  })
  const appDatabaseUrl = await ensureAppRole(ownerUrl, keys.encryptionKey)
  if ((await demonstrationState(ownerUrl)) === 'absent') {
    await phase('Demonstration data (first start only)', (report) =>
      loadDemonstrationData({ ownerUrl, appDatabaseUrl, publicUrl, ...keys }, stops, report),
    )
  }
  const { PORT: port, LOG_LEVEL: logLevel, TRUSTED_PROXY_HOPS: trustedProxyHops } = settings
  const addresses = addressVariables(settings)
  const files = fileVariables(settings)
  // Invented people get no mail: what would go out lies in a folder, unless a server is set.
  const mail = mailVariables(settings, path.join(DATA_DIRECTORY, 'mail'))
  return {
    ...keys,
    metricsToken: settings.METRICS_TOKEN,
    ownerUrl,
    appDatabaseUrl,
    port,
    publicUrl,
    trustedProxyHops,
    logLevel,
    addresses,
    files,
    mail,
    isDemonstration: true,
  }
}

/** The owner's connection string for a command that needs a database and no server: of production, or the embedded one, running or not. */
export async function openOwnerDatabase(stops: StopList): Promise<string> {
  if (isProductionStart()) return (await prepareProduction()).ownerUrl
  const lock = await takeLauncherLock(DATA_DIRECTORY, 'a command without a server')
  if ('heldBy' in lock) return runningOwnerUrl(DATA_DIRECTORY, readOrMakeSecrets(DATA_DIRECTORY))
  stops.add(async () => lock.release())
  const database = await startEmbeddedDatabase(DATA_DIRECTORY, readOrMakeSecrets(DATA_DIRECTORY))
  stops.add(database.stop)
  await refuseUnfinishedRestore(database.ownerUrl)
  await prepareDatabase(database.ownerUrl)
  return database.ownerUrl
}

/** Half of what was there looks like all of it. */
async function refuseUnfinishedRestore(url: string): Promise<void> {
  if (await isRestoreUnfinished(url)) throw new CommandRefused(RESTORE_UNFINISHED)
}

/** Refuses early, before minutes of work, when somebody listens on the port. */
export async function refuseTakenPort(port: number, command: string): Promise<void> {
  if (await isPortFree(port)) return
  throw new CommandRefused(`Port ${port} is in use. Choose another: PORT=${port + 1} ${command}`)
}
