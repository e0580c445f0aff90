import { defineRoute } from '@/lib/http/define-route'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { isId } from '@/lib/platform/ids'
import { exportBreach } from '@/lib/usecases/privacy/breaches'

/** GET /api/v1/privacy/incidents/{id}: everything an authority asks about one incident, as JSON; written into the trail. */
export const GET = defineRoute<'breach.manage', { id: string }>(
  { permission: 'breach.manage', isProven: true },
  async ({ grant, params: { id } }) => {
    const told = isId(id) ? await exportBreach(grant, id) : null
    if (told === null) return problem(404, 'not_found')
    return new Response(`${JSON.stringify(told, null, 2)}\n`, {
      headers: {
        ...API_HEADERS,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="incident-${told.knownAt.slice(0, 10)}.json"`,
      },
    })
  },
)
