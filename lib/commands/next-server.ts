import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { hkdfSync } from 'node:crypto'
import { DEMO_APP_SECRET } from '@/lib/demo/accounts'
import { bundlesIn } from './bundle'
import { childEnvironment, QUIET } from './child-environment'

export const NEXT_CLI = path.join('node_modules', 'next', 'dist', 'bin', 'next')

const READY_SECONDS = 90
const STOP_SECONDS = 10
const POLL_MS = 100

/** What the application runs on; DATABASE_URL is not among it. */
export type ServerSettings = {
  readonly appDatabaseUrl: string
  readonly authSecret: string
  /** The master key itself; left out where `keys` says where it is. */
  readonly encryptionKey?: string | undefined
  /** Settings of keys, by their names. */
  readonly keys?: Readonly<Record<string, string>> | undefined
  /** Where the ends of the audit chains are written down; left out: nowhere. */
  readonly anchorDirectory?: string | undefined
  /** Where the data rests, in the words of the operator. */
  readonly dataLocation?: string | undefined
  /** Opens the numbers of this process to what watches the server; left out: to nobody. */
  readonly metricsToken?: string | undefined
  readonly port: number
  readonly publicUrl: string
  readonly logLevel: string
  /** Left out, lib/platform/env.ts decides from the address. */
  readonly trustedProxyHops?: number | undefined
  /** Addresses beside the public one, by the names of their settings. */
  readonly addresses?: Readonly<Record<string, string>> | undefined
  /** Settings of the file store, by their names. */
  readonly files?: Readonly<Record<string, string>> | undefined
  /** Settings of e-mail, by their names; none: no mail goes out. */
  readonly mail?: Readonly<Record<string, string>> | undefined
  /** The invented accounts of the demonstration are there: their codes are shown while signing in. */
  readonly isDemonstration?: boolean | undefined
  readonly distDir: string
  /** `dev` compiles what is asked for as the sources change. */
  readonly mode?: 'start' | 'dev'
}

export type NextServer = {
  readonly pid: number
  readonly stop: () => Promise<void>
  /** Resolves with the exit code when the process ends by itself. */
  readonly exited: Promise<number>
}

/** The environment of the application, see lib/platform/env.ts. */
export function serverEnvironment(settings: ServerSettings): NodeJS.ProcessEnv {
  const actionsKey = hkdfSync('sha256', settings.authSecret, '', 'fair-passage/server-actions', 32)
  return childEnvironment({
    NODE_ENV: settings.mode === 'dev' ? 'development' : 'production',
    APP_DATABASE_URL: settings.appDatabaseUrl,
    AUTH_SECRET: settings.authSecret,
    ...(settings.encryptionKey === undefined ? {} : { ENCRYPTION_KEY: settings.encryptionKey }),
    ...settings.keys,
    ...(settings.dataLocation === undefined ? {} : { DATA_LOCATION: settings.dataLocation }),
    ...(settings.anchorDirectory === undefined ? {} : { AUDIT_ANCHOR_DIRECTORY: settings.anchorDirectory }),
    ...(settings.metricsToken === undefined ? {} : { METRICS_TOKEN: settings.metricsToken }),
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    LOG_LEVEL: settings.logLevel,
    ...(settings.trustedProxyHops === undefined ? {} : { TRUSTED_PROXY_HOPS: String(settings.trustedProxyHops) }),
    ...settings.addresses,
    ...settings.files,
    ...settings.mail,
    ...(settings.isDemonstration ? { DEMONSTRATION_APP_SECRET: DEMO_APP_SECRET } : {}),
    NEXT_DIST_DIR: settings.distDir,
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: settings.authSecret,
    // The same on every instance and after every build; names of actions are the same as well (build.ts).
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.from(actionsKey).toString('base64'),
  })
}

/**
 * Starts the web server (lib/web-server), bundled beforehand, and waits until it says that it is ready. What it writes from then on goes to `show`.
 *
 * @throws with the server's own words when it ends or stays silent
 */
export async function startNext(settings: ServerSettings, show: (output: Buffer) => void): Promise<NextServer> {
  const exitWithParent = pathToFileURL(path.join(import.meta.dirname, 'exit-with-parent.mjs')).href
  const mode = settings.mode ?? 'start'
  const bundles = bundlesIn(settings.distDir, mode)
  const program = [path.join(bundles.server, 'main.mjs'), mode, String(settings.port), bundles.phone]
  const child = spawn(process.execPath, [QUIET, '--import', exitWithParent, ...program], {
    env: serverEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const stop = () => stopChild(child, exited)
  let early: string[] | undefined = []
  const pass = (chunk: Buffer) => {
    if (early) early.push(chunk.toString())
    else show(chunk)
  }
  child.stdout?.on('data', pass)
  child.stderr?.on('data', pass)
  try {
    await untilReady(settings.port, child)
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}\n${early.join('')}`)
  }
  early = undefined
  return { pid: child.pid ?? 0, stop, exited }
}

async function stopChild(child: ChildProcess, exited: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const inTime = await Promise.race([exited.then(() => true), pause(STOP_SECONDS * 1000, false, { ref: false })])
  if (!inTime) child.kill('SIGKILL')
  await exited
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  let last = 'no answer'
  for (let waited = 0; waited < READY_SECONDS * 1000; waited += POLL_MS) {
    if (child.exitCode !== null) throw new Error('The server ended while starting.')
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(5000) })
      if (answer.ok) return
      last = `${answer.status} ${await answer.text()}`
    } catch {
      // Not listening yet.
    }
    await pause(POLL_MS)
  }
  throw new Error(`The server did not become ready: ${last}`)
}

/** Whether nobody listens on `port` yet. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
