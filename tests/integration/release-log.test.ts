import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { listOffices } from '@/lib/data/offices'
import { within } from '@/lib/data/within'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { Release } from '@/lib/domain/statistics/released-table'
import { askIndex, forgetIndex } from '@/lib/usecases/statistics/column-index'
import { forgetReleases, logOf } from '@/lib/usecases/statistics/read-log'
import { readRelease } from '@/lib/usecases/statistics/read-release'
import { MOST_LOGGED_CELLS } from '@/lib/usecases/statistics/refusal'
import { tellTables } from '@/lib/usecases/statistics/release-log'
import { sweep } from '@/lib/usecases/sweep'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { addCountedCases } from '@/tests/support/counted-cases'
import { ownerPool } from '@/tests/support/database'
import { as } from '@/tests/support/raw-sql'

const BY_SCHEME: StatisticQuery = { ...DEFAULT_QUERY, rows: 'scheme' }
const BY_ORIGIN: StatisticQuery = { ...DEFAULT_QUERY, rows: 'origin' }
const ALL = { officeId: null, isPublic: false } as const
let minato = ''
let kita = ''
let administrator: StaffActor
let supervisor: StaffActor

beforeAll(async () => {
  minato = await anOffice('minato', { isDefaultIntake: true })
  kita = await anOffice('kita')
  administrator = await aStaffMember(minato, 'administrator')
  supervisor = await aStaffMember(kita, 'supervisor')
})

beforeEach(async () => {
  await ownerPool().query('DELETE FROM cases; DELETE FROM statistic_release')
  forgetIndex()
  await addCountedCases(minato, 12, { scheme: 'titp' })
  await addCountedCases(kita, 7, { scheme: 'titp' })
})

const read = (actor: StaffActor, query = DEFAULT_QUERY) => readRelease(staffGrant(actor, 'statistics.read'), query)
const total = ({ tables }: Release) =>
  tables[0]?.cells.find(({ row, column }) => row === null && column === null)?.value
const more = async (office: string, count: number) => {
  await addCountedCases(office, count, { scheme: 'titp' })
  globalThis.fairPassageIndex = undefined
}
const asking = (...values: string[]): StatisticQuery => ({
  ...DEFAULT_QUERY,
  filters: [{ dimension: 'office', values }],
})
const logged = async () =>
  (
    await ownerPool().query<{ scope: string; question: string; seq: string; asked_on: string }>(
      `SELECT scope, question, seq, asked_on::text FROM statistic_release ORDER BY seq`,
    )
  ).rows

describe('an office named by somebody of another', () => {
  it('is empty, is not logged, and does not wipe out what was told of the own', async () => {
    expect(total(await read(supervisor))).toBe(7)
    const before = await logged()
    const empty = await read(supervisor, asking('minato'))
    expect([total(empty), empty.facts.version]).toEqual([0, 0])
    expect(await logged()).toEqual(before)
    await more(kita, 3)
    expect(total(await read(supervisor))).toBe(7)
  })

  it('beside the own leaves the own: one question, by office too', async () => {
    await read(supervisor)
    expect(total(await read(supervisor, asking('kita', 'minato')))).toBe(7)
    expect(await logged()).toHaveLength(1)
    const { tables } = await read(supervisor, { ...DEFAULT_QUERY, rows: 'office' })
    expect(tables[0]?.rows).toEqual(['kita'])
    expect(tables[0]?.cells.find(({ row }) => row === 'kita')?.value).toBe(7)
  })
})

describe('the version of a release', () => {
  it('is the same for the same numbers, in every process, and another for others', async () => {
    const first = await read(administrator)
    await more(minato, 1)
    // Kept, and marked as kept.
    const kept = await read(administrator)
    forgetIndex()
    await more(minato, 1)
    const again = await read(administrator, { ...DEFAULT_QUERY, threshold: 10 })
    expect([total(first), total(kept), total(again)]).toEqual([19, 19, 19])
    expect(again.facts.version).toBe(kept.facts.version)
    await more(minato, 3)
    const moved = await read(administrator)
    expect(total(moved)).toBe(24)
    expect(moved.facts.version).toBeGreaterThan(kept.facts.version)
  })

  it('orders what was told: after a restart the last telling counts', async () => {
    for (let change = 0; change < 3; change++) {
      await read(administrator, BY_SCHEME)
      await addCountedCases(minato, 1, { scheme: 'titp' })
      await globalThis.fairPassageIndex?.index.refresh(0)
    }
    await more(minato, 2)
    expect(total(await read(administrator))).toBe(24)
    forgetIndex()
    await more(minato, 1)
    expect(total(await read(administrator, BY_SCHEME))).toBe(24)
  })
})

describe('the log', () => {
  afterEach(async () => {
    await ownerPool().query('DROP TRIGGER IF EXISTS refuses ON statistic_release; DROP FUNCTION IF EXISTS refuses()')
  })

  it('does not keep what a transaction that failed at its end would have told', async () => {
    await read(administrator)
    await more(minato, 5)
    await ownerPool()
      .query(`CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not now'; END $$;
      CREATE CONSTRAINT TRIGGER refuses AFTER INSERT OR UPDATE ON statistic_release DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuses()`)
    await expect(read(administrator)).rejects.toThrow(/not now/u)
    await ownerPool().query('DROP TRIGGER refuses ON statistic_release')
    await more(minato, 4)
    // 24 was never told: 28 is nine more than 19.
    expect(total(await read(administrator))).toBe(28)
  })

  it('is read in pages, and each page once', async () => {
    await read(administrator)
    await ownerPool()
      .query(`INSERT INTO statistic_release (scope, question, measure, version, as_of, release, told_by_kind)
      SELECT scope, question || '&n=' || n, measure, version, as_of, release, 'system' FROM statistic_release, generate_series(1, 450) n`)
    forgetReleases()
    await read(administrator, BY_SCHEME)
    expect(logOf('all').cells).toBe(451 + 2)
    expect(logOf('all').readTo('all')).toBe(Number((await logged()).at(-1)?.seq))
  })

  it('lets others work while ten questions wait for their turn', async () => {
    const other = await ownerPool().connect()
    try {
      await other.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('statistic_release all', 0))`)
      const schemes = ['titp', 'ssw', 'engineer_humanities', 'student', 'other', 'unknown']
      const asked = schemes.flatMap((scheme) => [
        read(administrator, { ...BY_ORIGIN, filters: [{ dimension: 'scheme', values: [scheme] }] }),
        read(administrator, { ...DEFAULT_QUERY, filters: [{ dimension: 'scheme', values: [scheme] }] }),
      ])
      await new Promise((resolve) => setTimeout(resolve, 300))
      const waiting = await ownerPool().query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
      expect(waiting.rowCount).toBe(1)
      await expect(within(staffGrant(administrator, 'statistics.read'), listOffices)).resolves.toHaveLength(2)
      await other.query('ROLLBACK')
      await Promise.all(asked)
    } finally {
      other.release()
    }
  })

  it('is one for two processes that tell at once', async () => {
    const grant = staffGrant(administrator, 'statistics.read')
    const inProcess = async (query: StatisticQuery) => {
      const tables = await askIndex(query, ALL)
      return () => {
        globalThis.fairPassageReleases = new Map()
        const told = tellTables(grant, ALL, tables)
        return { told, log: logOf('all') }
      }
    }
    const [one, two] = [await inProcess(BY_SCHEME), await inProcess(BY_ORIGIN)]
    const [first, second] = [one(), two()]
    const versions = [(await first.told).version, (await second.told).version]
    const [late] = versions[0] === Math.max(...versions) ? [first] : [second]
    expect(late.log.readTo('all')).toBe(Math.max(...versions))
    expect(late.log.cells).toBe(4)
  })
})

describe('a log that has grown', () => {
  it('drops what nobody asked for a year, and knows it again when it is asked', async () => {
    await read(administrator)
    await read(administrator, BY_SCHEME)
    await ownerPool().query(`UPDATE statistic_release SET asked_on = asked_on - 360`)
    forgetReleases()
    // Same numbers: not written again, but asked today.
    const { facts } = await read(administrator, { ...DEFAULT_QUERY, threshold: 10 })
    await ownerPool().query(`UPDATE statistic_release SET asked_on = asked_on - 6`)
    await sweep()
    expect((await logged()).map(({ seq }) => Number(seq))).toEqual([facts.version])
    await ownerPool().query(`UPDATE statistic_release SET asked_on = asked_on - 360`)
    await sweep()
    expect(await logged()).toEqual([])
    logOf('all').mark('all measure=reports&threshold=5&rounding=1', 'another day')
    const again = await read(administrator, { ...DEFAULT_QUERY, rounding: 5 })
    expect((await logged()).map(({ seq }) => Number(seq))).toEqual([again.facts.version])
  })

  it('makes room where it is full, by what was not asked for longest, and nothing of this week', async () => {
    await read(administrator)
    const cells = `INSERT INTO statistic_release (scope, question, measure, version, as_of, release, told_by_kind, asked_on)
      SELECT scope, question || '&n=' || n, measure, version, as_of, '{"cells": [1, 2]}', 'system', asked_on - n FROM statistic_release, generate_series(1, 20) n`
    await ownerPool().query(cells)
    const dropping = (most: number) =>
      as<{ dropped: number }>(
        { actor_kind: 'system' },
        `SELECT app.drop_unasked_releases((now() - interval '1 year')::date, (SELECT max(asked_on) - 7 FROM statistic_release), ${most}) AS dropped`,
      )
    const dropped = async (most: number) => (await dropping(most)).rows[0]?.dropped
    expect([await dropped(1_000), await dropped(35), await dropped(2)]).toEqual([0, 3, 13])
    await expect(
      as({ actor_kind: 'reporter' }, `SELECT app.drop_unasked_releases(now()::date, now()::date, 0)`),
    ).rejects.toThrow(/only the system/u)
  })

  it('answers no new question when it is full, and what was asked before', async () => {
    await read(administrator)
    logOf('all').cells = MOST_LOGGED_CELLS
    await expect(read(administrator, BY_SCHEME)).rejects.toMatchObject({ code: 'too_many_questions' })
    expect(total(await read(administrator, { ...DEFAULT_QUERY, threshold: 10 }))).toBe(19)
  })

  it('does not take a table that is too large', async () => {
    await ownerPool().query(`UPDATE cases SET received_at = '2015-01-15'::timestamptz + n * interval '1 month'
      FROM (SELECT id, row_number() OVER () AS n FROM cases) r WHERE r.id = cases.id`)
    const query: StatisticQuery = { ...DEFAULT_QUERY, rows: 'received_month', columns: 'received_quarter' }
    expect((await read(administrator, query)).tables).toHaveLength(1)
    await ownerPool()
      .query(`INSERT INTO cases (id, number, office_id, submission_id, state, severity, severity_reasons, scheme, channel, language, grievance_codes,
        danger_codes, received_at, state_changed_at, in_statistics)
      SELECT gen_random_uuid(), 'M' || n, office_id, gen_random_uuid(), state, severity, severity_reasons, scheme, channel, language, grievance_codes, danger_codes,
        '2010-01-15'::timestamptz + n * interval '1 month', state_changed_at, true FROM (SELECT * FROM cases LIMIT 1) c, generate_series(1, 100) n`)
    forgetIndex()
    await expect(read(administrator, query)).rejects.toMatchObject({ code: 'too_many_cells' })
    expect((await logged()).map(({ question }) => question.includes('received_month'))).toEqual([true])
  })
})
