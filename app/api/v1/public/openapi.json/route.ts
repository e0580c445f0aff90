import { publicDescription } from '@/lib/schemas/open-data/description'
import { definePublicRoute, publicJson } from '../public-route'

export { OPTIONS } from '../public-route'

/** GET /api/v1/public/openapi.json: the description of this interface (OpenAPI 3.1). */
export const GET = definePublicRoute(async () => publicJson(publicDescription()))
