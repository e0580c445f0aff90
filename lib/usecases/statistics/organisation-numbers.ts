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
import {
  besideEverybody,
  EVERYBODYS_MEASURES,
  everybodyIn,
  restOf,
  type Everybody,
} from '@/lib/domain/statistics/organisations/beside-everybody'
import { movedFigures, saidBy, type Members } from '@/lib/domain/statistics/organisations/moving-figures'
import { countsOfFigures, organisationFigures } from '@/lib/domain/statistics/organisations/organisation-figures'
import { LEAST_REPORTERS } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { OrganisationNumbers } from '@/lib/domain/statistics/organisations/public-organisation'
import { endOf, lastWholeQuarter, monthsOf, quarterOf } from '@/lib/domain/statistics/organisations/quarters'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { monthText } from '@/lib/domain/statistics/microdata/ladders'
import { now } from '@/lib/platform/clock'
import { askIndex } from './column-index'

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
 * until it ends, whatever comes in. Null with fewer than five independent reports, and within a minute when they are fewer again; and
 * where fewer than five are not about it. The first question of a quarter waits for the index.
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

async function makeNumbers(partyId: string, at: Date): Promise<OrganisationNumbers | null> {
  const grant = grantOpen({ kind: 'system' }, 'system.count_reports')
  const [quarter, countedTo] = [quarterOf(at), lastWholeQuarter(at)]
  const until = endOf(countedTo)
  const known = await within(grant, async (on) => {
    if (!(await isReported(on, partyId, until))) return { numbers: null }
    const kept = await findFigures(on, partyId, quarter)
    if (kept) return { numbers: shown(kept) }
    return { former: await findLatestFigures(on, partyId) }
  })
  if (known.former === undefined) return known.numbers
  const everybody = await countEverybody(countedTo)
  const then = known.former && (await countEverybody(known.former.countedTo))
  return within(grant, async (on) => {
    const facts = await readOrganisationFacts(on, partyId, until)
    if (facts.length < LEAST_REPORTERS) return null
    const { former } = known
    const members: Members = Object.fromEntries(facts.map((fact) => [fact.ref, digest(saidBy(fact))]))
    const [reports, counts] = [facts.length, countsOfFigures(facts)]
    const paidYen = facts.reduce((sum, { paidYen: yen }) => sum + (yen ?? 0), 0)
    const beside = besideEverybody(organisationFigures(facts), { reports, counts, paidYen }, everybody)
    if (beside === null) return null
    const moved = { countedTo, reports, figures: beside, members }
    const restChange = former && then ? restOf(everybody, reports) - restOf(then, former.reports) : 0
    const figures = former && movedFigures(former, { ...moved, counts }, restChange)
    const standing = former && figures === null ? former : { ...moved, figures: figures ?? moved.figures }
    await insertFigures(on, partyId, { ...standing, quarter }, at)
    // Somebody else may have kept some meanwhile: those stand.
    const stored = await findFigures(on, partyId, quarter)
    return stored && shown(stored)
  })
}

// All reports of every statistic up to a quarter: what is public tells of them.
async function countEverybody(countedTo: string): Promise<Everybody> {
  const [, last] = monthsOf(countedTo)
  const query = { ...DEFAULT_QUERY, measures: EVERYBODYS_MEASURES, to: monthText(last) }
  return everybodyIn(await askIndex(query, { officeId: null, isPublic: true }))
}

function shown({ reports, countedTo, figures }: OrganisationNumbers): OrganisationNumbers {
  return { reports, countedTo, figures }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
