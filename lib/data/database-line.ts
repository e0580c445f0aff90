import 'server-only'
import { Client } from 'pg'
import { isLoopback } from '@/lib/platform/served-addresses'

/** How the database is reached: on this machine; encrypted to a server that proved its name; encrypted to anybody; readable on the way. */
export type DatabaseLine = 'here' | 'proved' | 'unproved' | 'open'

/** What a connection string asks for, read as whoever connects reads it. */
export function databaseLineOf(connectionString: string): DatabaseLine {
  const { host, ssl } = new Client({ connectionString })
  if (host.startsWith('/') || isLoopback(host)) return 'here'
  // Set to false or to options, it is something else than its types say.
  const asked: unknown = ssl
  if (asked === false || asked === undefined || asked === null) return 'open'
  return typeof asked === 'object' && 'rejectUnauthorized' in asked && asked.rejectUnauthorized === false
    ? 'unproved'
    : 'proved'
}
