import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { refreshLimitationClock } from '@/lib/data/limitation-clock'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { bringBackOwnCase } from '@/lib/usecases/bring-back-own-case'
import { changeLegalRule, readLegalRules } from '@/lib/usecases/forums/change-legal-rule'
import { recountLimitations } from '@/lib/usecases/forums/recount-limitations'
import { rollPassedLimitations } from '@/lib/usecases/forums/roll-limitations'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { deleteOwnCase } from '@/lib/usecases/delete-own-case'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

const RULE = 'jp-wages-3y'
const DAY = 86_400_000
let officer: StaffActor
let administrator: StaffActor
let found: StoredCase

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  administrator = await aStaffMember(office, 'administrator')
  found = await aTakenCase(officer, { grievances: ['wages_unpaid'] })
  // The first month of pay was two years ago: by three years there is about one left.
  const month = `${String(new Date().getUTCFullYear() - 2)}-${String(new Date().getUTCMonth() + 1).padStart(2, '0')}`
  await ownerPool().query(
    `INSERT INTO wage_fact (id, case_id, kind, for_month, amount_minor, currency, created_at) VALUES (gen_random_uuid(), $1, 'contract', $2, 200000, 'JPY', now())`,
    [found.id, month],
  )
  await ownerPool().query(`UPDATE cases SET state = 'investigation' WHERE id = $1`, [found.id])
  await within(staffGrant(officer, 'case.change_state'), (on) => refreshLimitationClock(on, found.id, new Date()))
})

async function clock(): Promise<Date | null> {
  const { rows } = await ownerPool().query<{ due_at: Date }>(
    `SELECT due_at FROM deadline WHERE case_id = $1 AND kind = 'limitation' AND met_at IS NULL AND cancelled_at IS NULL`,
    [found.id],
  )
  expect(rows.length).toBeLessThan(2)
  return rows[0]?.due_at ?? null
}

test('a new version of a rule moves the clocks of open cases, batch by batch, and once', async () => {
  await recountLimitations()
  const before = await clock()
  if (!before) throw new Error('no clock')
  const manage = staffGrant(administrator, 'legal_rule.manage')
  const last = (await readLegalRules(manage)).filter(({ rule }) => rule.id === RULE).at(-1)?.rule
  if (last?.kind !== 'limitation') throw new Error('no such limitation')
  const { effectiveFrom, effectiveTo, source, verification, note, isWithdrawn } = last
  const edit = { effectiveFrom, effectiveTo, source, verification, note, isWithdrawn }
  await changeLegalRule(manage, RULE, last.version, { ...edit, period: { count: 5, unit: 'years' } }, 'It changed.')
  expect(await clock()).toEqual(before)
  await aTakenCase(officer)
  await ownerPool().query(`UPDATE cases SET state = 'investigation' WHERE state <> 'closed'`)
  expect(await recountLimitations(1)).toBeGreaterThan(0)
  // Another claim is the next one now.
  expect((await clock())?.getTime()).toBeGreaterThan(before.getTime())
  expect(await recountLimitations()).toBe(0)
})

test('a limitation period is told of half a year before and again, not one day before', async () => {
  await ownerPool().query('DELETE FROM deadline WHERE case_id <> $1 OR kind <> $2', [found.id, 'limitation'])
  const due = (await clock())?.getTime() ?? 0
  const told = async (days: number) => {
    await withClock(() => new Date(due - days * DAY), remindOfDeadlines)
    const { rows } = await ownerPool().query<{ key: string }>(
      `SELECT DISTINCT key FROM notice WHERE kind = 'deadline_soon' ORDER BY key`,
    )
    return rows.map(({ key }) => key.split(':').at(-1) ?? '').toSorted((a, b) => a.localeCompare(b, 'en'))
  }
  expect(await told(181)).toEqual([])
  expect(await told(180)).toEqual(['soon180'])
  expect(await told(100)).toEqual(['soon180'])
  expect(await told(90)).toEqual(['soon180', 'soon90'])
  expect(await told(29)).toEqual(['soon180', 'soon30', 'soon90'])
  expect(await told(7)).toEqual(['soon180', 'soon30', 'soon7', 'soon90'])
})

test('the clock ends when the worker ends the case, and begins again when the worker brings it back', async () => {
  const before = await clock()
  const own = grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.write')
  expect(await deleteOwnCase(own, { wasPressed: false } as never)).toMatchObject({ ok: true })
  expect(await clock()).toBeNull()
  const back = { to: 'reopened', reopeningReason: 'new_fact', requestId: randomUUID(), text: 'Có.', language: 'vi' }
  expect(await bringBackOwnCase(own, back as never)).toMatchObject({ ok: true })
  expect(await clock()).toEqual(before)
})

test('a passed period is told, then the clock stands on the next one by itself, and at the end on none', async () => {
  const first = await clock()
  if (!first) throw new Error('no clock')
  const at = (days: number) => () => new Date(first.getTime() + days * DAY)
  // Not before it has passed, and not before it was told that it has.
  expect(await withClock(at(-1), () => rollPassedLimitations())).toBe(0)
  expect(await withClock(at(1), () => rollPassedLimitations())).toBe(0)
  await withClock(at(1), remindOfDeadlines)
  expect(await withClock(at(1), () => rollPassedLimitations(1))).toBe(1)
  const next = await clock()
  expect(next?.getTime()).toBeGreaterThan(first.getTime())
  const { rows } = await ownerPool().query(
    `SELECT c.next_due_at, e.detail FROM cases c JOIN audit_event e ON e.case_id = c.id AND e.action = 'limitation.passed' WHERE c.id = $1`,
    [found.id],
  )
  expect(rows).toHaveLength(1)
  expect(new Date(rows[0].detail.endedAt)).toEqual(first)
  expect(new Date(rows[0].detail.nextAt)).toEqual(next)
  const { rows: told } = await ownerPool().query(
    `SELECT 1 FROM notice WHERE kind = 'deadline_overdue' AND case_id = $1`,
    [found.id],
  )
  expect(told.length).toBeGreaterThan(0)
  // A hundred years later everything is over: one step for each that is passed by then, and no clock is left.
  await withClock(at(36_500), remindOfDeadlines)
  expect(await withClock(at(36_500), () => rollPassedLimitations())).toBe(1)
  expect(await clock()).toBeNull()
  expect(await withClock(at(36_500), () => rollPassedLimitations())).toBe(0)
})
