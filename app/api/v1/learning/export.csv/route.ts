import { readFilter } from '@/lib/domain/statistics/filter'
import { BYTE_ORDER_MARK, csvText } from '@/lib/http/csv'
import { defineRoute } from '@/lib/http/define-route'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { exportLearning } from '@/lib/usecases/learning/read-learning'

/** GET /api/v1/learning/export.csv?from=YYYY-MM&to=YYYY-MM&office=code&bom=1: the measures of the learning page; 503 while they are counted for the first time. */
export const GET = defineRoute<'learning.read', Record<string, never>>(
  { permission: 'learning.read', isProven: true },
  async ({ grant, query }) => {
    const { filter, unread } = readFilter(Object.fromEntries(query))
    if (unread.length > 0) return problem(400, 'filter_unreadable', { unread })
    const exported = await exportLearning(grant, { from: filter.from, to: filter.to, office: query.get('office') })
    if ('waiting' in exported) return problem(503, 'measures_being_counted')
    const { table, fileName } = exported
    return new Response((query.get('bom') === '1' ? BYTE_ORDER_MARK : '') + csvText(table.columns, table.rows), {
      headers: {
        ...API_HEADERS,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
      },
    })
  },
)
