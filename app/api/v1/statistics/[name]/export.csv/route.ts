import { readFilter } from '@/lib/domain/statistics/filter'
import { BYTE_ORDER_MARK, csvText } from '@/lib/http/csv'
import { defineRoute } from '@/lib/http/define-route'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { exportStatistic } from '@/lib/usecases/export-statistic'

/** GET /api/v1/statistics/{name}/export.csv?from=YYYY-MM&to=YYYY-MM&scheme=titp|…|all&bom=1: one table of the statistics page. */
export const GET = defineRoute<'statistics.export', { name: string }>(
  { permission: 'statistics.export' },
  async ({ grant, params, query }) => {
    const { filter, unread } = readFilter(Object.fromEntries(query))
    if (unread.length > 0) return problem(400, 'filter_unreadable', { unread })
    const done = await exportStatistic(grant, params.name, filter)
    if (!done.ok) return problem(404, done.error.code)
    const { table, fileName } = done.value
    return new Response((query.get('bom') === '1' ? BYTE_ORDER_MARK : '') + csvText(table.columns, table.rows), {
      headers: {
        ...API_HEADERS,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
      },
    })
  },
)
