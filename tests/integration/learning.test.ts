import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { countKpis } from '@/lib/data/learning'
import { within } from '@/lib/data/within'
import { deskCounter, forgetDeskCounts } from '@/lib/usecases/learning/desk-counter'
import { exportLearning, readLearning, type LearningQuery } from '@/lib/usecases/learning/read-learning'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aTakenCase } from '../support/cases'
import { ownerPool } from '../support/database'

const ALL: LearningQuery = { from: null, to: null, office: null }
let office: string
let officer: StaffActor
let supervisor: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  administrator = await aStaffMember(office, 'administrator')
  const cases = []
  for (let made = 0; made < 6; made++) cases.push(await aTakenCase(officer))
  const pool = ownerPool()
  const ids = cases.map(({ id }) => id)
  await pool.query(
    `UPDATE cases SET received_at = now() - interval '10 hours', first_reply_at = received_at WHERE id = ANY($1)`,
    [ids],
  )
  await pool.query(
    `UPDATE cases SET received_at = now() - interval '10 hours', first_reply_at = now() - interval '8 hours' WHERE id = ANY($1)`,
    [ids],
  )
  await pool.query(
    `UPDATE deadline SET met_at = CASE WHEN case_id = $2 THEN due_at + interval '1 hour' ELSE due_at END WHERE kind = 'first_reply' AND case_id = ANY($1)`,
    [ids, ids[0]],
  )
  // One of the six is a duplicate, one a test: neither counts.
  await aTakenCase(officer)
  await pool.query(`UPDATE cases SET is_test = true WHERE id <> ALL($1) AND office_id = $2`, [ids, office])
})

async function learningOf(actor: StaffActor, query = ALL) {
  forgetDeskCounts()
  const learning = await readLearning(staffGrant(actor, 'learning.read'), query)
  if ('waiting' in learning) throw new Error('not counted in time')
  return learning
}

async function valueOf(actor: StaffActor, code: string, query = ALL) {
  const { kpis } = await learningOf(actor, query)
  return kpis.find(({ kpi }) => kpi.code === code)?.values
}

describe('the measures of an office', () => {
  it('are counted from its cases, tests left out', async () => {
    expect(await valueOf(supervisor, 'within_target_first_reply')).toEqual([
      { part: null, held: false, value: 5 / 6, hits: 5, base: 6 },
    ])
    const [median] = (await valueOf(supervisor, 'ttfr_median')) ?? []
    expect(median).toMatchObject({ held: false, base: 6 })
    expect(median && !median.held ? Math.round(median.value * 10) / 10 : null).toBe(2)
  })

  it('are the same for an administrator who chooses the office, and in the file', async () => {
    const chosen = { ...ALL, office: 'minato' }
    const code = 'independence_share'
    expect(await valueOf(administrator, code, chosen)).toMatchObject([{ held: false, hits: 6, base: 6 }])
    expect(await valueOf(administrator, code, chosen)).toEqual(await valueOf(supervisor, code))
    // One of six late is told to who works on the cases, not to who reads none.
    expect(await valueOf(administrator, 'within_target_first_reply', chosen)).toEqual([{ part: null, held: true }])
    const exported = await exportLearning(staffGrant(administrator, 'learning.read'), chosen)
    if ('waiting' in exported) throw new Error('not counted in time')
    const row = exported.table.rows.find(([, kpi]) => kpi === code)
    expect(row?.slice(4, 9)).toEqual([1, 6, 6, 1, 'minato'])
  })

  it('are none of another office, whatever a supervisor asks for', async () => {
    const other = await anOffice('union')
    const stranger = await aStaffMember(other, 'supervisor')
    expect(await valueOf(stranger, 'within_target_first_reply', { ...ALL, office: 'minato' })).toEqual([
      { part: null, held: true },
    ])
    const asked = within(staffGrant(stranger, 'learning.read'), (on) =>
      countKpis(on, { officeId: office, from: null, to: null }, new Date()),
    )
    await expect(asked).rejects.toThrow('only the own office')
    const everywhere = within(staffGrant(stranger, 'learning.read'), (on) =>
      countKpis(on, { officeId: null, from: null, to: null }, new Date()),
    )
    await expect(everywhere).rejects.toThrow('only the own office')
  })

  it('show a caseworker nothing that is for supervisors', async () => {
    expect(await valueOf(officer, 'independence_share')).toBeUndefined()
    expect(await valueOf(officer, 'within_target_first_reply')).toBeDefined()
  })

  it('know a reader with a tie', async () => {
    const found = await aTakenCase(officer)
    const event = (action: string, detail: object) =>
      ownerPool().query(
        `INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail) VALUES (gen_random_uuid(), $1, 'staff', $2, $3, $4, $5)`,
        [office, officer.id, action, found.id, JSON.stringify(detail)],
      )
    await event('case.read', {})
    expect(await valueOf(supervisor, 'named_party_access_events')).toMatchObject([{ value: 0 }])
    await event('case.conflict_declared', { staffId: officer.id })
    await event('case.read', {})
    expect(await valueOf(supervisor, 'named_party_access_events')).toMatchObject([{ value: 1 }])
  })

  it('leave erased cases out, and of workers count those who agreed', async () => {
    const before = await valueOf(supervisor, 'zero_fee_share')
    const triage = await countsOf('independence_share')
    const language = await countsOf('language_mix')
    const views = await countsOf('status_view_rate')
    const [other, gone] = [await aTakenCase(officer), await aTakenCase(officer)]
    await ownerPool().query(`UPDATE cases SET in_statistics = (id = $2) WHERE id = ANY($1)`, [
      [other.id, gone.id],
      gone.id,
    ])
    expect(await countsOf('independence_share')).toBe(triage + 2)
    expect([await countsOf('language_mix'), await countsOf('status_view_rate')]).toEqual([language + 1, views + 1])
    await ownerPool().query(`UPDATE cases SET erased_at = now() WHERE id = $1`, [gone.id])
    expect(await countsOf('independence_share')).toBe(triage + 1)
    expect([await countsOf('language_mix'), await countsOf('status_view_rate')]).toEqual([language, views])
    expect(await valueOf(supervisor, 'zero_fee_share')).toEqual(before)
    await ownerPool().query(`UPDATE cases SET is_test = true WHERE id = $1`, [other.id])
  })

  it('of money are those of the remedies: what was dropped was not asked for', async () => {
    const remedy = (dropped: boolean) =>
      ownerPool().query(
        `INSERT INTO remedy (id, case_id, type, claimed_minor, currency, claimed_at, dropped_at)
         SELECT gen_random_uuid(), id, 'fee_repayment', 1000, 'JPY', now(), CASE WHEN $2 THEN now() END FROM cases WHERE office_id = $1 AND NOT is_test`,
        [office, dropped],
      )
    await remedy(false)
    await remedy(true)
    const { rows } = await ownerPool().query<{ n: number }>(
      `SELECT count(*)::int AS n FROM cases WHERE office_id = $1 AND NOT is_test AND in_statistics AND erased_at IS NULL`,
      [office],
    )
    const people = rows[0]?.n ?? 0
    expect(people).toBeGreaterThan(4)
    expect(await valueOf(supervisor, 'remedy_claimed')).toEqual([
      { part: 'JPY', held: false, value: people * 1000, hits: null, base: people },
    ])
  })

  it('of an organisation come again when it is named within a year of a closing', async () => {
    const [first, later] = [await aTakenCase(officer), await aTakenCase(officer)]
    const before = await rowOf('recurrence')
    const name = (id: string) =>
      ownerPool().query(
        `INSERT INTO case_party (id, case_id, role, position, name_key) VALUES (gen_random_uuid(), $1, 'broker', 9, '\\x77')`,
        [id],
      )
    await name(first.id)
    await name(later.id)
    await ownerPool().query(
      `UPDATE cases SET state = 'closed', is_admissible = true, received_at = now() - interval '90 days', closed_at = now() - interval '60 days' WHERE id = $1`,
      [first.id],
    )
    const since = (days: number) =>
      ownerPool().query(
        `UPDATE cases SET is_admissible = true, received_at = now() - make_interval(days => $2) WHERE id = $1`,
        [later.id, days],
      )
    await since(70)
    expect(await rowOf('recurrence')).toEqual([before[0], before[1] + 1])
    await since(30)
    expect(await rowOf('recurrence')).toEqual([before[0] + 1, before[1] + 1])
  })

  it('tell an administrator no office as the difference of the others', async () => {
    const few = await anOffice('few')
    const { id } = await aTakenCase(officer)
    await ownerPool().query(`UPDATE cases SET office_id = $2 WHERE id = $1`, [id, few])
    await deskCounter().count()
    // An administrator's page goes through the log: the office stays as it was told, and all less that would be the few of the other.
    const share = (code: string | null) => valueOf(administrator, 'independence_share', { ...ALL, office: code })
    expect(await share('few')).toEqual([{ part: null, held: true }])
    expect(await share('minato')).toMatchObject([{ held: false, hits: 6, base: 6 }])
    expect(await share(null)).toEqual([{ part: null, held: true }])
    expect(await valueOf(supervisor, 'independence_share')).toMatchObject([{ held: false }])
  })

  it('tell how long ago public numbers changed', async () => {
    expect(await valueOf(officer, 'public_report_age_days')).toEqual([])
    await ownerPool().query(
      `INSERT INTO publication_day (name, published_on, digest) SELECT 'corridors', (now() AT TIME ZONE 'Asia/Tokyo')::date - n, sha256('x') FROM unnest(ARRAY[12, 3]) n`,
    )
    expect(await valueOf(officer, 'public_report_age_days')).toEqual([
      { part: null, held: false, value: 3, hits: 3, base: null },
    ])
  })

  it('come with the totals of the own office, for those who work on its cases', async () => {
    const totals = async (actor: StaffActor) => (await learningOf(actor)).totals
    expect(await totals(supervisor)).toMatchObject([{ currency: 'JPY', agreed: 0n, repaid: 0n }])
    expect(await totals(administrator)).toBeNull()
  })
})

async function rowOf(kpi: string): Promise<[hits: number, base: number]> {
  await deskCounter().count()
  const counts = await within(staffGrant(supervisor, 'learning.read'), (on) =>
    countKpis(on, { officeId: office, from: null, to: null }, new Date()),
  )
  const row = counts.find((one) => one.kpi === kpi)
  return [row?.hits ?? 0, row?.base ?? 0]
}
const countsOf = async (kpi: string) => (await rowOf(kpi))[1]
