import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { findApprovedRelease } from '@/lib/data/organisation-releases'
import { findPublicOrganisations } from '@/lib/data/public-organisations'
import { within } from '@/lib/data/within'
import { licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { readName } from '@/lib/domain/parties/matching/read-name'
import { soughtWords } from '@/lib/domain/parties/matching/sought'
import { typedScore } from '@/lib/domain/parties/matching/typed-score'
import type { OrganisationPage, PublicOrganisation } from '@/lib/domain/statistics/organisations/public-organisation'
import { isId } from '@/lib/platform/ids'
import { organisationNumbers } from './organisation-numbers'

const MOST_FOUND = 20
const MOST_CANDIDATES = 60
const LONGEST_TEXT = 200
const LEAST_SCORE = 0.4
const FEWEST_LICENCE_CHARACTERS = 3

/**
 * Organisations of the register by a name in any spelling or the number of a licence, the likeliest first, at most twenty. Without a
 * text, those shown with numbers. Anybody may ask; a party that only a report named is not found.
 */
export function searchOrganisations(text: string): Promise<readonly PublicOrganisation[]> {
  const typed = text.trim().slice(0, LONGEST_TEXT)
  return within(publicGrant(), async (on) => {
    if (typed === '') return findPublicOrganisations(on, { isPublished: true }, MOST_FOUND)
    const key = licenceKey(typed)
    const isNumber = key.length >= FEWEST_LICENCE_CHARACTERS && /\d/u.test(key)
    const numbered = isNumber ? await findPublicOrganisations(on, { licences: [key] }, MOST_FOUND) : []
    const near = await findPublicOrganisations(on, { names: soughtWords(typed, true) }, MOST_CANDIDATES)
    const known = new Set(numbered.map(({ id }) => id))
    return [...numbered, ...byLikeness(typed, near).filter(({ id }) => !known.has(id))].slice(0, MOST_FOUND)
  })
}

/**
 * What anybody may know of an organisation; null when there is none of this id, or none that is public. Numbers and the reply to
 * them are there only while an administrator's approval stands and at least five independent reports are behind them.
 */
export async function readOrganisation(id: string): Promise<OrganisationPage | null> {
  if (!isId(id)) return null
  const found = await within(publicGrant(), async (on) => {
    const [organisation] = await findPublicOrganisations(on, { ids: [id] }, 1)
    return organisation ? { organisation, release: await findApprovedRelease(on, id) } : null
  })
  if (!found) return null
  const { organisation, release } = found
  const numbers = release === null ? null : await organisationNumbers(id)
  if (numbers === null || release === null) return { organisation, numbers: null, informedOn: null, reply: null }
  return { organisation, numbers, informedOn: release.informedOn, reply: release.reply }
}

function publicGrant() {
  return grantOpen({ kind: 'reporter', caseId: null }, 'statistics.read_public')
}

function byLikeness(typed: string, near: readonly PublicOrganisation[]): PublicOrganisation[] {
  const readings = readName(typed)
  const scored = near.map((organisation) => ({
    organisation,
    score: Math.max(
      0,
      ...organisation.names.map(({ name }) =>
        typedScore({ text: typed, readings }, { text: name, readings: readName(name) }),
      ),
    ),
  }))
  return scored
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || (a.organisation.name < b.organisation.name ? -1 : 1))
    .map(({ organisation }) => organisation)
}
