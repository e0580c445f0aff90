import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { countKpis, type MeasuredCases } from '@/lib/data/learning'
import { within } from '@/lib/data/within'
import type { KpiCount } from '@/lib/domain/learning/shown-kpis'
import { deskCounter } from '@/lib/usecases/learning/desk-counter'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { liveADesk } from '../support/desk-life'

// What is kept by office and month must be what app.kpi_counts counts from the cases themselves, whatever is asked and written.

const DAYS = 86_400_000
const monthAgo = (months: number) => {
  const day = new Date()
  day.setUTCDate(15)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString().slice(0, 7)
}
let offices: string[]
let administrator: StaffActor

beforeAll(async () => {
  offices = [await anOffice('first', { isDefaultIntake: true }), await anOffice('second'), await anOffice('third')]
  administrator = await aStaffMember(offices[0] ?? '', 'administrator')
  await liveADesk(offices, administrator.id, 400)
})

/** Both ways, as text in one order. */
async function bothWays({ officeId, from, to }: MeasuredCases, at: Date): Promise<[kept: string[], counted: string[]]> {
  const start = (month: string | null, ahead: number) =>
    month === null ? null : new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + ahead, 1, -9))
  const grant = staffGrant(administrator, 'learning.read')
  const kept = await within(grant, (on) => countKpis(on, { officeId, from, to }, at))
  const counted = await within(
    grant,
    (on) => on.db.$queryRaw<KpiCount[]>`SELECT kpi, part, hits::float8, base::float8, amount::float8
      FROM app.kpi_counts(${officeId}::uuid, ${start(from, 0)}::timestamptz, ${start(to, 1)}::timestamptz, ${at}::timestamptz)`,
  )
  return [textOf(kept), textOf(counted)]
}

function textOf(counts: readonly KpiCount[]): string[] {
  return counts.map(({ kpi, part, hits, base, amount }) => `${kpi} ${part}: ${hits} of ${base}, ${amount}`).toSorted()
}

async function expectTheSame(): Promise<string> {
  await deskCounter().count()
  const [first = null, second = null] = offices
  const questions: MeasuredCases[] = [
    { officeId: null, from: null, to: null },
    { officeId: null, from: monthAgo(7), to: monthAgo(2) },
    { officeId: first, from: null, to: null },
    { officeId: second, from: monthAgo(9), to: null },
    { officeId: first, from: null, to: monthAgo(3) },
  ]
  const all = []
  for (const question of questions) {
    // Later, more clocks have run out; nothing is counted again for that.
    for (const days of question.from === null ? [0, 20] : [0]) {
      const [kept, counted] = await bothWays(question, new Date(Date.now() + days * DAYS))
      expect(kept).toEqual(counted)
      all.push(kept)
    }
  }
  return JSON.stringify(all)
}

describe('the measures kept by office and month', () => {
  it('are those of the cases, of any months and offices, now and when clocks have run out', async () => {
    const all = await expectTheSame()
    // The cases are such that every measure has something to count.
    for (const kpi of [
      'recurrence',
      'systemic_flags',
      'named_party_access_events',
      'appeal_overturn_rate',
      'consent_coverage',
    ])
      expect(all).not.toContain(`"${kpi} null: 0 of`)
    expect(all).toContain('remedy_value_median JPY')
  })

  const some = (share: number) => `id IN (SELECT id FROM cases WHERE number LIKE 'D%' ORDER BY number LIMIT ${share})`
  const ofSome = some(60).replace('id IN', 'case_id IN')
  it.each([
    [
      'cases move to another office',
      `UPDATE cases SET office_id = (SELECT id FROM office WHERE code = 'third') WHERE ${some(30)}`,
    ],
    ['a yes to statistics is withdrawn', `UPDATE cases SET in_statistics = false WHERE ${some(50)}`],
    ['cases are erased', `UPDATE cases SET erased_at = now() WHERE ${some(20)}`],
    ['reports turn out to be tests', `UPDATE cases SET is_test = NOT is_test WHERE number > 'D8'`],
    [
      'the day of submission is corrected',
      `UPDATE cases SET received_at = received_at - interval '40 days' WHERE ${some(40)}`,
    ],
    [
      'cases are closed',
      `UPDATE cases SET state = 'closed', closed_at = now(), is_admissible = true WHERE state <> 'closed' AND ${some(90)}`,
    ],
    ['a clock is met', `UPDATE deadline SET met_at = due_at, outcome_code = 'yes' WHERE met_at IS NULL AND ${ofSome}`],
    ['a clock is paused', `UPDATE deadline SET paused_at = now() WHERE met_at IS NULL AND paused_at IS NULL`],
    ['an instalment arrives', `UPDATE repayment SET arrived_minor = coalesce(arrived_minor, 0) + 77 WHERE ${ofSome}`],
    ['a remedy is dropped', `UPDATE remedy SET dropped_at = now(), delivered_at = NULL WHERE ${ofSome}`],
    ['a yes to share is withdrawn', `UPDATE consent SET withdrawn_at = given_at WHERE ${ofSome.replace('60', '400')}`],
    ['somebody answers', `UPDATE message SET language = 'th' WHERE direction = 'to_worker' AND ${ofSome}`],
    ['surveys are answered', `UPDATE satisfaction_survey SET score = 5, would_return = true WHERE ${ofSome}`],
    [
      'a move is written',
      `INSERT INTO state_move (id, case_id, to_state, by_kind, moved_at) SELECT gen_random_uuid(), id, 'reopened', 'staff', now() FROM cases WHERE ${some(80)}`,
    ],
    ['a helper goes', `DELETE FROM case_person WHERE kind = 'proxy'`],
    ['an organisation gets another name', `UPDATE case_party SET name_key = '\\x41' WHERE name_key < '\\x08'`],
    ['a role is corrected', `UPDATE case_party SET role = 'other' WHERE name_key < '\\x20'`],
    ['a referral goes', `DELETE FROM referral WHERE ${ofSome.replace('60', '400')} AND consent_id IS NOT NULL`],
    ['a case goes with all that is of it', `DELETE FROM cases WHERE ${some(25)}`],
  ])('follow when %s', async (_what, sql) => {
    const before = await expectTheSame()
    const { rowCount } = await ownerPool().query(sql)
    expect(rowCount).toBeGreaterThan(0)
    expect(await expectTheSame()).not.toBe(before)
  })

  // A case of each kind that had no such event yet.
  const fresh = (
    without: string,
  ) => `SELECT c.id, c.office_id FROM cases c WHERE c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.assignee_id IS NOT NULL
    AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = c.id AND ${without}) LIMIT 1`
  const tied = fresh('false').replace(
    'NOT EXISTS',
    `EXISTS (SELECT 1 FROM audit_event t WHERE t.case_id = c.id AND t.action = 'case.conflict_declared') AND NOT EXISTS`,
  )
  it.each([
    ['a worker looks for the first time', 'worker', 'case.read', fresh(`e.actor_kind = 'worker'`)],
    ['somebody tells of a tie', 'staff', 'case.conflict_declared', fresh(`e.action = 'case.conflict_declared'`)],
    ['somebody with a tie reads', 'staff', 'case.read', tied],
  ])('follow when %s', async (_what, kind, action, where) => {
    const before = await expectTheSame()
    const { rowCount } = await ownerPool().query(
      `INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
        SELECT gen_random_uuid(), t.office_id, $1, CASE WHEN $1 = 'staff' THEN $2::uuid END, $3, t.id, jsonb_build_object('staffId', $2::uuid) FROM (${where}) t`,
      [kind, administrator.id, action],
    )
    expect(rowCount).toBe(1)
    expect(await expectTheSame()).not.toBe(before)
  })
})
