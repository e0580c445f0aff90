import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { countKpis } from '@/lib/data/learning'
import { within } from '@/lib/data/within'
import { exportLearning, readLearning } from '@/lib/usecases/learning/read-learning'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aTakenCase } from '../support/cases'
import { ownerPool } from '../support/database'

const ALL = { from: null, to: null, office: null }
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

async function valueOf(actor: StaffActor, code: string, query = ALL) {
  const { kpis } = await readLearning(staffGrant(actor, 'learning.read'), query)
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
    expect(await valueOf(administrator, 'within_target_first_reply', chosen)).toEqual(
      await valueOf(supervisor, 'within_target_first_reply'),
    )
    const { table } = await exportLearning(staffGrant(administrator, 'learning.read'), chosen)
    const row = table.rows.find(([, kpi]) => kpi === 'within_target_first_reply')
    expect(row?.slice(4, 9)).toEqual([0.833, 5, 6, 1, 'minato'])
  })

  it('are none of another office, whatever a supervisor asks for', async () => {
    const other = await anOffice('union')
    const stranger = await aStaffMember(other, 'supervisor')
    expect(await valueOf(stranger, 'within_target_first_reply', { ...ALL, office: 'minato' })).toEqual([
      { part: null, held: true },
    ])
    const asked = within(staffGrant(stranger, 'learning.read'), (on) =>
      countKpis(on, { officeId: office, fromAt: null, toAt: null }, new Date()),
    )
    await expect(asked).rejects.toThrow('only the own office')
    const everywhere = within(staffGrant(stranger, 'learning.read'), (on) =>
      countKpis(on, { officeId: null, fromAt: null, toAt: null }, new Date()),
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
})
