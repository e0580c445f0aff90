import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { Grant, StaffActor } from '@/lib/access/grant'
import { notify } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { ALWAYS_IN_APP, NOTICE_KINDS } from '@/lib/domain/notices'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { grantOpen } from '@/lib/access/grant'

let officer: StaffActor
let colleague: StaffActor
let supervisor: StaffActor
let stranger: StaffActor
let told: StoredCase
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('elsewhere'), 'supervisor')
  told = await aTakenCase(officer)
})
beforeEach(async () => {
  await ownerPool().query('DELETE FROM notice')
})

const worker = (caseId: string): Grant<'own_case.write'> => grantOpen({ kind: 'worker', caseId }, 'own_case.write')
const recipients = async () => {
  const { rows } = await ownerPool().query<{ staff_id: string }>('SELECT staff_id FROM notice ORDER BY staff_id')
  return rows.map((row) => row.staff_id)
}
const ids = (...staff: StaffActor[]) => staff.map(({ id }) => id).toSorted()

test('what the worker does is told to who holds the case, once', async () => {
  const tell = () => within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'worker_wrote', key: 'm1' }))
  expect(await tell()).toBe(1)
  await tell()
  expect(await recipients()).toEqual(ids(officer))
})

test('a request for another officer goes to supervisors, never to the officer it is about', async () => {
  await within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'officer_asked', key: 'r1' }))
  expect(await recipients()).toEqual(ids(supervisor))
})

test('danger is told to everybody of the office who works on cases, and nobody elsewhere', async () => {
  await within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'critical_report', key: 'r1' }))
  expect(await recipients()).toEqual(ids(officer, colleague, supervisor))
})

test('of a critical case the supervisor hears what its holder hears', async () => {
  await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE id = $1`, [told.id])
  try {
    await within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'worker_wrote', key: 'm2' }))
    expect(await recipients()).toEqual(ids(officer, supervisor))
  } finally {
    await ownerPool().query(`UPDATE cases SET severity = 'high' WHERE id = $1`, [told.id])
  }
})

test('nobody is told of the own act', async () => {
  const told1 = { caseId: told.id, kind: 'deadline_overdue', key: 'x' } as const
  await within(staffGrant(officer, 'case.read'), (on) => notify(on, told1))
  expect(await recipients()).toEqual(ids(supervisor))
})

test('a worker tells of the own case only, staff of their office only', async () => {
  const other = await aTakenCase(officer)
  // Its own arrival was told.
  const before = await recipients()
  const tell = { caseId: other.id, kind: 'worker_wrote', key: 'm' } as const
  await expect(within(worker(told.id), (on) => notify(on, tell))).rejects.toThrow('only who sees the case')
  await expect(within(staffGrant(stranger, 'case.read'), (on) => notify(on, tell))).rejects.toThrow(
    'only who sees the case',
  )
  expect(await recipients()).toEqual(before)
})

test('everybody reads and marks the own notices only, and changes nothing else of them', async () => {
  await within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'critical_report', key: 'r1' }))
  await within(staffGrant(officer, 'case.read'), async ({ db }) => {
    expect((await db.notice.findMany()).map(({ staffId }) => staffId)).toEqual([officer.id])
    expect((await db.notice.updateMany({ data: { readAt: new Date() } })).count).toBe(1)
  })
  const { rows } = await ownerPool().query('SELECT staff_id FROM notice WHERE read_at IS NOT NULL')
  expect(rows).toEqual([{ staff_id: officer.id }])
  await within(staffGrant(stranger, 'case.read'), async ({ db }) => expect(await db.notice.count()).toBe(0))
  await within(worker(told.id), async ({ db }) => expect(await db.notice.count()).toBe(0))
  const rewrite = within(staffGrant(officer, 'case.read'), ({ db }) =>
    db.notice.updateMany({ data: { kind: 'appeal' } }),
  )
  await expect(rewrite).rejects.toThrow('permission denied')
})

test('a transaction that fails tells nobody', async () => {
  const failing = within(worker(told.id), async (on) => {
    await notify(on, { caseId: told.id, kind: 'worker_wrote', key: 'm3' })
    throw new Error('stopped')
  })
  await expect(failing).rejects.toThrow('stopped')
  expect(await recipients()).toEqual([])
})

test('what somebody put aside is kept out of the list and the mail', async () => {
  await ownerPool().query(
    `INSERT INTO notice_settings (staff_id, app_off, mail_off, updated_at) VALUES ($1, '{worker_wrote}', '{appeal}', now())`,
    [officer.id],
  )
  await within(worker(told.id), (on) => notify(on, { caseId: told.id, kind: 'worker_wrote', key: 'm4' }))
  const { rows } = await ownerPool().query('SELECT in_app, by_mail FROM notice')
  expect(rows).toEqual([{ in_app: false, by_mail: true }])
})

test('kinds that cannot be put aside exist', () => {
  expect(ALWAYS_IN_APP.every((kind) => NOTICE_KINDS.includes(kind))).toBe(true)
})
