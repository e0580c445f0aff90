import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, isBuildStale } from './build'
import { ensureAppRole } from './database/app-role'
import { freePort } from './database/cluster'
import { prepareDatabase } from './database/prepare'
import { startThrowAwayServer } from './database/throw-away'
import { loadDemonstrationData } from './demonstration'
import { findBrowser } from './find-browser'
import { startNext } from './next-server'
import { phase } from './phases'
import { runProgram } from './run-program'
import type { StopList } from './stop-signals'
import { playwrightTally, type Tally } from './tally'

const DIST_DIRECTORY = '.next-test'
const RESULTS = 'test-results'

type Application = { readonly baseUrl: string; readonly ownerUrl: string; readonly stop: () => Promise<void> }

/** What the browser tests need before the first of them: a browser, and an application that runs. */
export type BrowserStage = { readonly browser: string; readonly application: Application }

/** `isHeldBack`: while other tests run, the build leaves the processor to them. */
export async function setBrowserStage(stops: StopList, isHeldBack = false): Promise<BrowserStage> {
  const browser = await phase('Browser', async (report) => {
    const found = findBrowser(report)
    report(found)
    return found
  })
  return { browser, application: await startApplication(stops, isHeldBack) }
}

/** The production build on a throw-away database of its own, with a little of the demonstration data in it. */
async function startApplication(stops: StopList, isHeldBack: boolean): Promise<Application> {
  if (isBuildStale(DIST_DIRECTORY))
    await phase('Build for the tests', (report) => build(DIST_DIRECTORY, stops, report, isHeldBack))
  return phase('Application for the tests', async (report) => {
    const database = await startThrowAwayServer()
    const stopDatabase = stops.add(database.stop)
    const ownerUrl = await database.createDatabase('browser_tests')
    await prepareDatabase(ownerUrl)
    const encryptionKey = randomBytes(32).toString('base64')
    const authSecret = randomBytes(32).toString('base64')
    const appDatabaseUrl = await ensureAppRole(ownerUrl, encryptionKey)
    const port = await freePort()
    const publicUrl = `http://localhost:${port}`
    const keys = { appDatabaseUrl, authSecret, encryptionKey, publicUrl }
    await loadDemonstrationData({ ownerUrl, ...keys }, stops, report, 'small')
    mkdirSync(RESULTS, { recursive: true })
    // Beside the results, not among the files of a demonstration on this machine.
    const files = { FILES_DIRECTORY: path.join(RESULTS, 'files') }
    const mail = { MAIL_CATCHER_DIRECTORY: path.resolve(RESULTS, 'mail') }
    const log = createWriteStream(path.join(RESULTS, 'server.log'))
    const server = await startNext(
      // A journey that says in `x-forwarded-for` where it comes from is a network of its own; the others cannot be told apart.
      {
        ...keys,
        port,
        files,
        mail,
        trustedProxyHops: 1,
        logLevel: 'info',
        isDemonstration: true,
        distDir: DIST_DIRECTORY,
      },
      (output) => log.write(output),
    )
    const stopServer = stops.add(server.stop)
    const stop = async () => {
      await stopServer()
      await stopDatabase()
    }
    return { baseUrl: publicUrl, ownerUrl, stop }
  })
}

/** Runs the browser tests against the production build, or those of them that `filters` name. */
export async function runBrowserTests(
  filters: readonly string[],
  stops: StopList,
  { browser, application }: BrowserStage,
): Promise<Tally> {
  const report = path.join(RESULTS, 'browser.json')
  rmSync(report, { force: true })
  return phase('Tests: browser', async () => {
    const code = await runProgram(
      {
        script: path.join('node_modules', 'playwright', 'cli.js'),
        args: ['test', '--reporter=list,json', ...filters],
        env: {
          BASE_URL: application.baseUrl,
          // A journey may need what no page shows, such as the invitation a letter would carry.
          TEST_OWNER_URL: application.ownerUrl,
          BROWSER_EXECUTABLE: browser,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
      stops,
    )
    await application.stop()
    return playwrightTally(report, code)
  })
}
