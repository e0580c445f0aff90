import 'server-only'
import { createHash } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import {
  findFigures,
  findLatestFigures,
  insertFigures,
  isReported,
  readOrganisationFacts,
} from '@/lib/data/organisation-figures'
import { within } from '@/lib/data/within'
import { movedFigures, saidBy, type Members } from '@/lib/domain/statistics/organisations/moving-figures'
import { countsOfFigures, organisationFigures } from '@/lib/domain/statistics/organisations/organisation-figures'
import { LEAST_REPORTERS } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { OrganisationNumbers } from '@/lib/domain/statistics/organisations/public-organisation'
import { endOf, lastWholeQuarter, quarterOf } from '@/lib/domain/statistics/organisations/quarters'
import { now } from '@/lib/platform/clock'

/** So long an answer is given again: anybody may ask, as often as the network's limit lets him. */
const KEPT_MS = 60_000
/** Answers kept at once. */
const MOST_KEPT = 500

type Kept = { readonly at: number; readonly made: Promise<OrganisationNumbers | null> }

declare global {
  var fairPassageOrganisations: Map<string, Kept> | undefined
}

/**
 * The numbers of an organisation as they may be told in this quarter: of reports received before it began, made once, and the same
 * until it ends, whatever comes in. Null with fewer than five independent reports, and within a minute when they are fewer again.
 */
export function organisationNumbers(partyId: string): Promise<OrganisationNumbers | null> {
  const at = now()
  const all = (globalThis.fairPassageOrganisations ??= new Map<string, Kept>())
  const key = `${partyId} ${quarterOf(at)}`
  const known = all.get(key)
  if (known && performance.now() - known.at < KEPT_MS) return known.made
  const made = makeNumbers(partyId, at)
  all.delete(key)
  all.set(key, { at: performance.now(), made })
  // A failure is not kept: who asks next tries again.
  made.catch(() => all.delete(key))
  const [oldest] = all.keys()
  if (all.size > MOST_KEPT && oldest !== undefined) all.delete(oldest)
  return made
}

/** Forgets every answer; for tests. */
export function forgetOrganisationNumbers(): void {
  globalThis.fairPassageOrganisations = undefined
}

function makeNumbers(partyId: string, at: Date): Promise<OrganisationNumbers | null> {
  return within(grantOpen({ kind: 'system' }, 'system.count_reports'), async (on) => {
    const [quarter, countedTo] = [quarterOf(at), lastWholeQuarter(at)]
    const until = endOf(countedTo)
    if (!(await isReported(on, partyId, until))) return null
    const kept = await findFigures(on, partyId, quarter)
    if (kept) return shown(kept)
    const facts = await readOrganisationFacts(on, partyId, until)
    if (facts.length < LEAST_REPORTERS) return null
    const former = await findLatestFigures(on, partyId)
    const members: Members = Object.fromEntries(facts.map((fact) => [fact.ref, digest(saidBy(fact))]))
    const moved = { countedTo, reports: facts.length, figures: organisationFigures(facts), members }
    const figures = former && movedFigures(former, { ...moved, counts: countsOfFigures(facts) })
    const standing = former && figures === null ? former : { ...moved, figures: figures ?? moved.figures }
    await insertFigures(on, partyId, { ...standing, quarter }, at)
    // Somebody else may have kept some meanwhile: those stand.
    const stored = await findFigures(on, partyId, quarter)
    return stored && shown(stored)
  })
}

function shown({ reports, countedTo, figures }: OrganisationNumbers): OrganisationNumbers {
  return { reports, countedTo, figures }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
