import 'server-only'
import { createHash } from 'node:crypto'
import { grantOpen, grantStaff, type Grant } from '@/lib/access/grant'
import { readBasisDays, type BasisDays } from '@/lib/data/statistic-releases'
import { within } from '@/lib/data/within'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { filteredTo, isOfOthers, withOffice } from '@/lib/domain/statistics/office-filter'
import type { StatisticQuery, StatisticScope } from '@/lib/domain/statistics/query'
import { canonicalText, normalQuery } from '@/lib/domain/statistics/query-text'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { Release } from '@/lib/domain/statistics/released-table'
import { askIndex, officeCode } from './column-index'
import type { ReadingGrant } from './read-log'
import { MOST_PLACES, StatisticRefusal } from './refusal'
import { scopeName, tellTables, type ToldTables } from './release-log'

type StaffGrant = Grant<'statistics.read'> | Grant<'statistics.export'>

/** Answers are remembered as long as the index gives the same tables. */
const remembered = new WeakMap<readonly RawTable[], Promise<Release>>()

/**
 * The answer to a question of a member of staff: an administrator's is of all offices, a supervisor's of the own, whatever offices it
 * names. Everything that must be held back is. With `statistics.read_public` nothing else leaves the process but this.
 *
 * @throws TypeError for a question no address gives; StatisticRefusal for one whose table is too large, or when too many were asked
 */
export async function readRelease(grant: StaffGrant, query: StatisticQuery): Promise<Release> {
  const { actor } = grant
  const asked = normalQuery(query)
  const desk = grantStaff(actor, 'learning.read')
  if (actor.role === 'administrator') {
    const all = { officeId: null, isPublic: false }
    return release(grant, all, asked, await askIndex(asked, all, desk))
  }
  const scope = { officeId: actor.officeId, isPublic: false }
  const own = (await officeCode(actor.officeId)) ?? ''
  const tables = await askIndex(filteredTo(own, asked), scope, desk)
  if (isOfOthers(own, asked)) return ofOthers(grant, scope, asked, tables)
  // What is told of one office is of a part of what is told of all: so it stands in the log.
  return release(grant, scope, asked, tables, own)
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
  office: string | null = null,
): Promise<Release> {
  const known = remembered.get(tables)
  if (known) return known
  const logged =
    office === null ? tables : tables.map((table) => ({ ...table, query: withOffice(office, table.query) }))
  const made = make(grant, scope, query, logged)
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
  const isTooLarge = tables.some(({ rows, columns }) => (rows.length + 1) * (columns.length + 1) > MOST_PLACES)
  if (isTooLarge) throw new StatisticRefusal('too_many_cells')
  return released(scope, query, tables, await tellTables(grant, scope, tables))
}

// Nobody is counted in it, so it tells nothing, and the log, which is of one's own office, must not take it for news of that.
async function ofOthers(
  grant: ReadingGrant,
  scope: StatisticScope,
  query: StatisticQuery,
  tables: readonly RawTable[],
): Promise<Release> {
  const basis = await within<ReadingGrant['permission'], BasisDays>(grant, readBasisDays)
  const told = tables.flatMap((table) => {
    const measure = measureOf(table.measure)
    return measure === null ? [] : [protect(table, measure).released]
  })
  return released(scope, query, tables, { tables: told, version: 0, basis })
}

function released(
  scope: StatisticScope,
  query: StatisticQuery,
  [first]: readonly RawTable[],
  { tables, version, basis }: ToldTables,
): Release {
  const facts = { queryId: queryIdOf(query), query, scope: scopeName(scope), asOf: first?.asOf ?? new Date(0), version }
  return { facts: { ...facts, ...basis }, tables }
}
