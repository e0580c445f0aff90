import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { findBulkAct } from '@/lib/data/bulk-acts'
import { listQueue } from '@/lib/data/case-queue'
import { listSavedViews } from '@/lib/data/saved-views'
import { within } from '@/lib/data/within'
import type { BulkOutcome } from '@/lib/domain/bulk-act'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { waitingOn } from '@/lib/domain/waiting-on'
import { STATES } from '@/lib/domain/workflow/states'
import { assignCases, handOverCases, labelCases } from '@/lib/usecases/bulk-act'
import { labelNamed, makeLabel, retireLabel } from '@/lib/usecases/manage-labels'
import { changeView, removeView, saveView } from '@/lib/usecases/saved-views'
import { undoAssignment, undoHandOver, undoLabels } from '@/lib/usecases/undo-bulk-act'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, aTakenCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor
let supervisor: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

const chosen = async (cases: readonly StoredCase[]) =>
  Promise.all(cases.map(async ({ id, number }) => ({ number, version: await versionOf(id) })))

async function outcomes(actor: StaffActor, id: string): Promise<Record<string, BulkOutcome>> {
  const act = await within(staffGrant(actor, 'case.list'), (on) => findBulkAct(on, id))
  return Object.fromEntries((act?.cases ?? []).map(({ number, outcome }) => [number, outcome]))
}

async function holders(): Promise<(string | null)[]> {
  const { rows } = await ownerPool().query<{ holder: string | null }>(
    'SELECT assignee_id AS holder FROM cases ORDER BY number',
  )
  return rows.map(({ holder }) => holder)
}

const found = async (filter: QueueFilter) =>
  (await within(staffGrant(officer, 'case.list'), (on) => listQueue(on, filter, null, 25))).rows.map(
    ({ number }) => number,
  )

describe('several cases at once', () => {
  it('gives each by itself, says which did not move, does it once, and takes it back', async () => {
    const cases = [await aCase(), await aCase(), await aCase()]
    const [first, second, third] = await chosen(cases)
    if (!first || !second || !third) throw new Error('three cases')
    await ownerPool().query(`UPDATE cases SET state = 'closed' WHERE number = $1`, [third.number])
    const bulk = {
      requestId: randomUUID(),
      cases: [first, { ...second, version: 99 }, third],
      assigneeId: officer.id,
      hasConflict: false,
    }
    const grant = staffGrant(supervisor, 'case.assign')
    await Promise.all([assignCases(grant, bulk), assignCases(grant, bulk)])
    expect(await outcomes(supervisor, bulk.requestId)).toEqual({
      [first.number]: 'done',
      [second.number]: 'changed_meanwhile',
      [third.number]: 'case_closed',
    })
    expect((await holders()).filter((holder) => holder === officer.id)).toHaveLength(1)
    expect(await outcomes(officer, bulk.requestId)).toEqual({})
    expect((await undoAssignment(grant, bulk.requestId)).ok).toBe(true)
    expect(await holders()).toEqual([null, null, null])
    expect((await undoAssignment(grant, bulk.requestId)).ok).toBe(false)
  })

  it('hands over only what one holds, with the note, and two at once leave one holder', async () => {
    const own = await aTakenCase(officer)
    const others = await aTakenCase(colleague)
    const bulk = {
      cases: await chosen([own, others]),
      assigneeId: supervisor.id,
      hasConflict: false,
      note: 'On leave.',
    }
    const grant = staffGrant(officer, 'case.hand_over')
    const ids = [randomUUID(), randomUUID()]
    await Promise.all(ids.map((requestId) => handOverCases(grant, { ...bulk, requestId })))
    const all = await Promise.all(ids.map((id) => outcomes(officer, id)))
    expect(all.map((one) => one[own.number]).filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(all.map((one) => one[others.number])).toEqual(['not_yours', 'not_yours'])
    expect((await ownerPool().query('SELECT 1 FROM note')).rowCount).toBe(1)
  })

  it('takes a hand-over back by who made it, with its notes staying, and leaves what moved on', async () => {
    const cases = [await aTakenCase(officer), await aTakenCase(officer)]
    const [kept, passedOn] = cases
    if (!kept || !passedOn) throw new Error('two cases')
    const grant = staffGrant(officer, 'case.hand_over')
    const bulk = { requestId: randomUUID(), cases: await chosen(cases), assigneeId: colleague.id, hasConflict: false }
    await handOverCases(grant, { ...bulk, note: 'On leave.' })
    const away = { ...bulk, requestId: randomUUID(), cases: await chosen([passedOn]), assigneeId: supervisor.id }
    await handOverCases(staffGrant(colleague, 'case.hand_over'), { ...away, note: 'Not mine.' })

    expect((await undoHandOver(staffGrant(colleague, 'case.hand_over'), bulk.requestId)).ok).toBe(false)
    expect((await undoHandOver(grant, bulk.requestId)).ok).toBe(true)
    const act = await within(staffGrant(officer, 'case.list'), (on) => findBulkAct(on, bulk.requestId))
    const undone = Object.fromEntries((act?.cases ?? []).map((one) => [one.number, one.undone]))
    expect(undone).toEqual({ [kept.number]: 'done', [passedOn.number]: 'changed_meanwhile' })
    const { rows } = await ownerPool().query('SELECT id, assignee_id FROM cases')
    expect(new Map(rows.map((row) => [row.id, row.assignee_id]))).toEqual(
      new Map([
        [kept.id, officer.id],
        [passedOn.id, supervisor.id],
      ]),
    )
    expect((await ownerPool().query('SELECT 1 FROM note')).rowCount).toBe(3)
    expect((await undoHandOver(grant, bulk.requestId)).ok).toBe(false)
  })

  it('labels, finds by label, takes it back, and puts on no retired or foreign label', async () => {
    const labelled = await aCase()
    await aCase()
    const label = randomUUID()
    const managing = staffGrant(supervisor, 'label.manage')
    const making = staffGrant(supervisor, 'case.label')
    expect((await makeLabel(making, { id: label, name: 'Press' })).ok).toBe(true)
    expect(await makeLabel(making, { id: randomUUID(), name: 'press' })).toMatchObject({ ok: false })
    const grant = staffGrant(officer, 'case.label')
    const bulk = { requestId: randomUUID(), cases: await chosen([labelled]), labelId: label, isOn: true }
    await labelCases(grant, bulk)
    expect(await found({ view: 'due', label })).toEqual([labelled.number])
    expect((await undoLabels(grant, bulk.requestId)).ok).toBe(true)
    expect(await found({ view: 'due', label })).toEqual([])
    expect((await retireLabel(managing, label, true)).ok).toBe(true)
    const again = randomUUID()
    await labelCases(grant, { ...bulk, requestId: again })
    expect(await outcomes(officer, again)).toEqual({ [labelled.number]: 'not_found' })
    await expect(ownerPool().query('UPDATE cases SET label_ids = $1', [[randomUUID()]])).rejects.toThrow(
      'another office',
    )
  })

  it('makes a label by its name once, whoever is first, and never one that was retired', async () => {
    const names = [officer, colleague].map((actor) =>
      labelNamed(staffGrant(actor, 'case.label'), { id: randomUUID(), name: 'Ưu tiên' }),
    )
    const [first, second] = await Promise.all(names)
    if (!first?.ok || !second?.ok) throw new Error('a label for each')
    expect(second.value).toBe(first.value)
    const again = await labelNamed(staffGrant(officer, 'case.label'), { id: randomUUID(), name: 'ưu TIÊN' })
    expect(again).toEqual(first)
    expect((await retireLabel(staffGrant(supervisor, 'label.manage'), first.value, true)).ok).toBe(true)
    expect(await labelNamed(staffGrant(officer, 'case.label'), { id: randomUUID(), name: 'ưu tiên' })).toEqual({
      ok: false,
      error: { code: 'label_retired' },
    })
    // The second door: an officer retires nothing, whatever the grant says.
    const forged = { ...staffGrant(supervisor, 'label.manage'), actor: officer }
    expect(await retireLabel(forged, first.value, false)).toEqual({ ok: false, error: { code: 'not_found' } })
  })
})

describe('saved views', () => {
  it('are their maker’s, or the office’s by a supervisor, and of no other office', async () => {
    const [own, shared] = [randomUUID(), randomUUID()]
    await saveView(staffGrant(officer, 'view.save'), {
      id: own,
      name: 'VN',
      query: 'view=due&origin=VN',
      isShared: true,
    })
    await saveView(staffGrant(supervisor, 'view.share'), {
      id: shared,
      name: 'Critical',
      query: 'view=due',
      isShared: true,
    })
    const seen = async (actor: StaffActor) =>
      (await within(staffGrant(actor, 'case.list'), (on) => listSavedViews(on))).map(({ name }) => name)
    expect(await seen(officer)).toEqual(['Critical', 'VN'])
    expect(await seen(colleague)).toEqual(['Critical'])
    expect(await seen(await aStaffMember(await anOffice('osaka'), 'supervisor'))).toEqual([])
    expect((await changeView(staffGrant(officer, 'view.save'), shared, { name: 'x', isShared: true })).ok).toBe(false)
    expect((await removeView(staffGrant(colleague, 'view.save'), own)).ok).toBe(false)
    expect((await removeView(staffGrant(officer, 'view.save'), own)).ok).toBe(true)
    expect(await seen(officer)).toEqual(['Critical'])
  })
})

describe('whom a case waits for', () => {
  it('is the same in the database as in the domain, in every cell', async () => {
    for (const state of STATES)
      for (const bodyWaits of [false, true])
        for (const partyWaits of [false, true]) {
          const { rows } = await ownerPool().query('SELECT app.waiting_on($1, $2, $3) AS who', [
            state,
            bodyWaits,
            partyWaits,
          ])
          expect(rows[0].who, state).toBe(waitingOn(state, { bodyWaits, partyWaits }))
        }
  })

  it('follows deadlines of others, and signs that were judged absent, whoever writes them', async () => {
    const { id, number } = await aCase({ grievances: ['document_retention'] })
    const signs = await found({ view: 'due', hasSigns: true })
    await ownerPool().query(
      `INSERT INTO deadline (id, case_id, kind, owner_kind, due_at, created_at) VALUES (gen_random_uuid(), $1, 'party_answer', 'party', now(), now())`,
      [id],
    )
    expect(await found({ view: 'due', waiting: 'party' })).toEqual([number])
    await ownerPool().query(`UPDATE deadline SET met_at = now() WHERE owner_kind = 'party'`)
    expect(await found({ view: 'due', waiting: 'officer' })).toEqual([number])
    expect(signs).toEqual([number])
    await ownerPool().query(`UPDATE indicator_finding SET judgement = 'absent'`)
    expect(await found({ view: 'due', hasSigns: true })).toEqual([])
  })
})
