import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countKpis } from '@/lib/data/learning'
import { within } from '@/lib/data/within'
import { deskTable } from '@/lib/domain/statistics/desk-table'
import type { StatisticQuery, StatisticScope } from '@/lib/domain/statistics/query'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { now } from '@/lib/platform/clock'
import { deskCounter } from '@/lib/usecases/learning/desk-counter'

/** As old as the facts of reports may be that stand beside them. While they are counted for the first time, waits as for those. */
const FRESH = { staleMs: 0, patienceMs: Infinity }

/**
 * The measures of our own work among those of a question, counted by the database for the period and office asked for. None without
 * a grant to read them.
 */
export async function askDesk(
  grant: Grant<'learning.read'> | null,
  query: StatisticQuery,
  { officeId }: StatisticScope,
  { asOf, version }: { readonly asOf: Date; readonly version: number },
): Promise<RawTable[]> {
  const codes = query.measures.filter((code) => measureOf(code)?.form === 'desk')
  if (codes.length === 0 || grant === null) return []
  await deskCounter().refresh(FRESH)
  const counts = await within(grant, (on) => countKpis(on, { officeId, from: query.from, to: query.to }, now()))
  return codes.map((code) => deskTable(code, counts, { query, asOf, version }))
}
