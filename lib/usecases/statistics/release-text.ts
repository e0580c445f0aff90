import 'server-only'
import { createHash } from 'node:crypto'
import type { LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'

/** Two releases with the same text tell the same. Every part of every cell counts, in whatever order the database gives them back. */
export function releaseText({ cells }: Pick<LoggedRelease, 'cells'>): string {
  return createHash('sha256').update(JSON.stringify(cells, inOrder)).digest('base64url')
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
