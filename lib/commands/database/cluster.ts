import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { findPostgresPrograms } from './postgres-programs'
import { runAs } from './postgres-user'

/** A running server of our own. */
export type Cluster = {
  readonly port: number
  /** Ends every connection and the server; resolves when it is gone. */
  readonly stop: () => Promise<void>
}

export type ClusterOptions = {
  readonly directory: string
  readonly password: string
  readonly logFile: string
  /** Taken when it is free, any other free port otherwise. */
  readonly preferredPort?: number
  /** A test's database: nothing is flushed to disk and everything is removed at the end. */
  readonly isThrowAway?: boolean
}

export const SUPERUSER = 'postgres'

const POLL_MS = 50
const STOP_SECONDS = 20
const START_SECONDS = 90

const DURABLE_FLAGS: readonly string[] = [
  // What goes wrong may quote a row: no statement and no detail reaches the log.
  '-c',
  'log_min_error_statement=panic',
  '-c',
  'log_error_verbosity=terse',
]
const THROW_AWAY_FLAGS: readonly string[] = [
  '-c',
  'fsync=off',
  '-c',
  'full_page_writes=off',
  '-c',
  'synchronous_commit=off',
  '-c',
  'max_wal_size=4GB',
]

/** Starts a server on `directory`, creating the cluster first when there is none. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = runAs()
  const programs = findPostgresPrograms(account)
  const { directory, isThrowAway = false } = options
  if (!existsSync(path.join(directory, 'global', 'pg_control'))) createCluster(programs.initdb, options)
  await endFormerServer(directory)
  const port = await freePort(options.preferredPort)
  const log = openSync(options.logFile, 'a')
  const server = spawn(
    programs.postgres,
    [
      '-D',
      directory,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      ...(process.platform === 'win32' ? [] : ['-c', 'unix_socket_directories=']),
      ...(isThrowAway ? THROW_AWAY_FLAGS : DURABLE_FLAGS),
    ],
    // A group of its own: Ctrl-C reaches the launcher, which stops the application before the database.
    { ...account, detached: true, stdio: ['ignore', log, log], env: serverEnvironment() },
  )
  closeSync(log)
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const pid = server.pid
  if (pid === undefined) throw new Error(`could not run ${programs.postgres}`)
  const guard = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'end-with-parent.mjs'), String(pid), ...(isThrowAway ? [directory] : [])],
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  await untilReady(directory, pid, () => server.exitCode !== null, options.logFile)
  server.unref()
  guard.unref()
  return {
    port,
    stop: async () => {
      server.ref()
      if (server.exitCode === null && server.signalCode === null) endProcess(pid, 'SIGINT', programs.pgCtl, directory)
      const inTime = await Promise.race([exited.then(() => true), pause(STOP_SECONDS * 1000, false, { ref: false })])
      if (!inTime) endProcess(pid, 'SIGQUIT', programs.pgCtl, directory)
      await exited
      if (isThrowAway) rmSync(directory, { recursive: true, force: true })
      guard.kill('SIGKILL')
    },
  }
}

/** Plain UTF-8 with the server's own collation: the same order of rows on every operating system. */
function createCluster(initdb: string, options: ClusterOptions): void {
  const passwordFile = path.join(tmpdir(), `fair-passage-${randomUUID()}`)
  const account = runAs()
  writeFileSync(passwordFile, `${options.password}\n`, { mode: account.uid === undefined ? 0o600 : 0o644 })
  try {
    const done = spawnSync(
      initdb,
      [
        `--pgdata=${options.directory}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.isThrowAway ? ['--no-sync'] : []),
      ],
      { ...account, encoding: 'utf8', env: serverEnvironment() },
    )
    if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Settings of the caller's shell (PGPORT, PGDATA, LC_ALL) do not reach the server. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C' }
}

/** A port nobody listens on: `preferred` when it is free. */
export function freePort(preferred?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => (preferred === undefined ? reject(new Error('no free port')) : resolve(freePort())))
    probe.listen(preferred ?? 0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' ? address?.port : undefined
      probe.close(() => (port === undefined ? reject(new Error('no free port')) : resolve(port)))
    })
  })
}

/** `postmaster.pid`: process, directory, start, port, socket, address, memory, state. */
function readPidFile(directory: string): { pid: number; state: string } | undefined {
  try {
    const lines = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), state: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

async function untilReady(directory: string, pid: number, hasEnded: () => boolean, logFile: string): Promise<void> {
  for (let waited = 0; waited < START_SECONDS * 1000; waited += POLL_MS) {
    const file = readPidFile(directory)
    if (file?.pid === pid && file.state === 'ready') return
    if (hasEnded()) break
    await pause(POLL_MS)
  }
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8)
  throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${lines.join('\n')}`)
}

/**
 * Ends a server that a killed launcher left on this directory. The number in its file may by now belong to
 * some other process (after a restart of a container), so only a process that names the directory is touched.
 */
async function endFormerServer(directory: string): Promise<void> {
  const former = readPidFile(directory)
  if (former === undefined) return
  if (!isServerOf(former.pid, directory)) {
    rmSync(path.join(directory, 'postmaster.pid'), { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    endProcess(former.pid, signal)
    for (let waited = 0; waited < STOP_SECONDS * 1000; waited += POLL_MS) {
      if (!isServerOf(former.pid, directory)) return
      await pause(POLL_MS)
    }
  }
  throw new Error(`an earlier PostgreSQL (process ${former.pid}) still runs on ${directory}`)
}

function isServerOf(pid: number, directory: string): boolean {
  if (process.platform === 'win32') {
    const list = spawnSync('tasklist', ['/fi', `PID eq ${pid}`, '/nh'], { encoding: 'utf8' })
    return list.stdout.includes('postgres')
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(directory)
  } catch {
    const shown = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return shown.status === 0 && shown.stdout.includes(directory)
  }
}

function endProcess(pid: number, signal: 'SIGINT' | 'SIGQUIT', pgCtl?: string, directory?: string): void {
  if (process.platform === 'win32' && pgCtl !== undefined && directory !== undefined) {
    spawnSync(pgCtl, ['stop', '-D', directory, '-m', signal === 'SIGINT' ? 'fast' : 'immediate'])
    return
  }
  try {
    process.kill(pid, signal)
  } catch {
    // Already gone.
  }
}
