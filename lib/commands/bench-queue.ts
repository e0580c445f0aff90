import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { benchQueue } from './bench/queue'
import { fillQueue } from './bench/queue-fill'
import { ensureAppRole } from './database/app-role'
import { prepareDatabase } from './database/prepare'
import { startThrowAwayServer } from './database/throw-away'
import { phase, write } from './phases'
import { listenForStop } from './stop-signals'

// `node lib/commands/bootstrap.mjs bench-queue`: the queue alone over a million cases, on a throw-away database. Reports, never judges.

const stops = listenForStop(() => write('\nStopping ...'))
try {
  const database = await startThrowAwayServer()
  stops.add(database.stop)
  const ownerUrl = await database.createDatabase('bench')
  await prepareDatabase(ownerUrl)
  const encryptionKey = randomBytes(32).toString('base64')
  Object.assign(process.env, {
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, encryptionKey),
    AUTH_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEY: encryptionKey,
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: 'error',
  })
  const owner = new Pool({ connectionString: ownerUrl, max: 2 })
  stops.add(() => owner.end())
  const cases = Number(process.argv[2] ?? 1_000_000)
  const office = await phase(`Filling up to ${cases} cases`, () => fillQueue(owner, cases))
  const timings = await phase('Filters', () => benchQueue(owner, office))
  for (const { name, rows, medianMs, p95Ms } of timings)
    write(`| ${name} | ${rows} | ${medianMs.toFixed(1)} ms | ${p95Ms.toFixed(1)} ms |\n`)
  await stops.stopAll()
  process.exit(0)
} catch (error) {
  write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await stops.stopAll()
  process.exit(1)
}
