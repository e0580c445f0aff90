import { Client } from 'pg'
import { inject } from 'vitest'
import { ownerUrl } from '../database'
import { readColumns, type Column } from './catalogue'
import type { TableEntry, TableMatrix, Value, Values } from './entry'
import { caseId, draftToken, fixedId, leaderId, linkToken, officeId, officerId, WORLDS, type World } from './people'

// One row of every table in every world, put there past triggers and keys: what the matrix is tried on.

/** A row as JSON, by column. */
export type Row = Readonly<Record<string, unknown>>
/** `stored`: the whole row; `given`: the columns that it was put with. */
export type PutRow = { readonly stored: Row; readonly given: Row }
export type Rows = ReadonlyMap<string, ReadonlyMap<World, PutRow>>

const MOMENT = '2026-10-01T00:00:00Z'

/** The value of a matrix in a world, for somebody. */
export function valueIn(world: World, value: Value, me: string | null): unknown {
  if (Array.isArray(value)) return value.map((one: Value) => valueIn(world, one, me))
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  const [name = '', of] = value.slice(1).split(':')
  switch (name) {
    case 'me':
      return me
    case 'case':
      return caseId(world)
    case 'office':
      return officeId(world)
    case 'officer':
      return officerId(world)
    case 'supervisor':
    case 'administrator':
      return leaderId(name, world)
    case 'draft':
      return `\\x${draftToken(world)}`
    case 'link':
      return `\\x${linkToken(world)}`
    case 'id':
      return fixedId(of ?? '', world)
    case 'new':
      return crypto.randomUUID()
    case 'other':
      return otherCaseId(world)
    case 'far_case':
      return caseId(farFrom(world))
    case 'far_office':
      return officeId(farFrom(world))
    case 'far_officer':
      return officerId(farFrom(world))
    case 'far_id':
      return fixedId(of ?? '', farFrom(world))
    case 'far_office_body':
      return `office:${officeId(farFrom(world))}`
    case 'number':
      return 900_000 + world
    case 'world':
      return `${of ?? ''}${world}`
    default:
      throw new Error(`${value} is no value`)
  }
}

/** A world of the other office. */
const farFrom = (world: World): World => (world === 3 ? 1 : 3)

/** A second case of the same office. */
export const otherCaseId = (world: World): string => fixedId('cases', 10 + world)

/** What a column gets when the matrix says nothing. */
function usual(column: Column, world: World): unknown {
  if (column.name === 'id' && column.type === 'uuid') return fixedId(column.table, world)
  if (column.refersTo === 'cases' || column.name === 'case_id') return caseId(world)
  if (column.refersTo === 'office' || column.name === 'office_id') return officeId(world)
  if (column.refersTo === 'staff') return officerId(world)
  if (column.refersTo && column.type === 'uuid') return fixedId(column.refersTo, world)
  switch (column.type) {
    case 'uuid':
      return fixedId(column.table, column.name, world)
    case 'bytea':
      return `\\x0${world}`
    case 'boolean':
      return false
    case 'jsonb':
      return {}
    case 'date':
      return MOMENT.slice(0, 10)
    case 'character':
      return 'JPY'.slice(0, column.length ?? 3)
    case 'timestamp with time zone':
      return MOMENT
    case 'text':
    case 'character varying':
      return `x${world}`
    default:
      return column.type.endsWith('[]') ? [] : world
  }
}

const isAlwaysGiven = (column: Column): boolean =>
  (column.isRequired && !column.hasDefault) || column.name === 'case_id' || column.name === 'office_id'

function rowOf(columns: readonly Column[], given: Values, world: World): Row {
  const row: Record<string, unknown> = {}
  for (const column of columns) {
    const value = given[column.name]
    if (value !== undefined) row[column.name] = valueIn(world, value, null)
    else if (isAlwaysGiven(column)) row[column.name] = usual(column, world)
  }
  return row
}

/** The worlds that have a row of their own. */
export const worldsOf = (entry: TableEntry): readonly World[] =>
  entry.isShared ? [1] : entry.isOfOffice ? [1, 3] : WORLDS

/** Puts the rows of all worlds; a row that cannot be put throws, one that is there already stays. */
export async function putRows(matrix: TableMatrix): Promise<Rows> {
  const url = new URL(ownerUrl)
  const superuser = new URL(inject('databaseServer').superuserUrl)
  superuser.pathname = url.pathname
  const client = new Client({ connectionString: superuser.toString() })
  await client.connect()
  try {
    await client.query(`SET session_replication_role = 'replica'`)
    const columns = await readColumns()
    const rows = new Map<string, Map<World, PutRow>>()
    for (const [table, entry] of Object.entries(matrix)) {
      const put = new Map<World, PutRow>()
      for (const world of worldsOf(entry)) {
        const row = await putRow(client, columns, table, entry, world)
        if (row) put.set(world, row)
      }
      rows.set(table, put)
    }
    if (matrix['task']) await putMore(client)
    return rows
  } finally {
    await client.end()
  }
}

/** Puts the row of one table and world, as far as its columns are there; null when such a row is there already. */
export async function putRow(
  client: Client,
  columns: readonly Column[],
  table: string,
  entry: TableEntry,
  world: World,
): Promise<PutRow | null> {
  const row = rowOf(
    columns.filter((column) => column.table === table),
    entry.row ?? {},
    world,
  )
  const names = Object.keys(row).map((name) => `"${name}"`)
  try {
    const { rows: stored } = await client.query<{ row: Row }>(
      `INSERT INTO "${table}" (${names.join(', ')}) OVERRIDING SYSTEM VALUE
       SELECT ${names.join(', ')} FROM jsonb_populate_record(NULL::"${table}", $1) ON CONFLICT DO NOTHING RETURNING to_jsonb("${table}") AS row`,
      [JSON.stringify(row)],
    )
    return stored[0] ? { stored: stored[0].row, given: row } : null
  } catch (error) {
    throw new Error(`no row of ${table} in world ${world}: ${String(error)}`, { cause: error })
  }
}

/** Who leads the offices, a second case for each, and an opening of the first case that still runs. */
async function putMore(client: Client): Promise<void> {
  for (const world of [1, 3] as const)
    for (const role of ['supervisor', 'administrator'] as const)
      await client.query(
        `INSERT INTO staff (id, office_id, email, display_name, role) VALUES ($1::uuid, $2, $1::uuid::text, 'x', $3)`,
        [leaderId(role, world), officeId(world), role],
      )
  for (const world of WORLDS)
    await client.query(
      `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::uuid, 'number', $2::uuid::text, 'submission_id', $2::uuid, 'code_hash', NULL))).*
         FROM cases c WHERE id = $1`,
      [caseId(world), otherCaseId(world)],
    )
  await client.query(
    `INSERT INTO break_glass (id, case_id, staff_id, by_office_id, reason_code, sealed_reason, opened_at, ends_at)
     VALUES ($1, $2, $3, $4, 'missing', '\\x01', now(), now() + interval '30 minutes')`,
    [fixedId('break_glass', 'running'), caseId(1), leaderId('supervisor', 3), officeId(3)],
  )
}
