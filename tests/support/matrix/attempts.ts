import { readColumns, type Column } from './catalogue'
import type { TableEntry, Values } from './entry'
import type { Person, World } from './people'
import { otherCaseId, valueIn, worldsOf, type PutRow } from './rows'

// The statements of the matrix: what somebody tries on a row of a world.

/** `key` is what the matrix calls it: `read`, `remove`, `change <column>`, `act <name>`, `add <number>`. */
export type Attempt = { readonly key: string; readonly world: World; readonly sql: string }

const quoted = (value: unknown): string =>
  value === null || value === undefined
    ? 'NULL'
    : `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`

/** A JSON array as PostgreSQL writes one. */
const literal = (value: unknown): string =>
  Array.isArray(value) ? quoted(`{${value.map(String).join(',')}}`) : quoted(value)

/** Somebody else than whoever tries: a member of staff nobody is. */
export const SOMEBODY_ELSE = 'ffffffff-0000-4000-8000-000000000000'

const LIST_OF: Readonly<Record<string, string>> = {
  'text[]': 'changed',
  'uuid[]': SOMEBODY_ELSE,
  'timestamp with time zone[]': '2026-10-03',
}

/** What a column is changed to; of a member of staff, to the one who tries. */
function changed(column: Column, me: string): string {
  switch (column.type) {
    case 'uuid':
      return quoted(me)
    case 'bytea':
      return `'\\x07'`
    case 'boolean':
      return `NOT coalesce("${column.name}", false)`
    case 'jsonb':
      return `'{"changed": 1}'`
    case 'date':
      return `'2031-01-01'`
    case 'timestamp with time zone':
      return `'2026-10-03T00:00:00Z'`
    case 'character':
      return quoted('XX'.padEnd(column.length ?? 2, 'X'))
    case 'text':
    case 'character varying':
      return `'changed'`
    default:
      if (!column.type.endsWith('[]')) return `'7'`
      return quoted(`{${LIST_OF[column.type] ?? '7'}}`)
  }
}

/** A key that no row has. */
function fresh(column: Column): unknown {
  if (column.type === 'uuid' && !column.refersTo) return crypto.randomUUID()
  if (column.type === 'text') return `new ${crypto.randomUUID().slice(0, 8)}`
  return undefined
}

/** Everything that somebody tries on a table. Of what asks for a name, also the same in the name of somebody else. */
export async function attemptsOn(
  table: string,
  entry: TableEntry,
  rows: ReadonlyMap<World, PutRow>,
  person: Person,
): Promise<readonly Attempt[]> {
  const columns = (await readColumns()).filter((column) => column.table === table)
  const me = person.who.actor_id ?? SOMEBODY_ELSE
  // One world for each thing that somebody can be to one.
  const worlds = worldsOf(entry).filter(
    (world, at, all) => all.findIndex((other) => person.to(other) === person.to(world)) === at,
  )
  return worlds.flatMap((world, turn) => {
    const row = rows.get(world)
    if (!row) throw new Error(`${table} has no row in world ${world}`)
    const where = columns
      .filter(({ isKey }) => isKey)
      .map(({ name }) => `"${name}" = ${quoted(row.stored[name])}`)
      .join(' AND ')
    const attempt = (key: string, sql: string): Attempt => ({ key, world, sql })
    const add = (key: string, values: Values, mine: string): Attempt => {
      const given: Record<string, unknown> = { ...row.given }
      for (const column of columns) if (column.isKey && fresh(column) !== undefined) given[column.name] = fresh(column)
      for (const [name, value] of Object.entries(values)) given[name] = valueIn(world, value, mine)
      if (columns.some(({ isGiven }) => isGiven))
        for (const { name, isGiven } of columns) if (!isGiven) delete given[name]
      const names = Object.keys(given).map((name) => `"${name}"`)
      return attempt(
        key,
        `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_populate_record(NULL::"${table}", ${quoted(given)}::jsonb)`,
      )
    }
    const isMine = (values: Values) => Object.values(values).includes('$me')
    const set = (values: Values, mine: string) =>
      Object.entries(values)
        .map(([name, value]) => `"${name}" = ${literal(valueIn(world, value, mine))}`)
        .join(', ')
    return [
      attempt('read', `SELECT count(*) FROM "${table}" WHERE ${where}`),
      attempt('remove', `DELETE FROM "${table}" WHERE ${where}`),
      // What the role has no right to at all is the same for every row.
      ...columns
        .filter(({ isChanged, name }) => (isChanged || turn === 0) && row.stored[name] !== me)
        .map((column) =>
          attempt(
            `change ${column.name}`,
            `UPDATE "${table}" SET "${column.name}" = ${changed(column, me)} WHERE ${where}`,
          ),
        ),
      ...columns
        .filter(({ name }) => name === 'case_id')
        .map(() => attempt('move', `UPDATE "${table}" SET case_id = ${quoted(otherCaseId(world))} WHERE ${where}`)),
      ...columns
        .filter(({ name, isChanged }) => isChanged && isName(name))
        .map(({ name }) =>
          attempt(`name ${name}`, `UPDATE "${table}" SET "${name}" = '${SOMEBODY_ELSE}' WHERE ${where}`),
        ),
      ...(entry.add ?? [{ who: '' }]).flatMap(({ with: values = {} }, at) => [
        add(`add ${at}`, values, me),
        ...(isMine(values) ? [add(`add ${at} for another`, values, SOMEBODY_ELSE)] : []),
      ]),
      ...Object.entries(entry.acts ?? {}).flatMap(([name, { set: values }]) => [
        attempt(`act ${name}`, `UPDATE "${table}" SET ${set(values, me)} WHERE ${where}`),
        ...(isMine(values)
          ? [attempt(`act ${name} for another`, `UPDATE "${table}" SET ${set(values, SOMEBODY_ELSE)} WHERE ${where}`)]
          : []),
      ]),
    ]
  })
}

/** Whether a column says who did something. */
export const isName = (name: string): boolean =>
  /(?:_by_id|_staff_id|^staff_id|^owner_id|^author_id|^assignee_id|_witness_id)$/u.test(name)
