import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ensureAppRole } from '../database/app-role'
import { prepareDatabase } from '../database/prepare'
import { startDurableDatabase, type DurableDatabase } from './durable-database'
import { lotOf, type Lot } from './lot'
import { tellReport, type Tally } from './phone'
import { startServer, type Server } from './processes'
import { prove, type Proof } from './prove'
import type { Receipt } from './requests'

export type CrashTest = {
  readonly submissions: number
  readonly seed: number
  /** Phones that tell at once. */
  readonly lanes?: number
  readonly report?: (line: string) => void
}
export type Crashes = { processes: number; database: number; connections: number }
export type CrashResult = Proof & {
  readonly receipts: number
  readonly crashes: Crashes
  readonly cut: number
  readonly failed: Readonly<Record<string, number>>
  readonly sentAgain: number
  readonly seconds: number
}

const PROCESSES = 2
const LANES = 6
/** A crash comes this many milliseconds at most after a report was sent: while it is being written. */
const CRASH_WITHIN_MS = 60
const SAY_EVERY = 50
/** About so many crashes, however many reports there are. */
const CRASHES_IN_A_RUN = 50

/**
 * Has reports with files told to two processes of the application on a PostgreSQL that flushes what it confirms, and kills processes,
 * the database and single connections at random moments, most of them while a report is being written. Then looks for every receipt
 * that was shown.
 */
export async function crashTest({ submissions, seed, lanes = LANES, report }: CrashTest): Promise<CrashResult> {
  const began = performance.now()
  const database = await startDurableDatabase()
  const files = mkdtempSync(path.join(tmpdir(), 'fair-passage-crash-files-'))
  const world = new World(await environmentOf(database.ownerUrl, files))
  let isOver = false
  try {
    await world.ready()
    const receipts = new Map<number, Receipt>()
    const tally: Tally = { cut: 0, failed: new Map(), sentAgain: 0 }
    const lot = lotOf(seed)
    const crashing = crash(world, database, lotOf(seed + 1), {
      told: () => receipts.size,
      submissions,
      isOver: () => isOver,
    })
    crashing.catch(() => undefined)
    const phones = Array.from({ length: submissions }, (_, phone) => phone)
    const site = { someServer: () => world.someServer(lot), lot, tally }
    const tellAll = async () => {
      for (let phone = phones.shift(); phone !== undefined; phone = phones.shift()) {
        receipts.set(phone, await tellReport(phone, site))
        if (receipts.size % SAY_EVERY === 0) report?.(`${receipts.size} receipts, ${world.crashes} crashes`)
      }
    }
    await Promise.all(Array.from({ length: lanes }, tellAll))
    const crashes = await crashing
    const server = await world.ready()
    const proof = await prove(receipts, server, database.ownerUrl, files)
    return {
      ...proof,
      receipts: receipts.size,
      crashes,
      cut: tally.cut,
      failed: Object.fromEntries(tally.failed),
      sentAgain: tally.sentAgain,
      seconds: Math.round((performance.now() - began) / 1000),
    }
  } finally {
    isOver = true
    await world.stop()
    await database.stop()
    rmSync(files, { recursive: true, force: true })
  }
}

/** The processes of the application, each in its place; in the place of a killed one another begins. */
class World {
  crashes = 0
  readonly #env: Readonly<Record<string, string>>
  readonly #servers: Server[]
  #onSent: (() => void) | undefined

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env
    this.#servers = Array.from({ length: PROCESSES }, () => this.#start())
  }

  #start(): Server {
    return startServer(this.#env, (ask) => {
      if (ask === 'submit' || ask === 'send_waiting') this.#onSent?.()
    })
  }

  /** Once all of them serve. */
  async ready(): Promise<Server> {
    await Promise.all(this.#servers.map(({ ready }) => ready))
    return this.#servers[0] as Server
  }

  someServer(lot: Lot): Server | undefined {
    const up = this.#servers.filter((server) => server.isReady())
    return up[lot.below(Math.max(1, up.length))]
  }

  /** When the next report is sent, or after a while. */
  nextSent(): Promise<void> {
    return Promise.race([
      new Promise<void>((resolve) => (this.#onSent = resolve)),
      pause(1000, undefined, { ref: false }),
    ])
  }

  async killOne(place: number): Promise<void> {
    const server = this.#servers[place]
    if (!server?.isReady()) return
    this.crashes += 1
    await server.kill()
    this.#servers[place] = this.#start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.kill()))
  }
}

type Progress = { readonly told: () => number; readonly submissions: number; readonly isOver: () => boolean }

/** Seven of ten crashes take a process of the application, two the database, one a connection of it; each when all serve again and a few more reports are told. */
async function crash(
  world: World,
  database: DurableDatabase,
  lot: Lot,
  { told, submissions, isOver }: Progress,
): Promise<Crashes> {
  const crashes: Crashes = { processes: 0, database: 0, connections: 0 }
  const goesOn = () => !isOver() && told() < submissions
  const between = Math.max(3, Math.round(submissions / CRASHES_IN_A_RUN))
  // The first three are one of each, so that the shortest test has them all; the process last, since another takes seconds to serve and
  // the rest goes on telling meanwhile.
  for (let count = 0; goesOn(); count += 1) {
    await world.ready()
    const next = Math.min(submissions, told() + lot.below(between))
    while (told() < next && goesOn()) await pause(10)
    await world.nextSent()
    await pause(lot.below(CRASH_WITHIN_MS))
    if (!goesOn()) break
    const drawn = count < 3 ? ([7, 9, 0][count] ?? 0) : lot.below(10)
    if (drawn < 7) {
      await world.killOne(lot.below(PROCESSES))
      crashes.processes += 1
    } else if (drawn < 9) {
      await database.killAndRestart()
      world.crashes += 1
      crashes.database += 1
    } else {
      // In the moment that the database recovers from the crash before, there is none to kill.
      await database.killOne().then(
        () => {
          world.crashes += 1
          crashes.connections += 1
        },
        () => undefined,
      )
    }
  }
  return crashes
}

async function environmentOf(ownerUrl: string, files: string): Promise<Record<string, string>> {
  await prepareDatabase(ownerUrl)
  const encryptionKey = randomBytes(32).toString('base64')
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(
    `INSERT INTO office (id, code, name, kind, country, intake_origins, is_default_intake, languages) VALUES ($1, 'helpdesk', 'Help desk', 'ngo', 'JP', '{}', true, '{en,vi}')`,
    [randomUUID()],
  )
  await client.end()
  return {
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, encryptionKey),
    AUTH_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEY: encryptionKey,
    PUBLIC_URL: 'http://localhost:3000',
    FILES_DIRECTORY: files,
    LOG_LEVEL: 'silent',
  }
}
