import { organisationAnswer } from '@/components/open-data/organisation-answer'
import { readOrganisation } from '@/lib/usecases/statistics/public-organisations'
import { definePublicRoute, publicJson } from '../../public-route'

export { OPTIONS } from '../../public-route'

/** GET /api/v1/public/organisations/{id}: public facts of one organisation, and its numbers where they are published. */
export const GET = definePublicRoute<{ id: string }>(async ({ params, t }) => {
  const page = await readOrganisation(params.id)
  return page && publicJson(organisationAnswer(t, page))
})
