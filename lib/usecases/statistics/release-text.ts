import 'server-only'
import { createHash } from 'node:crypto'
import type { LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'

/** Two releases with the same text tell the same. Every part of every cell counts. */
export function releaseText({ cells }: Pick<LoggedRelease, 'cells'>): string {
  return digestOf(cells).toString('base64url')
}

/**
 * The SHA-256 of data. What comes back from the database has the names of its parts in another order than what was just made: here
 * that makes no difference.
 */
export function digestOf(data: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(data, inOrder)).digest()
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
