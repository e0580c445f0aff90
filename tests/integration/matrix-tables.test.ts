import { beforeAll, describe, expect, test } from 'vitest'
import { ownerPool } from '../support/database'
import { readColumns } from '../support/matrix/catalogue'
import { differencesOf } from '../support/matrix/differences'
import { callOf, isNothing, readOwnerFunctions } from '../support/matrix/function-calls'
import { FUNCTIONS } from '../support/matrix/functions'
import { tryTables } from '../support/matrix/outcomes'
import { caseId, officerId, PEOPLE, WORLDS } from '../support/matrix/people'
import { installProbe, tryEach } from '../support/matrix/probe'
import { putRows, type Rows } from '../support/matrix/rows'
import { TABLES, WITHOUT_POLICIES } from '../support/matrix/tables'
import { peopleIn } from '../support/matrix/words'
import { as } from '../support/raw-sql'

let rows: Rows

beforeAll(async () => {
  rows = await putRows(TABLES)
  await installProbe()
})

const words = (text: string | undefined) => (text ?? '').split(/\s+/u).filter(Boolean)

describe('the catalogue', () => {
  test('every table has an entry and a row in both offices', async () => {
    const tables = [...new Set((await readColumns()).map(({ table }) => table))]
    expect(tables).toEqual(Object.keys(TABLES).toSorted())
    for (const table of tables) expect(rows.get(table)?.size, table).toBeGreaterThan(TABLES[table]?.isShared ? 0 : 1)
  })

  test('every table is under row-level security, or on the list with its reason', async () => {
    const { rows: open } = await ownerPool().query<{ name: string }>(
      `SELECT c.relnamespace::regnamespace || '.' || c.relname AS name FROM pg_class c
        WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relrowsecurity ORDER BY 1`,
    )
    expect([...open.map(({ name }) => name), 'jobs'].toSorted()).toEqual(Object.keys(WITHOUT_POLICIES).toSorted())
    const { rows: schemas } = await ownerPool().query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1`,
    )
    expect(schemas.map(({ name }) => name)).toEqual(['app', 'jobs', 'probe', 'public'])
  })

  test('columns that the role may not read or give are the ones of the matrix', async () => {
    const found: Record<string, unknown> = {}
    const listed: Record<string, unknown> = {}
    for (const [table, entry] of Object.entries(TABLES)) {
      const columns = (await readColumns()).filter((column) => column.table === table)
      const without = (right: 'isRead' | 'isGiven') => {
        const names = columns.filter((column) => !column[right]).map(({ name }) => name)
        return names.length === columns.length ? [] : names
      }
      found[table] = { hidden: without('isRead'), notGiven: without('isGiven') }
      listed[table] = { hidden: words(entry.hidden), notGiven: words(entry.notGiven) }
    }
    expect(found).toEqual(listed)
  })

  test('the role owns nothing, belongs to no other role, and makes, empties and bypasses nothing', async () => {
    const { rows: found } = await ownerPool().query(
      `SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication AS "isMore",
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) + (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid)
                + (SELECT count(*)::int FROM pg_namespace WHERE nspowner = r.oid) + (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS owned,
              (SELECT count(*)::int FROM pg_namespace n WHERE has_schema_privilege(r.oid, n.oid, 'CREATE')) AS made,
              (SELECT count(*)::int FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind IN ('r', 'p', 'v')
                AND (has_table_privilege(r.oid, c.oid, 'TRUNCATE') OR has_table_privilege(r.oid, c.oid, 'REFERENCES') OR has_table_privilege(r.oid, c.oid, 'TRIGGER'))) AS emptied
         FROM pg_roles r WHERE r.rolname = 'fair_passage_app'`,
    )
    expect(found).toEqual([{ isMore: false, owned: 0, made: 0, emptied: 0 }])
  })
})

describe('as raw SQL in the name of everybody', () => {
  test('reading, adding, changing each column, moving and removing do what the matrix says', async () => {
    const outcomes = await tryTables(TABLES, rows)
    const differences = [...outcomes].flatMap(([table, found]) => {
      const entry = TABLES[table]
      return entry ? differencesOf(table, entry, found) : [`${table} has no entry`]
    })
    expect(differences).toEqual([])
    const tried = [...outcomes.values()]
      .flatMap((found) => [...found.values()])
      .reduce((sum, one) => sum + one.tried, 0)
    expect(tried).toBeGreaterThan(40_000)
  }, 300_000)

  test('no table that somebody makes for a moment stands in for one that is asked', async () => {
    const shadowed = `DO $$ BEGIN
      CREATE TEMP TABLE staff (id uuid, office_id uuid);
      INSERT INTO staff SELECT '${officerId(3)}', office_id FROM cases WHERE id = '${caseId(1)}';
      UPDATE cases SET assignee_id = '${officerId(3)}' WHERE id = '${caseId(1)}';
    END $$`
    const [supervisor] = PEOPLE.filter(({ name }) => name === 'supervisor of office 1')
    await expect(as(supervisor?.who ?? {}, shadowed)).rejects.toThrow('a case is held in its office')
  })

  test('functions that run as the owner answer whom the matrix names', async () => {
    const functions = await readOwnerFunctions()
    expect(functions.filter(({ path }) => path !== 'search_path=public, pg_temp').map(({ name }) => name)).toEqual([])
    expect(functions.filter(({ isEverybodys }) => isEverybodys).map(({ name }) => name)).toEqual([])
    expect(functions.filter(({ isTrigger, isCalled }) => isTrigger && isCalled).map(({ name }) => name)).toEqual([])
    const called = functions.filter(({ isCalled }) => isCalled)
    expect(called.map(({ name }) => name)).toEqual(Object.keys(FUNCTIONS).toSorted())
    const differences: string[] = []
    for (const person of PEOPLE) {
      const worlds = WORLDS.filter(
        (one, at, all) => all.findIndex((other) => person.to(other) === person.to(one)) === at,
      )
      const tries = called.flatMap((one) => worlds.map((world) => ({ one, world })))
      const endings = await tryEach(
        person.who,
        tries.map(({ one, world }) => callOf(one, FUNCTIONS[one.name] ?? { who: '' }, world)),
      )
      for (const [at, { one, world }] of tries.entries()) {
        const ending = endings[at]
        const may = peopleIn(FUNCTIONS[one.name]?.who ?? '').has(person.to(world))
        const gets = ending?.kind === 'passed' || (ending?.kind === 'rows' && !isNothing(ending.text))
        if (gets && !may) differences.push(`${person.to(world)} is answered by ${one.name} and may not`)
        if (ending?.kind === 'refused' && may) differences.push(`${person.to(world)} may ask ${one.name} and cannot`)
      }
    }
    expect([...new Set(differences)]).toEqual([])
  }, 120_000)
})
