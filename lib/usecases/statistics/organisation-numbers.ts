import 'server-only'
import { createHash } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { findLatestFigures, insertFigures, readOrganisationFacts } from '@/lib/data/organisation-figures'
import { within } from '@/lib/data/within'
import { mayMove, saidBy, type Members } from '@/lib/domain/statistics/organisations/moving-figures'
import { organisationFigures } from '@/lib/domain/statistics/organisations/organisation-figures'
import { LEAST_REPORTERS } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { OrganisationNumbers } from '@/lib/domain/statistics/organisations/public-organisation'
import { endOf, lastWholeQuarter, quarterOf } from '@/lib/domain/statistics/organisations/quarters'
import { now } from '@/lib/platform/clock'

/**
 * The numbers of an organisation as they may be told in this quarter: of reports received before it began, made once, and the same
 * until it ends, whatever comes in. Null with fewer than five independent reports, and as soon as they are fewer again.
 */
export function organisationNumbers(partyId: string): Promise<OrganisationNumbers | null> {
  const at = now()
  return within(grantOpen({ kind: 'system' }, 'system.count_reports'), async (on) => {
    const [quarter, countedTo] = [quarterOf(at), lastWholeQuarter(at)]
    const facts = await readOrganisationFacts(on, partyId, endOf(countedTo))
    if (facts.length < LEAST_REPORTERS) return null
    const former = await findLatestFigures(on, partyId)
    if (former?.quarter === quarter) return shown(former)
    const members: Members = Object.fromEntries(facts.map((fact) => [fact.ref, digest(saidBy(fact))]))
    const moved = { countedTo, reports: facts.length, figures: organisationFigures(facts), members }
    await insertFigures(on, partyId, { ...(former && !mayMove(former.members, members) ? former : moved), quarter }, at)
    const kept = await findLatestFigures(on, partyId)
    return kept && shown(kept)
  })
}

function shown({ reports, countedTo, figures }: OrganisationNumbers): OrganisationNumbers {
  return { reports, countedTo, figures }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
