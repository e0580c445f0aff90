import { organisationOf } from '@/components/open-data/organisation-answer'
import type { OrganisationList } from '@/lib/schemas/open-data/answers'
import { readOrganisationSearch } from '@/lib/schemas/open-data/organisation-search'
import { searchOrganisations } from '@/lib/usecases/statistics/public-organisations'
import { definePublicRoute, publicJson } from '../public-route'

export { OPTIONS } from '../public-route'

/** GET /api/v1/public/organisations?q=…: by name or licence, at most twenty; without `q` those with published numbers. */
export const GET = definePublicRoute(async ({ query }) => {
  const q = readOrganisationSearch(query.get('q'))
  const list: OrganisationList = { q, organisations: (await searchOrganisations(q)).map(organisationOf) }
  return publicJson(list)
})
