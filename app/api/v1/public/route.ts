import { publicIndex } from '@/components/open-data/publication-list'
import { definePublicRoute, publicJson } from './public-route'

export { OPTIONS } from './public-route'

/** GET /api/v1/public?lang=…: what there is, and where. */
export const GET = definePublicRoute(async ({ t }) => publicJson(publicIndex(t)))
