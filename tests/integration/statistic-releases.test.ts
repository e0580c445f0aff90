import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { Release } from '@/lib/domain/statistics/released-table'
import { forgetIndex } from '@/lib/usecases/statistics/column-index'
import { readPublicRelease, readRelease } from '@/lib/usecases/statistics/read-release'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { addCountedCases } from '@/tests/support/counted-cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { as } from '@/tests/support/raw-sql'

const BY_SCHEME: StatisticQuery = { ...DEFAULT_QUERY, rows: 'scheme' }
let minato = ''
let kita = ''
let administrator: StaffActor
let supervisor: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  forgetIndex()
  minato = await anOffice('minato', { isDefaultIntake: true })
  kita = await anOffice('kita')
  administrator = await aStaffMember(minato, 'administrator')
  supervisor = await aStaffMember(kita, 'supervisor')
  await addCountedCases(minato, 20, { scheme: 'titp' })
  await addCountedCases(minato, 9, { scheme: 'ssw' })
  await addCountedCases(kita, 7, { scheme: 'titp' })
})

const reporters = ({ tables }: Release, row: string | null) =>
  tables[0]?.cells.find((cell) => cell.row === row && cell.column === null)?.reporters
const read = (actor: StaffActor, query = BY_SCHEME) => readRelease(staffGrant(actor, 'statistics.read'), query)
const later = async (office: string, count: number, scheme: string) => {
  await addCountedCases(office, count, { scheme })
  globalThis.fairPassageIndex = undefined
}
const logged = async () =>
  (await ownerPool().query<{ scope: string; question: string }>('SELECT scope, question FROM statistic_release')).rows

describe('releases of statistics', () => {
  it('are of all offices for an administrator and the public, of the own for a supervisor', async () => {
    expect(reporters(await read(administrator), null)).toBe(36)
    expect(reporters(await read(supervisor), null)).toBe(7)
    const open = await readPublicRelease(BY_SCHEME)
    expect(reporters(open, 'titp')).toBe(27)
    expect(open.facts).toMatchObject({ scope: 'public', queryId: (await read(administrator)).facts.queryId })
    expect((await logged()).map(({ scope }) => scope).toSorted()).toEqual(['all', kita, 'public'].toSorted())
  })

  it('stay as they were while fewer than five came, and move on then', async () => {
    await read(administrator)
    await later(minato, 4, 'titp')
    const between = await read(administrator)
    expect([reporters(between, 'titp'), reporters(between, null)]).toEqual([27, 36])
    await later(minato, 1, 'titp')
    const after = await read(administrator)
    expect([reporters(after, 'titp'), reporters(after, 'ssw'), reporters(after, null)]).toEqual([32, 9, 41])
  })

  it('keep holding back a number until it grew by five, not until it reaches five', async () => {
    await addCountedCases(minato, 4, { scheme: 'engineer_humanities' })
    forgetIndex()
    expect(reporters(await read(administrator), 'engineer_humanities')).toBe('s')
    await later(minato, 2, 'engineer_humanities')
    expect(reporters(await read(administrator), 'engineer_humanities')).toBe('s')
    await later(minato, 3, 'engineer_humanities')
    // The other one that was held back with it would follow from it.
    expect(reporters(await read(administrator), 'engineer_humanities')).toBe('s')
    await later(minato, 5, 'ssw')
    const grown = await read(administrator)
    expect([reporters(grown, 'engineer_humanities'), reporters(grown, 'ssw')]).toEqual([9, 14])
  })

  it('do not tell what another question held back', async () => {
    await addCountedCases(minato, 2, { scheme: 'engineer_humanities' })
    forgetIndex()
    const all = await read(administrator, DEFAULT_QUERY)
    expect(reporters(all, null)).toBe(38)
    const narrowed = { ...DEFAULT_QUERY, filters: [{ dimension: 'scheme', values: ['ssw', 'titp'] }] } as const
    expect(reporters(await read(administrator, narrowed), null)).toBe('s')
  })

  it('do not tell the last part of a whole whose other parts were asked one by one', async () => {
    await addCountedCases(minato, 2, { scheme: 'engineer_humanities' })
    forgetIndex()
    const only = (scheme: string) =>
      ({ ...DEFAULT_QUERY, filters: [{ dimension: 'scheme', values: [scheme] }] }) as const
    expect(reporters(await read(administrator, only('titp')), null)).toBe(27)
    // One of those that would settle the last part is held back, whichever is asked first.
    const [ssw, whole] = [await read(administrator, only('ssw')), await read(administrator, DEFAULT_QUERY)]
    expect([reporters(ssw, null), reporters(whole, null)]).toContain('s')
  })

  it('are written once when two ask at once', async () => {
    const [one, two] = await Promise.all([read(administrator), read(administrator)])
    expect(one).toEqual(two)
    expect(await logged()).toHaveLength(1)
  })

  it('are in a log that everybody reads and writes for himself only', async () => {
    await Promise.all([read(administrator), read(supervisor), readPublicRelease(BY_SCHEME)])
    const scopes = async (who: Parameters<typeof as>[0]) =>
      (await as<{ scope: string }>(who, 'SELECT scope FROM statistic_release ORDER BY scope')).rows.map(
        ({ scope }) => scope,
      )
    const staff = { actor_kind: 'staff', actor_id: supervisor.id, office_id: kita }
    expect(await scopes({ ...staff, role: 'supervisor' })).toEqual([kita, 'public'].toSorted())
    expect(await scopes({ ...staff, role: 'administrator' })).toEqual(['all', 'public'])
    expect(await scopes({ ...staff, role: 'caseworker' })).toEqual([])
    expect(await scopes({ actor_kind: 'reporter' })).toEqual(['public'])
    expect(await scopes({ actor_kind: 'worker' })).toEqual([])
    const change = `UPDATE statistic_release SET version = 0, told_by_kind = 'staff', told_by_id = '${supervisor.id}'`
    expect((await as({ ...staff, role: 'supervisor' }, change)).rowCount).toBe(1)
    await expect(as({ ...staff, role: 'supervisor' }, 'DELETE FROM statistic_release')).rejects.toThrow(
      /permission denied/u,
    )
  })
})
