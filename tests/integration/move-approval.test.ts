import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { within } from '@/lib/data/within'
import type { CaseState } from '@/lib/domain/workflow/states'
import { approveMove, requestMoveApproval } from '@/lib/usecases/approve-move'
import { changeCaseState, type StateChange } from '@/lib/usecases/change-case-state'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aTakenCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor
let found: StoredCase

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  found = await aTakenCase(officer)
  await change('assigned', { assigneeId: officer.id })
  await change('referral_pending_consent', { bodyCode: 'MM_embassy', dataScope: ['facts'] })
})

async function change(to: CaseState, more: Partial<StateChange> = {}) {
  return changeCaseState(staffGrant(officer, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    to,
    requestId: randomUUID(),
    declared: [],
    ...more,
  })
}

const ask = () =>
  requestMoveApproval(staffGrant(officer, 'case.change_state'), {
    number: found.number,
    to: 'referred',
    reason: 'He is beaten every night.',
  })

async function theRequest(): Promise<string> {
  const requests = await within(staffGrant(colleague, 'case.change_state'), (on) =>
    listApprovalRequests(on, found.id, new Date(0)),
  )
  return requests[0]?.id ?? ''
}

async function confirm(actor: StaffActor) {
  return approveMove(staffGrant(actor, 'case.change_state'), { number: found.number, id: await theRequest() })
}

const SURE: Partial<StateChange> = {
  isVitalInterest: true,
  isDangerousBodyConfirmed: true,
  reason: 'The family is here, only this body can open the flat.',
}

describe('a move that needs two people', () => {
  it('passes only when somebody else has confirmed it, and then for a dangerous body with a second look and a note', async () => {
    expect(await change('referred')).toEqual({ ok: false, error: { code: 'consent_missing' } })
    expect(await change('referred', SURE)).toEqual({ ok: false, error: { code: 'second_person_missing' } })
    expect((await ask()).ok).toBe(true)
    expect((await ask()).ok).toBe(true)
    expect(await change('referred', SURE)).toEqual({ ok: false, error: { code: 'second_person_missing' } })
    expect(await confirm(officer)).toEqual({ ok: false, error: { code: 'own_request' } })
    expect((await confirm(colleague)).ok).toBe(true)
    expect(await change('referred', { isVitalInterest: true })).toEqual({
      ok: false,
      error: { code: 'dangerous_body_unconfirmed' },
    })
    expect(await change('referred', { ...SURE, reason: ' ' })).toEqual({ ok: false, error: { code: 'reason_missing' } })
    expect(await change('referred', SURE)).toMatchObject({ ok: true })
    const { rows } = await ownerPool().query(
      `SELECT vital_interest_by_ids AS deciders, (SELECT count(*)::int FROM move_approval WHERE used_at IS NOT NULL) AS used FROM referral`,
    )
    expect(rows).toEqual([{ deciders: [officer.id, colleague.id], used: 1 }])
  })

  it('loses its confirmation when the case moves on', async () => {
    await ask()
    await confirm(colleague)
    await change('investigation', { reason: 'Another body is better.' })
    await change('referral_pending_consent', { bodyCode: 'MM_embassy', dataScope: ['facts'] })
    expect(await change('referred', SURE)).toEqual({ ok: false, error: { code: 'second_person_missing' } })
  })

  it('is asked for only where two people decide', async () => {
    const grant = staffGrant(officer, 'case.change_state')
    expect(await requestMoveApproval(grant, { number: found.number, to: 'investigation' })).toEqual({
      ok: false,
      error: { code: 'move_not_allowed' },
    })
  })

  it('is not confirmed by its own officer, whatever code asks the database', async () => {
    await ask()
    const id = await theRequest()
    const alone = (set: string) =>
      within(staffGrant(officer, 'case.change_state'), (on) =>
        on.db.$executeRawUnsafe(`UPDATE move_approval SET ${set} WHERE id = '${id}'`),
      )
    expect(await alone(`approved_by_id = '${officer.id}', approved_at = now()`)).toBe(0)
    expect(await alone(`approved_by_id = '${colleague.id}', approved_at = now()`)).toBe(0)
    await confirm(colleague)
    await expect(alone(`approved_by_id = '${randomUUID()}', used_at = now()`)).rejects.toThrow(/never changed/)
    await expect(alone(`to_state = 'closed'`)).rejects.toThrow(/permission denied/)
  })
})
