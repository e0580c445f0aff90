import { defineRoute } from '@/lib/http/define-route'
import { exportAnswer } from '@/lib/http/export-answer'
import { problem } from '@/lib/http/problem'
import { isId } from '@/lib/platform/ids'
import { openScheduledFile } from '@/lib/usecases/statistics/schedules/open-file'

/** GET /api/v1/statistics/exports/{id}/{file|metadata}: a file that a schedule made, or what stands beside it. */
export const GET = defineRoute<'statistics.schedule', { id: string; part: string }>(
  { permission: 'statistics.schedule', isProven: true },
  async ({ grant, params: { id, part } }) => {
    if (!isId(id) || (part !== 'file' && part !== 'metadata')) return problem(404, 'not_found')
    const opened = await openScheduledFile(grant, id, part)
    if (!opened.ok) return problem(404, opened.error.code)
    return exportAnswer(opened.value, `/api/v1/statistics/exports/${id}/metadata`)
  },
)
