import { publicationList } from '@/components/open-data/publication-list'
import { definePublicRoute, publicJson } from '../public-route'

export { OPTIONS } from '../public-route'

/** GET /api/v1/public/publications?lang=…: the public tables by name. */
export const GET = definePublicRoute(async ({ t }) => publicJson(publicationList(t)))
