import 'server-only'
import { createHash } from 'node:crypto'
import { grantOpen, grantStaff, type Grant } from '@/lib/access/grant'
import { readBasisDays, type BasisDays } from '@/lib/data/statistic-releases'
import { within } from '@/lib/data/within'
import type { StatisticQuery, StatisticScope } from '@/lib/domain/statistics/query'
import { canonicalText, normalQuery } from '@/lib/domain/statistics/query-text'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { Release, ReleasedTable } from '@/lib/domain/statistics/released-table'
import { askIndex } from './column-index'
import { scopeName, tellTables } from './release-log'

type StaffGrant = Grant<'statistics.read'> | Grant<'statistics.export'>
type ReadingGrant = StaffGrant | Grant<'statistics.read_public'>

/** Answers are remembered as long as the index gives the same tables. */
const remembered = new WeakMap<readonly RawTable[], Promise<Release>>()

/**
 * The answer to a question of a member of staff: an administrator's is of all offices, a supervisor's of the own. Everything that must
 * be held back is. With `statistics.read_public` nothing else leaves the process but this.
 *
 * @throws TypeError for a question no address gives
 */
export async function readRelease(grant: StaffGrant, query: StatisticQuery): Promise<Release> {
  const { actor } = grant
  const scope = { officeId: actor.role === 'administrator' ? null : actor.officeId, isPublic: false }
  const tables = await askIndex(normalQuery(query), scope, grantStaff(actor, 'learning.read'))
  return release(grant, scope, normalQuery(query), tables)
}

/**
 * The answer to a question of anybody, of all offices. Measures that are not public are left out.
 *
 * @throws TypeError for a question no address gives, or when none of its measures is public
 */
export async function readPublicRelease(query: StatisticQuery): Promise<Release> {
  const grant = grantOpen({ kind: 'reporter', caseId: null }, 'statistics.read_public')
  const scope = { officeId: null, isPublic: true }
  const measures = query.measures.filter((code) => measureOf(code)?.isPublic === true)
  const asked = normalQuery({ ...query, measures })
  return release(grant, scope, asked, await askIndex(asked, scope))
}

/** Twelve hexadecimal digits that a question is known by. */
export function queryIdOf(query: StatisticQuery): string {
  return createHash('sha256').update(canonicalText(query)).digest('hex').slice(0, 12)
}

function release(
  grant: ReadingGrant,
  scope: StatisticScope,
  query: StatisticQuery,
  tables: readonly RawTable[],
): Promise<Release> {
  const known = remembered.get(tables)
  if (known) return known
  const made = make(grant, scope, query, tables)
  remembered.set(tables, made)
  made.catch(() => remembered.delete(tables))
  return made
}

async function make(
  grant: ReadingGrant,
  scope: StatisticScope,
  query: StatisticQuery,
  tables: readonly RawTable[],
): Promise<Release> {
  const { basis, told } = await within<ReadingGrant['permission'], { basis: BasisDays; told: ReleasedTable[] }>(
    grant,
    async (on) => ({ basis: await readBasisDays(on), told: await tellTables(on, scope, tables) }),
  )
  const [first] = tables
  return {
    facts: {
      queryId: queryIdOf(query),
      query,
      scope: scopeName(scope),
      asOf: first?.asOf ?? new Date(0),
      version: first?.version ?? 0,
      ...basis,
    },
    tables: told,
  }
}
