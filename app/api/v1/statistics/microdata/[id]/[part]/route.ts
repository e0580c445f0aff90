import { defineRoute } from '@/lib/http/define-route'
import { exportAnswer } from '@/lib/http/export-answer'
import { problem } from '@/lib/http/problem'
import { isId } from '@/lib/platform/ids'
import { takeMicrodata } from '@/lib/usecases/statistics/microdata/take-file'

/** GET /api/v1/statistics/microdata/{id}/{file|metadata}: records for researchers, for the two administrators of the request. */
export const GET = defineRoute<'microdata.manage', { id: string; part: string }>(
  { permission: 'microdata.manage', isProven: true },
  async ({ grant, params: { id, part } }) => {
    if (!isId(id) || (part !== 'file' && part !== 'metadata')) return problem(404, 'not_found')
    const taken = await takeMicrodata(grant, id, part)
    if (!taken.ok) return problem(404, taken.error.code)
    const { body, bytes, name } = taken.value
    const contentType = part === 'file' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
    return exportAnswer({ name, contentType, length: bytes, body }, `/api/v1/statistics/microdata/${id}/metadata`)
  },
)
