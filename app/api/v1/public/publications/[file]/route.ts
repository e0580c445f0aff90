import { publicationOf } from '@/lib/domain/statistics/publications'
import { publicationBody } from '../../publication-body'
import { definePublicRoute } from '../../public-route'

export { OPTIONS } from '../../public-route'

/** GET /api/v1/public/publications/{name}.{json|csv|xlsx|jsonstat}?lang=…: one public table; of a CSV also `bom`, `hxl` and `end`, each 0 or 1. */
export const GET = definePublicRoute<{ file: string }>(async ({ params: { file }, query, t }) => {
  const dot = file.indexOf('.')
  const publication = dot < 0 ? null : publicationOf(file.slice(0, dot))
  return publication && publicationBody(publication, file.slice(dot + 1), query, t)
})
