import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { StaffActor } from '@/lib/access/grant'
import { withClock } from '@/lib/platform/clock'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aWaitingCase } from '../support/own-case'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = new Date('2026-11-21T00:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)

let officer: StaffActor
let supervisor: StaffActor
let held: StoredCase
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  held = await aTakenCase(officer)
})
beforeEach(async () => {
  await ownerPool().query('DELETE FROM deadline')
  await ownerPool().query('DELETE FROM notice')
})

async function aDeadline(ownerKind: string, dueAt: Date, kind = 'task'): Promise<void> {
  await ownerPool().query(
    `INSERT INTO deadline (id, case_id, kind, subject_id, owner_kind, due_at, created_at) VALUES (gen_random_uuid(), $1, $2, gen_random_uuid(), $3, $4, $5)`,
    [held.id, kind, ownerKind, dueAt, NOW],
  )
}
const remindAt = (at: Date) => withClock(() => at, remindOfDeadlines)
async function told() {
  const { rows } = await ownerPool().query<{ kind: string; staff_id: string }>('SELECT kind, staff_id FROM notice')
  const names = new Map([
    [officer.id, 'officer'],
    [supervisor.id, 'supervisor'],
  ])
  return rows.map(({ kind, staff_id: id }) => `${kind} ${names.get(id)}`).toSorted()
}

test('an officer is reminded a day before, and the supervisor hears when it is overdue; each once', async () => {
  await aDeadline('officer', later(8 * DAY))
  expect(await remindAt(later(7 * DAY - HOUR))).toBe(0)
  expect(await remindAt(later(7 * DAY))).toBe(1)
  expect(await remindAt(later(7 * DAY + HOUR))).toBe(0)
  expect(await told()).toEqual(['deadline_soon officer'])
  expect(await remindAt(later(8 * DAY))).toBe(1)
  expect(await remindAt(later(20 * DAY))).toBe(0)
  expect(await told()).toEqual(['deadline_overdue officer', 'deadline_overdue supervisor', 'deadline_soon officer'])
})

test('a promise that moves is told anew, one that is kept not at all', async () => {
  await aDeadline('officer', later(2 * HOUR))
  await remindAt(later(2 * HOUR))
  await ownerPool().query('UPDATE deadline SET due_at = $1', [later(9 * DAY)])
  expect(await remindAt(later(3 * HOUR))).toBe(0)
  expect(await remindAt(later(8 * DAY))).toBe(1)
  await ownerPool().query('UPDATE deadline SET met_at = $1', [later(8 * DAY)])
  expect(await remindAt(later(30 * DAY))).toBe(0)
})

test('a critical case is told at once when something is overdue, and again every day', async () => {
  await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE id = $1`, [held.id])
  await aDeadline('officer', later(4 * HOUR))
  for (const day of [0, 1, 2]) await remindAt(later(4 * HOUR + day * DAY))
  expect((await told()).filter((one) => one === 'critical_overdue supervisor')).toHaveLength(3)
  expect((await told()).filter((one) => one === 'critical_overdue officer')).toHaveLength(3)
  await ownerPool().query(`UPDATE cases SET severity = 'high' WHERE id = $1`, [held.id])
})

test('what a worker or a party owes is told to who holds the case, and escalated to nobody', async () => {
  await aDeadline('worker', later(DAY))
  await aDeadline('party', later(DAY))
  await remindAt(later(DAY + HOUR))
  expect(await told()).toEqual(['others_overdue officer', 'worker_silent officer'])
})

test('after 14 days of waiting the clocks run again and an officer is asked to check in; the case stays open', async () => {
  const own = await aWaitingCase(officer)
  const { rows: before } = await ownerPool().query<{ id: string; due_at: Date }>(
    'SELECT id, due_at FROM deadline WHERE case_id = $1 AND paused_at IS NOT NULL',
    [own.id],
  )
  expect(before.length).toBeGreaterThan(0)
  await ownerPool().query(`UPDATE deadline SET created_at = created_at - interval '2 hours' WHERE case_id = $1`, [
    own.id,
  ])
  const { rows } = await ownerPool().query<{ since: Date }>('SELECT awaiting_since AS since FROM cases WHERE id = $1', [
    own.id,
  ])
  const since = rows[0]?.since ?? NOW
  const after = (ms: number) => new Date(since.getTime() + ms)
  await ownerPool().query(
    `INSERT INTO deadline (id, case_id, kind, owner_kind, due_at, created_at) VALUES (gen_random_uuid(), $1, 'worker_check_in', 'worker', $2, $3)`,
    [own.id, after(14 * DAY), since],
  )
  await ownerPool().query('UPDATE cases SET assignee_id = $2 WHERE id = $1', [own.id, officer.id])

  await remindAt(after(14 * DAY - HOUR))
  expect(
    await ownerPool().query('SELECT 1 FROM deadline WHERE case_id = $1 AND paused_at IS NULL', [own.id]),
  ).toMatchObject({ rowCount: 1 })
  await remindAt(after(14 * DAY))
  const { rows: run } = await ownerPool().query<{ id: string; due_at: Date; paused_at: Date | null }>(
    'SELECT id, due_at, paused_at FROM deadline WHERE id = ANY ($1)',
    [before.map(({ id }) => id)],
  )
  for (const { id, due_at: dueAt, paused_at: pausedAt } of run) {
    expect(pausedAt).toBeNull()
    expect(dueAt.getTime() - (before.find((one) => one.id === id)?.due_at.getTime() ?? 0)).toBe(14 * DAY)
  }
  expect(await told()).toContain('worker_silent officer')
  await remindAt(after(400 * DAY))
  const { rows: state } = await ownerPool().query('SELECT state FROM cases WHERE id = $1', [own.id])
  expect(state).toEqual([{ state: 'awaiting_worker' }])
})
