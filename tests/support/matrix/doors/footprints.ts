import { ownerPool } from '../../database'
import { readColumns, type Column } from '../catalogue'
import { caseId, fixedId, officeId } from '../people'

// Whether something was written: of every table the rows and the youngest change of one; the same of what is of the first world.

/** What the way in itself writes: the session, how often somebody tried, and what was typed after a session had ended. */
const OF_THE_WAY_IN = new Set([
  'staff_session',
  'worker_session',
  'throttle',
  'flow',
  'spent_challenge',
  'filing_day',
  'draft',
])

/** Common to all offices: the register of organisations, what is counted of all and kept; and the end of an office's trail, which every act moves. */
const COMMON =
  /^(?:party(?:_name|_licence|_licence_status|_programme|_version|_key|_word|_merge)?|desk_\w+|audit_head|statistic_(?:block|change|release|file))$/u

type Print = { readonly name: string; readonly everything: string; readonly mine: string }
export type Written = { readonly anywhere: readonly string[]; readonly inFirstWorld: readonly string[] }

const NOTHING: Written = { anywhere: [], inFirstWorld: [] }

/** Which rows are of the first world: its case, its office, and the rows that were put for it. */
function mine(table: string, columns: readonly Column[]): string {
  if (COMMON.test(table)) return 'false'
  const has = (name: string) => columns.some((column) => column.name === name)
  const conditions = [
    ...(table === 'cases' ? [`id = '${caseId(1)}'`] : []),
    ...(has('case_id') ? [`case_id = '${caseId(1)}'`] : []),
    ...(has('office_id') && !has('case_id') && table !== 'cases' ? [`office_id = '${officeId(1)}'`] : []),
    ...(columns.some(({ name, type }) => name === 'id' && type === 'uuid') ? [`id = '${fixedId(table, 1)}'`] : []),
  ]
  return conditions.join(' OR ') || 'false'
}

async function prints(): Promise<ReadonlyMap<string, Print>> {
  const columns = await readColumns()
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !OF_THE_WAY_IN.has(table))
  const { rows } = await ownerPool().query<Print>(
    tables
      .map((table) => {
        const filter = `FILTER (WHERE ${mine(
          table,
          columns.filter((column) => column.table === table),
        )})`
        return `SELECT '${table}' AS name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) AS everything,
          count(*) ${filter} || ' ' || coalesce(max(xmin::text::bigint) ${filter}, 0) AS mine FROM "${table}"`
      })
      .join(' UNION ALL '),
  )
  return new Map(rows.map((row) => [row.name, row]))
}

/** The next transaction that writes; nobody else is on this server. */
async function nextWrite(): Promise<string> {
  const { rows } = await ownerPool().query<{ next: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  )
  return rows[0]?.next ?? ''
}

/** Looks at the database now; then `since` says what was written since it was asked last, and `forget` passes over it. */
export async function watchDatabase(): Promise<{ since: () => Promise<Written>; forget: () => Promise<void> }> {
  let seen = await prints()
  let next = await nextWrite()
  return {
    forget: async () => {
      next = await nextWrite()
    },
    since: async () => {
      const now = await nextWrite()
      if (now === next) return NOTHING
      next = now
      const before = seen
      seen = await prints()
      const changed = (what: 'everything' | 'mine') =>
        [...seen.values()].filter((print) => print[what] !== before.get(print.name)?.[what]).map(({ name }) => name)
      return { anywhere: changed('everything'), inFirstWorld: changed('mine') }
    },
  }
}
