import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { recordPublication } from '@/lib/data/publication-days'
import { within } from '@/lib/data/within'
import type { Publication } from '@/lib/domain/statistics/publications'
import type { Release, ReleasedTable, ReleaseFacts } from '@/lib/domain/statistics/released-table'
import { readPublicRelease } from '@/lib/usecases/statistics/read-release'
import { digestOf } from '@/lib/usecases/statistics/release-text'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'

/**
 * So long an answer is given again without asking. With the minute that a release may be old and the two that others may keep an
 * answer (PUBLIC_MAX_AGE_S), nothing is older than four minutes.
 */
const KEPT_MS = 60_000

/** What a public table says, and the day since which it does: that day is also its `asOf`, and its `version` is always 0. */
export type PublishedRelease = { readonly release: Release; readonly publishedOn: string }

type Kept = { readonly at: number; readonly made: Promise<PublishedRelease> }

declare global {
  var fairPassagePublications: Map<string, Kept> | undefined
}

/** A public table, remembered by this process for a minute; those who ask at once wait for the same answer. */
export function readPublication(publication: Publication): Promise<PublishedRelease> {
  const kept = (globalThis.fairPassagePublications ??= new Map())
  const known = kept.get(publication.name)
  if (known && performance.now() - known.at < KEPT_MS) return known.made
  const made = publish(publication)
  kept.set(publication.name, { at: performance.now(), made })
  // A failure is not remembered: the next who asks tries again.
  made.catch(() => kept.delete(publication.name))
  return made
}

/** Forgets every answer; for tests. */
export function forgetPublications(): void {
  globalThis.fairPassagePublications = undefined
}

async function publish({ name, query }: Publication): Promise<PublishedRelease> {
  const release = await readPublicRelease(query)
  const tables = release.tables.map(withoutDays)
  const { rulesAsOf, ratesAsOf } = release.facts
  const digest = Uint8Array.from(digestOf([tables, rulesAsOf, ratesAsOf]))
  const grant = grantOpen({ kind: 'system' }, 'system.publish')
  const publishedOn = await within(grant, (on) => recordPublication(on, name, digest, dayInJapan(now())))
  return { release: { facts: lastChanged(release.facts, publishedOn), tables }, publishedOn }
}

// A table says since which day it is as it is; a day for each cell would be more than the day of a change of its numbers.
function withoutDays(table: ReleasedTable): ReleasedTable {
  return { ...table, cells: table.cells.map(({ since: _since, ...cell }) => cell) }
}

// When the facts were read and how often they changed would tell of a report that no number shows.
function lastChanged(facts: ReleaseFacts, publishedOn: string): ReleaseFacts {
  return { ...facts, asOf: new Date(`${publishedOn}T00:00:00Z`), version: 0 }
}
