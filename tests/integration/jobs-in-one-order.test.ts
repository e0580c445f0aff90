import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { claimDeadlines, storeReminders } from '@/lib/data/reminders'
import { holdRecount, readLimitationCases, storeLimitations } from '@/lib/data/limitation-recounts'
import { within } from '@/lib/data/within'
import { reminderAt } from '@/lib/domain/reminders'
import { recountLimitations } from '@/lib/usecases/forums/recount-limitations'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

const CASES = 40
const ROUNDS = 6
const reminding = grantOpen({ kind: 'system' }, 'system.remind')
const counting = grantOpen({ kind: 'system' }, 'system.count_limitations')

let officer: StaffActor
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  for (let made = 0; made < CASES; made += 1) await aTakenCase(officer)
  await ownerPool().query(`UPDATE cases SET state = 'investigation'`)
})
// Every case has a limitation clock that is to be looked at now, and all are to be counted again: as at a first start.
beforeEach(async () => {
  for (const table of ['deadline', 'notice', 'limitation_recount']) await ownerPool().query(`DELETE FROM ${table}`)
  await ownerPool().query(
    `INSERT INTO deadline (id, case_id, kind, subject_id, owner_kind, due_at, created_at)
     SELECT gen_random_uuid(), id, 'limitation', id, 'officer', now() + interval '20 days', now() - interval '9 days' FROM cases ORDER BY id DESC`,
  )
  await ownerPool().query(`INSERT INTO limitation_recount (id, requested_at) VALUES (gen_random_uuid(), now())`)
})

test('reminders leave the deadlines of a case alone that its time limits are counted of, and wait for nobody', async () => {
  const at = new Date()
  const looked = await within(counting, async (on) => {
    const held = await holdRecount(on)
    if (!held) throw new Error('no recount')
    const cases = await readLimitationCases(on, held, CASES / 2)
    const claimed = await within(reminding, async (other) => {
      const found = await claimDeadlines(other, at, 2 * CASES)
      await storeReminders(
        other,
        found.map((deadline) => ({ deadline, reminder: reminderAt(deadline, at) })),
        at,
      )
      return found
    })
    const dueAt = new Date(at.getTime() + 9 * 86_400_000)
    await storeLimitations(
      on,
      held,
      cases.map(({ id }) => ({ caseId: id, dueAt })),
      { at, isLast: false },
    )
    return { counted: new Set(cases.map(({ id }) => id)), claimed: claimed.map(({ caseId }) => caseId) }
  })
  expect(looked.claimed).toHaveLength(CASES / 2)
  expect(looked.claimed.filter((id) => looked.counted.has(id))).toEqual([])
  // What was left alone is told with the next run, of the day it has now.
  expect(await remindOfDeadlines()).toBe(CASES / 2)
})

test('both jobs at once, in several processes, again and again, end without a deadlock and leave nothing', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const version = `${round} hours`
    await ownerPool().query(`UPDATE deadline SET due_at = now() + interval '20 days' + $1::interval`, [version])
    await ownerPool().query(`INSERT INTO limitation_recount (id, requested_at) VALUES (gen_random_uuid(), now())`)
    await Promise.all([remindOfDeadlines(), recountLimitations(7), remindOfDeadlines(), recountLimitations(5)])
  }
  await remindOfDeadlines()
  const { rows } = await ownerPool().query(
    `SELECT count(*)::int AS n FROM deadline WHERE remind_at <= now() AND met_at IS NULL AND cancelled_at IS NULL`,
  )
  expect(rows[0].n).toBe(0)
  const open = await ownerPool().query(`SELECT 1 FROM limitation_recount WHERE finished_at IS NULL`)
  expect(open.rowCount).toBe(0)
})
