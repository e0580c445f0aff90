import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { readTriage } from '@/lib/usecases/read-triage'
import { triageCase, type Triage } from '@/lib/usecases/triage-case'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor
let stranger: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('sakura'), 'supervisor')
})

const BROKER = { role: 'broker' as const, name: 'Nguyễn Thị Mẫu Đơn' }

async function filled(found: StoredCase, change: Partial<Triage> = {}): Promise<Triage> {
  return {
    number: found.number,
    version: await versionOf(found.id),
    requestId: randomUUID(),
    findings: {},
    severity: null,
    severityReason: undefined,
    decision: 'assign',
    assigneeId: officer.id,
    hasConflict: false,
    reason: undefined,
    signposts: [],
    duplicateOf: undefined,
    related: [],
    ...change,
  }
}

const triage = async (found: StoredCase, change: Partial<Triage> = {}, actor: StaffActor = officer) =>
  triageCase(staffGrant(actor, 'case.change_state'), await filled(found, change))

async function rows<T extends object>(sql: string, ...params: unknown[]): Promise<T[]> {
  return (await ownerPool().query<T>(sql, params)).rows
}

const caseRow = async (found: StoredCase) =>
  (
    await rows<{
      state: string
      severity: string
      closing_code: string | null
      assignee_id: string | null
      version: number
    }>('SELECT state, severity, closing_code, assignee_id, version FROM cases WHERE id = $1', found.id)
  )[0]

describe('triage in one act', () => {
  it('finds a danger, raises to critical, links, assigns, starts the clocks and tells the office at once', async () => {
    const before = await aCase({ parties: [BROKER] })
    const found = await aCase({ parties: [BROKER] })
    expect(
      await triage(found, { findings: { in_danger_now: 'now', under_18: 'not' }, related: [before.number] }),
    ).toEqual({ ok: true, value: undefined })
    expect(await caseRow(found)).toMatchObject({ state: 'assigned', severity: 'critical', assignee_id: officer.id })
    expect(await rows('SELECT to_state FROM state_move WHERE case_id = $1 ORDER BY moved_at, id', found.id)).toEqual([
      { to_state: 'received' },
      { to_state: 'triage' },
      { to_state: 'assigned' },
    ])
    expect(await rows('SELECT dangers_now, dangers_not, proposed, decision FROM triage')).toEqual([
      { dangers_now: ['in_danger_now'], dangers_not: ['under_18'], proposed: 'critical', decision: 'assign' },
    ])
    expect(await rows('SELECT case_id, other_id, kind, reasons FROM case_link')).toEqual([
      {
        case_id: found.id,
        other_id: before.id,
        kind: 'related',
        reasons: ['same_party:broker', 'same_amounts', 'same_month', 'same_corridor'],
      },
    ])
    // The decision is made: it was promised for the severity that the case had until then. The reply is owed by the new one.
    expect(
      await rows(
        `SELECT kind, met_at IS NOT NULL AS met, round(extract(epoch FROM due_at - created_at) / 3600)::int AS hours
          FROM deadline WHERE case_id = $1 AND kind IN ('first_reply', 'triage_decision') AND cancelled_at IS NULL ORDER BY kind`,
        found.id,
      ),
    ).toEqual([
      { kind: 'first_reply', met: false, hours: 4 },
      { kind: 'triage_decision', met: true, hours: 168 },
    ])
    expect(await rows(`SELECT staff_id FROM notice WHERE kind = 'critical_report' AND case_id = $1`, found.id)).toEqual(
      [{ staff_id: colleague.id }],
    )
  })

  it('takes back everything when the last step is refused', async () => {
    const found = await aCase()
    const before = await rows('SELECT count(*)::int AS events FROM audit_event')
    for (const [change, code] of [
      [{ decision: 'signpost', reason: 'Not work in Japan' }, 'signpost_missing'],
      [{ decision: 'signpost', signposts: ['JP_FRESC'] }, 'reason_missing'],
      [{ decision: 'duplicate', reason: 'You told us before', duplicateOf: 'ZZZZ-ZZZZ' }, 'other_missing'],
      [{ decision: 'assign', assigneeId: stranger.id }, 'assignee_missing'],
      [{ severity: 'low' }, 'severity_reason_missing'],
      [{ related: ['ZZZZ-ZZZZ'] }, 'other_missing'],
    ] as const) {
      expect(await triage(found, { findings: { in_danger_now: 'now' }, ...change })).toEqual({
        ok: false,
        error: { code },
      })
    }
    expect(await caseRow(found)).toMatchObject({ state: 'received', severity: 'medium', version: 1 })
    expect(await rows('SELECT id FROM triage')).toEqual([])
    expect(await rows(`SELECT id FROM notice WHERE kind = 'critical_report'`)).toEqual([])
    expect(await rows('SELECT count(*)::int AS events FROM audit_event')).toEqual(before)
  })

  it('of two officers at once one wins, the other is told', async () => {
    const found = await aCase()
    const mine = await filled(found)
    const theirs = await filled(found, { decision: 'later', findings: { under_18: 'now' } })
    const done = await Promise.all([
      triageCase(staffGrant(officer, 'case.change_state'), mine),
      triageCase(staffGrant(colleague, 'case.change_state'), theirs),
    ])
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    expect(done.find((one) => !one.ok)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    expect(await rows('SELECT decision FROM triage')).toHaveLength(1)
    expect(await rows('SELECT app.first_broken_audit($1) AS broken', officer.officeId)).toEqual([{ broken: null }])
  })

  it('posted twice is done once', async () => {
    const found = await aCase()
    const form = await filled(found, { findings: { in_danger_now: 'now' } })
    const grant = staffGrant(officer, 'case.change_state')
    expect([await triageCase(grant, form), await triageCase(grant, form)]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ])
    expect(await rows('SELECT id FROM triage')).toHaveLength(1)
    expect(await rows(`SELECT id FROM state_move WHERE to_state = 'assigned'`)).toHaveLength(1)
  })

  it('remembers a tie that was declared although nothing else of the form stays', async () => {
    const found = await aCase({ parties: [BROKER] })
    const tied = { ok: false, error: { code: 'assignee_conflict' } }
    expect(await triage(found, { hasConflict: true })).toEqual(tied)
    expect(await caseRow(found)).toMatchObject({ state: 'received', assignee_id: null })
    expect(await triage(found, { hasConflict: false })).toEqual(tied)
    // The same party in another case: the page says so.
    const later = await aCase({ parties: [BROKER] })
    const read = await readTriage(staffGrant(colleague, 'case.read'), later.number)
    expect(read?.ties).toEqual({ here: [], elsewhere: [officer.id] })
    expect(read?.parties.map(({ name }) => name)).toEqual([BROKER.name])
    expect((await triage(found, { assigneeId: colleague.id })).ok).toBe(true)
  })

  it('sends on with reason and bodies in the language of the case', async () => {
    const found = await aCase()
    expect(
      await triage(found, {
        decision: 'signpost',
        reason: 'Chuyện này không thuộc về chúng tôi.',
        signposts: ['JP_FRESC', 'JP_HOUTERASU'],
        signpostWords: (language) => `${language}: FRESC, Houterasu`,
      }),
    ).toEqual({ ok: true, value: undefined })
    expect(await caseRow(found)).toMatchObject({ state: 'closed', closing_code: 'inadmissible_signposted' })
    expect(await triage(found)).toEqual({ ok: false, error: { code: 'triage_over' } })
  })

  it('is none of another office', async () => {
    const found = await aCase()
    expect(await triage(found, {}, stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(await readTriage(staffGrant(stranger, 'case.read'), found.number)).toBeNull()
  })
})
