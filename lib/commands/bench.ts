import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { benchAssessments } from './bench/assess'
import { countCases, fillUp } from './bench/fill'
import { markPages } from './bench/lighthouse'
import { markTable } from './bench/mark-table'
import { residentMegabytes } from './bench/memory'
import { benchStaffPages, signIn } from './bench/pages'
import { resultTable, type BenchResult } from './bench/result-table'
import { benchSubmissions } from './bench/submissions'
import { weighPages } from './bench/weights'
import { build, isBuildStale } from './build'
import { ensureAppRole } from './database/app-role'
import { freePort } from './database/cluster'
import { prepareDatabase } from './database/prepare'
import { startThrowAwayServer } from './database/throw-away'
import { loadDemonstrationData } from './demonstration'
import { startNext } from './next-server'
import { phase, write } from './phases'
import { listenForStop, type StopList } from './stop-signals'

// `npm run bench [-- --json file]`: measures the production build on this machine, on a throw-away database. Reports, never judges.

const DIST_DIRECTORY = '.next-bench'

async function bench(stops: StopList): Promise<BenchResult> {
  if (isBuildStale(DIST_DIRECTORY)) await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  // First, while nothing else runs: it is pure work of one processor.
  const assessments = await phase('Verdicts', () => benchAssessments())
  const database = await startThrowAwayServer()
  stops.add(database.stop)
  const ownerUrl = await database.createDatabase('bench')
  await prepareDatabase(ownerUrl)
  const encryptionKey = randomBytes(32).toString('base64')
  const authSecret = randomBytes(32).toString('base64')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const keys = { appDatabaseUrl: await ensureAppRole(ownerUrl, encryptionKey), authSecret, encryptionKey, publicUrl }
  // The use case is measured in this process, which therefore has the application's settings.
  Object.assign(process.env, {
    APP_DATABASE_URL: keys.appDatabaseUrl,
    AUTH_SECRET: authSecret,
    ENCRYPTION_KEY: encryptionKey,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'error',
  })
  const owner = new Pool({ connectionString: ownerUrl, max: 10 })
  stops.add(() => owner.end())

  const loading = performance.now()
  await phase('Demonstration data', (report) => loadDemonstrationData({ ownerUrl, ...keys }, stops, report))
  const seconds = (performance.now() - loading) / 1000
  const reports = await countCases(owner)
  const server = await startNext({ ...keys, port, logLevel: 'error', distDir: DIST_DIRECTORY }, () => undefined)
  stops.add(server.stop)
  const startedMb = residentMegabytes(server.pid)

  await owner.query('VACUUM ANALYZE')
  const supervisor = await phase('Sign-in', () => signIn(publicUrl))
  const few = await phase(`Pages over ${reports} cases`, async () => ({
    cases: reports,
    ...(await benchStaffPages(supervisor)),
  }))
  const weights = await phase('Bytes', () => weighPages(publicUrl))
  const marks = await phase('Lighthouse', (report) => markPages(publicUrl, report))
  const submissions = await phase('Reports', () => benchSubmissions(publicUrl, owner))
  const filled = await phase('Filling up', () => fillUp(owner))
  const many = await phase(`Pages over ${filled} cases`, async () => ({
    cases: filled,
    ...(await benchStaffPages(supervisor)),
  }))
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      processors: availableParallelism(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
    },
    demonstration: { reports, seconds },
    submissions,
    assessments,
    pages: { few, many },
    weights,
    marks,
    memory: { startedMb, endMb: residentMegabytes(server.pid) },
  }
}

const { values } = parseArgs({ args: process.argv.slice(2), options: { json: { type: 'string' } } })
const stops = listenForStop(() => write('\nStopping ...'))
try {
  const result = await bench(stops)
  write(`\n${resultTable(result)}\n\n${markTable(result.marks)}\n`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
  await stops.stopAll()
  process.exit(0)
} catch (error) {
  write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await stops.stopAll()
  process.exit(1)
}
