import path from 'node:path'
import { DEMO_ACCOUNTS } from '@/lib/demo/accounts'
import { embeddedEnv, isProductionStart, productionEnv, SettingsError } from '@/lib/platform/env'
import { build, isBuildStale } from './build'
import { assertPowerless, ensureAppRole } from './database/app-role'
import { startEmbeddedDatabase } from './database/embedded'
import { serverMajor } from './database/installation'
import { migrateDatabase } from './database/migrate'
import { loadReferenceData } from './database/reference-data'
import { demonstrationState, loadDemonstrationData } from './demonstration'
import { takeLauncherLock } from './launcher-lock'
import { isPortFree, startNext, type ServerSettings } from './next-server'
import { phase, secondsSince, write } from './phases'
import { readOrMakeSecrets } from './secrets'
import { listenForStop, type StopList } from './stop-signals'

// `npm start`. With DATABASE_URL set: the production start. Without: everything on this machine, with the
// embedded PostgreSQL and the demonstration data.

const OLDEST_POSTGRESQL = 15
const DATA_DIRECTORY = path.resolve('.data')
const DIST_DIRECTORY = '.next'

type Prepared = Omit<ServerSettings, 'distDir'> & { readonly isDemonstration: boolean }

/** A start that cannot go on, in words for the person at the terminal. */
class StartRefused extends Error {}

async function prepareProduction(): Promise<Prepared> {
  const settings = productionEnv()
  await refuseTakenPort(settings.PORT)
  await phase('Database', async (report) => {
    const major = await serverMajor(settings.DATABASE_URL)
    if (major < OLDEST_POSTGRESQL) {
      throw new StartRefused(`DATABASE_URL names a PostgreSQL ${major}; Fair Passage needs ${OLDEST_POSTGRESQL} or later.`)
    }
    await migrateDatabase(settings.DATABASE_URL, report)
    await loadReferenceData(settings.DATABASE_URL)
  })
  const appDatabaseUrl = settings.APP_DATABASE_URL ?? (await ensureAppRole(settings.DATABASE_URL, settings.ENCRYPTION_KEY))
  if (settings.APP_DATABASE_URL) await assertPowerless(settings.APP_DATABASE_URL)
  return {
    appDatabaseUrl,
    authSecret: settings.AUTH_SECRET,
    encryptionKey: settings.ENCRYPTION_KEY,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    logLevel: settings.LOG_LEVEL,
    isDemonstration: false,
  }
}

async function prepareEmbedded(stops: StopList): Promise<Prepared> {
  const settings = embeddedEnv()
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const lock = await takeLauncherLock(DATA_DIRECTORY, publicUrl)
  if ('heldBy' in lock) {
    throw new StartRefused(`Fair Passage already runs at ${lock.heldBy.address} (process ${lock.heldBy.pid}).`)
  }
  stops.add(async () => lock.release())
  await refuseTakenPort(settings.PORT)
  const secrets = readOrMakeSecrets(DATA_DIRECTORY)
  const keys = { authSecret: secrets.authSecret, encryptionKey: secrets.encryptionKey }
  const database = await phase('Database (embedded PostgreSQL)', async (report) => {
    const started = await startEmbeddedDatabase(DATA_DIRECTORY, secrets)
    stops.add(started.stop)
    await migrateDatabase(started.ownerUrl, report)
    if ((await demonstrationState(started.ownerUrl)) === 'unfinished') {
      report('the demonstration data was not loaded to the end: beginning again')
      await started.recreate()
      await migrateDatabase(started.ownerUrl)
    }
    await loadReferenceData(started.ownerUrl)
    return started
  })
  const { ownerUrl } = database
  const appDatabaseUrl = await ensureAppRole(ownerUrl, keys.encryptionKey)
  if ((await demonstrationState(ownerUrl)) === 'absent') {
    await phase('Demonstration data (first start only)', (report) =>
      loadDemonstrationData({ ownerUrl, appDatabaseUrl, publicUrl, ...keys }, stops, report),
    )
  }
  return { ...keys, appDatabaseUrl, port: settings.PORT, publicUrl, logLevel: settings.LOG_LEVEL, isDemonstration: true }
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isPortFree(port)) return
  throw new StartRefused(`Port ${port} is in use. Choose another: PORT=${port + 1} npm start`)
}

function printSignIns(publicUrl: string): void {
  write('Demonstration sign-ins, with invented people and cases:')
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  for (const { email, password, role, office } of DEMO_ACCOUNTS) {
    write(`  ${email.padEnd(width)}  ${password}  ${role}, ${office}`)
  }
  write(`  at ${publicUrl}/en/sign-in`)
}

async function start(stops: StopList): Promise<void> {
  const started = performance.now()
  const { isDemonstration, ...settings } = isProductionStart() ? await prepareProduction() : await prepareEmbedded(stops)
  if (isBuildStale(DIST_DIRECTORY)) await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  const server = await phase('Server', async () => {
    const running = await startNext({ ...settings, distDir: DIST_DIRECTORY }, (output) => process.stdout.write(output))
    stops.add(running.stop)
    return running
  })
  write(`\nFair Passage is ready at ${settings.publicUrl} (${secondsSince(started)})`)
  if (isDemonstration) printSignIns(settings.publicUrl)
  write('Ctrl-C stops it.\n')
  const code = await server.exited
  if (!isStopping) {
    process.exitCode = code === 0 ? 1 : code
    await stops.stopAll()
    process.exit()
  }
}

let isStopping = false
const stops = listenForStop(() => {
  isStopping = true
  write('\nStopping ...')
})
try {
  await start(stops)
} catch (error) {
  if (!isStopping) {
    if (error instanceof SettingsError) {
      write('Cannot start with these settings:')
      error.lines.forEach((line) => write(`  ${line}`))
    } else if (error instanceof StartRefused) {
      write(error.message)
    } else {
      write(error instanceof Error ? error.message : String(error))
    }
    await stops.stopAll()
    process.exit(1)
  }
}
