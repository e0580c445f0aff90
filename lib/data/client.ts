import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from '@/lib/platform/env'

declare global {
  var fairPassageClient: PrismaClient | undefined
}

/** Connections of one app process. Two cores of PostgreSQL are busy with ten; more only queue inside the server. */
const POOL_SIZE = 10

/** The one client of this process, connected as the application's role. Only lib/data opens it, through within(). */
export function client(): PrismaClient {
  return (globalThis.fairPassageClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().APP_DATABASE_URL, max: POOL_SIZE }),
  }))
}
