import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { declineOfficerRequest } from '@/lib/usecases/answer-officer-request'
import { askOtherOfficer } from '@/lib/usecases/ask-other-officer'
import { assignCase } from '@/lib/usecases/assign-case'
import { readCase } from '@/lib/usecases/read-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { stopOwnCase } from '@/lib/usecases/stop-own-case'
import { takeCase } from '@/lib/usecases/take-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, caseRow, one, type OwnCase } from '../support/own-case'

let officer: StaffActor
let colleague: StaffActor
let supervisor: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

const numberOf = (own: OwnCase) => one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id)
const take = async (own: OwnCase, by: StaffActor) =>
  takeCase(staffGrant(by, 'case.take'), {
    number: await numberOf(own),
    version: (await caseRow(own.id)).version,
    hasConflict: false,
  })
const ask = (own: OwnCase, reason = 'Anh ấy quen chủ tôi.') =>
  askOtherOfficer(own.write, { requestId: randomUUID(), preference: 'woman', reason })
const assign = async (own: OwnCase, to: StaffActor) =>
  assignCase(staffGrant(supervisor, 'case.assign'), {
    number: await numberOf(own),
    version: (await caseRow(own.id)).version,
    assigneeId: to.id,
    hasConflict: false,
  })
const seenBy = async (own: OwnCase, by: StaffActor) =>
  (await readCase(staffGrant(by, 'case.read'), await numberOf(own)))?.followUp
const openClock = (own: OwnCase) =>
  one<number>(
    `SELECT count(*)::int AS value FROM deadline WHERE case_id = $1 AND kind = 'officer_change' AND met_at IS NULL AND cancelled_at IS NULL`,
    own.id,
  )

describe('asking for another officer', () => {
  test('starts a clock; the reason is for a supervisor who does not hold the case', async () => {
    const own = await aCase()
    await take(own, officer)
    await Promise.all([ask(own), ask(own)])
    expect(await openClock(own)).toBe(1)
    expect((await seenBy(own, officer))?.officerAskedAt).toBeInstanceOf(Date)
    expect((await seenBy(own, officer))?.officerRequests).toEqual([])
    expect((await seenBy(own, supervisor))?.officerRequests).toMatchObject([
      { preference: 'woman', reason: 'Anh ấy quen chủ tôi.', outcome: null },
    ])
    expect(await one<string>(`SELECT preferred_officer_sex AS value FROM case_person WHERE case_id = $1`, own.id)).toBe(
      'woman',
    )
    const stored = await one<string>(
      `SELECT row_to_json(r)::text AS value FROM officer_request r WHERE case_id = $1`,
      own.id,
    )
    expect(stored).not.toContain('quen')
  })

  test('about a supervisor shows that supervisor nothing but the clock', async () => {
    const own = await aCase()
    await take(own, supervisor)
    await ask(own)
    expect((await seenBy(own, supervisor))?.officerRequests).toEqual([])
    const decline = { number: await numberOf(own), requestId: randomUUID(), reason: 'No.' }
    expect(await declineOfficerRequest(staffGrant(supervisor, 'case.answer_officer_request'), decline)).toEqual({
      ok: false,
      error: { code: 'nothing_open' },
    })
  })

  test('is answered when somebody else gets the case, who was left does not get it back', async () => {
    const own = await aCase()
    await take(own, officer)
    await ask(own)
    expect((await assign(own, colleague)).ok).toBe(true)
    expect(await openClock(own)).toBe(0)
    expect((await readOwnCase(own.read))?.officerRequests).toMatchObject([{ outcome: 'changed' }])
    expect(await assign(own, officer)).toEqual({ ok: false, error: { code: 'same_officer' } })
    await ownerPool().query('UPDATE cases SET assignee_id = NULL WHERE id = $1', [own.id])
    expect(await take(own, officer)).toEqual({ ok: false, error: { code: 'same_officer' } })
  })

  test('of a case that nobody holds is answered by whoever takes it', async () => {
    const own = await aCase()
    await ask(own)
    await take(own, officer)
    expect((await readOwnCase(own.read))?.officerRequests).toMatchObject([{ outcome: 'changed' }])
  })

  test('can be declined with words to the worker, and asked again later', async () => {
    const own = await aCase()
    await take(own, officer)
    await ask(own)
    const decline = { number: await numberOf(own), requestId: randomUUID(), reason: 'Không còn ai khác.' }
    const grant = staffGrant(supervisor, 'case.answer_officer_request')
    const results = await Promise.all([declineOfficerRequest(grant, decline), declineOfficerRequest(grant, decline)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const reading = await readOwnCase(own.read)
    expect(reading?.officerRequests).toMatchObject([{ outcome: 'none_free' }])
    expect(reading?.messages.filter(({ text }) => text === 'Không còn ai khác.')).toHaveLength(1)
    expect(await openClock(own)).toBe(0)
    await ask(own)
    expect(await openClock(own)).toBe(1)
  })

  test('is not for a case that has ended or was erased', async () => {
    const own = await aCase()
    await stopOwnCase(own.write, { wasPressed: false })
    expect(await ask(own)).toEqual({ ok: false, error: { code: 'case_closed' } })
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [own.id])
    expect(await ask(own)).toEqual({ ok: false, error: { code: 'case_gone' } })
  })
})
