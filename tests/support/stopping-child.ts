import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ensureAppRole } from '@/lib/commands/database/app-role'
import { freePort } from '@/lib/commands/database/cluster'
import { prepareDatabase } from '@/lib/commands/database/prepare'
import { startThrowAwayServer } from '@/lib/commands/database/throw-away'
import { startNext, type NextServer } from '@/lib/commands/next-server'
import { QUEUE_SCHEMA } from '@/lib/queue/settings'

// Stops a real server while a form comes in and a job is at work, and says what became of them; for a test that cannot load what a
// server is made of.

export type Stopped = {
  /** What the form was answered with. */
  readonly status: number
  readonly job: string | undefined
  readonly code: number
  readonly ms: number
}

const FORM = '--x\r\nContent-Disposition: form-data; name="none"\r\n\r\nwords\r\n--x--\r\n'
const PATIENCE = 600
const STEP_MS = 100

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > PATIENCE) throw new Error(`never: ${isSo.toString()}`)
    await pause(STEP_MS)
  }
}

/** Begins to send a form and keeps back a part of it; `end` sends that and gives the answer. */
async function beginForm(port: number): Promise<{ end: () => Promise<IncomingMessage> }> {
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': Buffer.byteLength(FORM),
    origin: `http://localhost:${port}`,
  }
  const asked = request({ port, path: '/vi/report/story', method: 'POST', headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve)
    asked.on('error', reject)
  })
  asked.write(FORM.slice(0, 20))
  await until(() => (asked.socket?.bytesWritten ?? 0) > 100)
  return {
    end: () => {
      asked.end(FORM.slice(20))
      return answered
    },
  }
}

async function stopAtWork(server: NextServer, port: number, holder: Client): Promise<Stopped> {
  const stateOf = async () => {
    const sql = `SELECT state::text FROM ${QUEUE_SCHEMA}.job WHERE name = 'reminders' ORDER BY created_on LIMIT 1`
    return (await holder.query<{ state: string }>(sql)).rows[0]?.state
  }
  await until(async () => (await stateOf()) === 'active')
  const form = await beginForm(port)
  const began = performance.now()
  process.kill(server.pid, 'SIGTERM')
  const isRefused = () =>
    fetch(`http://127.0.0.1:${port}/api/health`).then(
      () => false,
      () => true,
    )
  // Whoever comes now goes to another process, or is asked to come again.
  await until(isRefused)
  const answer = await form.end()
  answer.resume()
  await holder.query('COMMIT')
  const code = await server.exited
  return {
    status: answer.statusCode ?? 0,
    job: await stateOf(),
    code,
    ms: performance.now() - began,
  }
}

const database = await startThrowAwayServer()
const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-stopping-'))
try {
  const ownerUrl = await database.createDatabase('stopping')
  await prepareDatabase(ownerUrl)
  const encryptionKey = randomBytes(32).toString('base64')
  const port = await freePort()
  const holder = new Client({ connectionString: ownerUrl })
  // The database may go first when something fails.
  holder.on('error', () => undefined)
  await holder.connect()
  // A job that looks at deadlines comes no further than this.
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE deadline IN ACCESS EXCLUSIVE MODE')
  const settings = {
    appDatabaseUrl: await ensureAppRole(ownerUrl, encryptionKey),
    authSecret: randomBytes(32).toString('base64'),
    encryptionKey,
    port,
    publicUrl: `http://localhost:${port}`,
    files: { FILES_DIRECTORY: folder },
    logLevel: 'warn',
    distDir: '.next-test',
  }
  const server = await startNext(settings, (output) => process.stderr.write(output))
  try {
    const stopped = await stopAtWork(server, port, holder)
    process.stdout.write(`${JSON.stringify(stopped)}\n`)
  } finally {
    await server.stop()
    await holder.end()
  }
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
