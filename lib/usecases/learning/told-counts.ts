import 'server-only'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import type { Kpi } from '@/lib/domain/learning/kpis'
import { shownRelease } from '@/lib/domain/learning/shown-release'
import { showKpis, type KpiCount, type ShownKpi } from '@/lib/domain/learning/shown-kpis'
import { deskTable } from '@/lib/domain/statistics/desk-table'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import { tellTables } from '@/lib/usecases/statistics/release-log'

/** What counts are of: months of receipt, and the code of an office, null for all. */
type About = {
  readonly from: string | null
  readonly to: string | null
  readonly office: string | null
  readonly asOf: Date
}

/** Told once of the same counts, whoever looks. */
const told = new WeakMap<readonly KpiCount[], Promise<readonly ReleasedTable[]>>()

/**
 * The measures as an administrator may see them, who reads no case: through the log of releases like the statistics, so that neither
 * two pages nor two days tell by their difference what one may not. What stands in no case is told as it is; money is not told here.
 */
export async function toldKpis(
  actor: StaffActor,
  kpis: readonly Kpi[],
  counts: readonly KpiCount[],
  about: About,
): Promise<readonly ShownKpi[]> {
  const known = told.get(counts) ?? tell(actor, kpis, counts, about)
  told.set(counts, known)
  known.catch(() => told.delete(counts))
  const tables = new Map((await known).map((table) => [table.measure, table]))
  return kpis.map((kpi) => {
    const table = tables.get(`desk_${kpi.code}`)
    if (table !== undefined) return shownRelease(kpi, table)
    const [shown] = showKpis([kpi], counts)
    const values = shown?.values ?? []
    if (kpi.form === 'days') return { kpi, values, isMet: null }
    return { kpi, values: values.map(({ part }) => ({ part, held: true as const })), isMet: null }
  })
}

async function tell(
  actor: StaffActor,
  kpis: readonly Kpi[],
  counts: readonly KpiCount[],
  { from, to, office, asOf }: About,
): Promise<readonly ReleasedTable[]> {
  const grant = grantStaff(actor, 'statistics.read')
  if (grant === null) throw new TypeError('the log of releases is read by those who read statistics')
  const codes = kpis.map(({ code }) => `desk_${code}`).filter((code) => measureOf(code) !== null)
  const filters = office === null ? [] : [{ dimension: 'office' as const, values: [office] }]
  const query = { ...DEFAULT_QUERY, measures: codes, rows: null, columns: null, from, to, filters }
  const tables = codes.map((code) => deskTable(code, counts, { query, asOf, version: 0 }))
  const scope = { officeId: null, isPublic: false }
  return (await tellTables(grant, scope, tables)).tables
}
