import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from '@/lib/platform/env'

declare global {
  var fairPassageClient: PrismaClient | undefined
  var fairPassagePool: Pool | undefined
}

/** Connections of one app process. Two cores of PostgreSQL are busy with ten; more only queue inside the server. */
const POOL_SIZE = 10

/** The one client of this process, connected as the application's role. Only lib/data opens it, through within(). */
export function client(): PrismaClient {
  if (globalThis.fairPassageClient !== undefined) return globalThis.fairPassageClient
  const pool = new Pool({ connectionString: env().APP_DATABASE_URL, max: POOL_SIZE })
  globalThis.fairPassagePool = pool
  globalThis.fairPassageClient = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
  return globalThis.fairPassageClient
}

/** The connections of this process: how many work, how many rest, and how much work waits for one. */
export type PoolState = {
  readonly busy: number
  readonly idle: number
  readonly waiting: number
  readonly most: number
}

export function poolState(): PoolState {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = globalThis.fairPassagePool ?? {}
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount, most: POOL_SIZE }
}
