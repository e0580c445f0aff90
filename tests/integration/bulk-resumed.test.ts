import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { findBulkAct } from '@/lib/data/bulk-acts'
import { within } from '@/lib/data/within'
import { assignCases } from '@/lib/usecases/bulk-act'
import { undoAssignment } from '@/lib/usecases/undo-bulk-act'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, versionOf } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let supervisor: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

const grant = () => staffGrant(supervisor, 'case.assign')
const act = (id: string) => within(grant(), (on) => findBulkAct(on, id))
const holders = async () =>
  (await ownerPool().query<{ holder: string | null }>('SELECT assignee_id AS holder FROM cases')).rows.map(
    ({ holder }) => holder,
  )

/** Two cases of which the first cannot be written to while `work` runs: an error of ours, not of the rules. */
async function withOneBroken(id: string, work: () => Promise<unknown>): Promise<void> {
  await ownerPool().query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
    CREATE TRIGGER broken BEFORE UPDATE ON cases FOR EACH ROW WHEN (NEW.id = '${id}'::uuid) EXECUTE FUNCTION broken()`)
  await work()
  await ownerPool().query('DROP TRIGGER broken ON cases; DROP FUNCTION broken()')
}

describe('an act on several cases', () => {
  it('goes on after a case that failed, and takes up what is left when it is sent again, also when it is taken back', async () => {
    const cases = [await aCase(), await aCase()]
    const [first] = cases
    if (!first) throw new Error('two cases')
    const bulk = {
      requestId: randomUUID(),
      cases: await Promise.all(cases.map(async ({ id, number }) => ({ number, version: await versionOf(id) }))),
      assigneeId: officer.id,
      hasConflict: false,
    }
    await withOneBroken(first.id, () => assignCases(grant(), bulk))
    expect((await act(bulk.requestId))?.cases.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'failed'])
    await ownerPool().query(`UPDATE bulk_act_case SET outcome = 'waiting' WHERE outcome = 'failed'`)
    await assignCases(grant(), bulk)
    expect((await act(bulk.requestId))?.cases.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect(await holders()).toEqual([officer.id, officer.id])

    await withOneBroken(first.id, () => undoAssignment(grant(), bulk.requestId))
    expect((await act(bulk.requestId))?.cases.map(({ undone }) => undone).toSorted()).toEqual(['done', 'failed'])
    expect((await undoAssignment(grant(), bulk.requestId)).ok).toBe(true)
    expect(await holders()).toEqual([null, null])
    expect((await undoAssignment(grant(), bulk.requestId)).ok).toBe(false)
  })

  it('keeps how it ended: nobody rewrites that', async () => {
    const one = await aCase()
    const requestId = randomUUID()
    const cases = [{ number: one.number, version: await versionOf(one.id) }]
    await assignCases(grant(), { requestId, cases, assigneeId: officer.id, hasConflict: false })
    await expect(
      within(grant(), (on) => on.db.bulkActCase.updateMany({ where: { actId: requestId }, data: { outcome: 'same' } })),
    ).rejects.toThrow(/how it ended stays/)
  })

  it('remembers a tie', async () => {
    const one = await aCase()
    const cases = [{ number: one.number, version: await versionOf(one.id) }]
    const give = (hasConflict: boolean) =>
      assignCases(grant(), { requestId: randomUUID(), cases, assigneeId: officer.id, hasConflict })
    await give(true)
    await give(false)
    expect(await holders()).toEqual([null])
  })
})
