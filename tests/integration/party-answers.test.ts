import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { loadMoveFacts } from '@/lib/data/case-state'
import { insertPartyRequest } from '@/lib/data/party-requests'
import { within, type Scoped } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { actionsOf, one } from '../support/own-case'
import {
  aLink,
  ANSWER,
  anOpenCase,
  answerWith,
  ask,
  aTriagedCase,
  aYes,
  inState,
  open,
  partyClocks,
  requestsOf,
  TEXT,
} from '../support/party-answers'
import { sealOf } from '../support/seal'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

describe('a question to a party', () => {
  test('is answered once through its link; the office is told, the worker is not', async () => {
    const own = await anOpenCase()
    const token = await aLink(officer, own)
    expect(await partyClocks(own)).toEqual([{ owner_kind: 'party', met: false, cancelled: false, days: '14' }])
    expect(await open(token)).toMatchObject({ allegation: TEXT, language: 'en' })
    expect((await answerWith(token)).ok).toBe(true)
    expect(await requestsOf(officer, own)).toMatchObject([{ answer: ANSWER, allegation: TEXT }])
    expect(await partyClocks(own)).toMatchObject([{ met: true, cancelled: false }])
    expect(await open(token)).toBeNull()
    expect(await answerWith(token)).toEqual({
      ok: false,
      error: { code: 'link_over' },
    })
    expect(await actionsOf(own.id)).toEqual(expect.arrayContaining(['party.asked', 'party.answered']))
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM notice WHERE case_id = $1 AND kind = 'party_answered'`,
        own.id,
      ),
    ).toBe(1)
    expect(await one<number>(`SELECT count(*)::int AS value FROM message WHERE case_id = $1`, own.id)).toBe(0)
  })

  test('is answered once also by two at the same moment', async () => {
    const own = await anOpenCase()
    const token = await aLink(officer, own)
    const both = await Promise.allSettled([answerWith(token), answerWith(token, { stance: 'dispute' })])
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
    expect(await one<number>(`SELECT count(*)::int AS value FROM party_answer WHERE case_id = $1`, own.id)).toBe(1)
  })

  test('has seven days in the lane of quick action, for those who promised it', async () => {
    const own = await anOpenCase()
    expect(await ask(officer, own, { lane: 'quick_action' })).toEqual({ ok: false, error: { code: 'not_quick' } })
    await ownerPool().query(
      `INSERT INTO placement (id, case_id, programmes, created_at) VALUES (gen_random_uuid(), $1, '{vj_feri}', now())
        ON CONFLICT (case_id) DO UPDATE SET programmes = '{vj_feri}'`,
      [own.id],
    )
    await aLink(officer, own, { lane: 'quick_action' })
    expect(await partyClocks(own)).toMatchObject([{ days: '7' }])
  })

  test('keeps its words and the answer sealed', async () => {
    const own = await anOpenCase()
    const token = await aLink(officer, own)
    await answerWith(token)
    const stored = await one<string>(
      `SELECT row_to_json(r)::text || row_to_json(a)::text AS value FROM party_request r JOIN party_answer a ON a.party_request_id = r.id WHERE r.case_id = $1`,
      own.id,
    )
    expect(stored).not.toContain('80000')
    expect(stored).not.toContain(token)
    expect(stored).not.toContain('partner')
  })

  test.each([
    ['consent_missing', {}, false],
    ['gives_away', { allegation: 'The fee was 25 triệu.' }, true],
    ['party_unknown', { casePartyId: randomUUID() }, true],
  ])('is refused: %s', async (code, change, hasYes) => {
    const own = await aTriagedCase()
    if (hasYes) await aYes(own)
    expect(await ask(officer, own, change)).toMatchObject({ ok: false, error: { code } })
    expect(await one<number>(`SELECT count(*)::int AS value FROM party_request WHERE case_id = $1`, own.id)).toBe(0)
  })

  test('is not asked by another office, and the same form asks once', async () => {
    const own = await anOpenCase()
    expect(await ask(stranger, own)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const requestId = randomUUID()
    await aLink(officer, own, { requestId })
    expect(await ask(officer, own, { requestId })).toMatchObject({ ok: false, error: { code: 'sent_before' } })
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM consent WHERE case_id = $1 AND purpose = 'party_answer'`,
        own.id,
      ),
    ).toBe(1)
  })

  test.each([
    ['received', null, 'not_triaged'],
    ['triage', null, 'not_triaged'],
    ['awaiting_worker', 'triage', 'not_triaged'],
    ['closed', null, 'case_closed'],
  ])('is not asked in a case that is %s', async (state, before, code) => {
    const own = await anOpenCase()
    await inState(own, state, before)
    expect(await ask(officer, own)).toEqual({ ok: false, error: { code } })
  })

  test('is not asked while the worker has not confirmed what somebody else filed, also past the use case', async () => {
    const own = await anOpenCase()
    await ownerPool().query(`INSERT INTO case_person (id, case_id, kind) VALUES (gen_random_uuid(), $1, 'proxy')`, [
      own.id,
    ])
    await ownerPool().query(
      `UPDATE consent SET method = 'told_to_officer', witness_staff_id = $2, given_at = (SELECT received_at FROM cases WHERE id = $1) WHERE case_id = $1 AND kind = 'keep_complaint'`,
      [own.id, officer.id],
    )
    expect(await ask(officer, own)).toEqual({ ok: false, error: { code: 'worker_confirmation_missing' } })
    const yes = await one<string>(
      `SELECT id AS value FROM consent WHERE case_id = $1 AND kind = 'contact_party'`,
      own.id,
    )
    const row = async (on: Scoped<'case.ask_party'>) =>
      insertPartyRequest(on, await sealOf(on, own.id), {
        formId: randomUUID(),
        casePartyId: await one<string>('SELECT id AS value FROM case_party WHERE case_id = $1 LIMIT 1', own.id),
        baseConsentId: yes,
        consentId: yes,
        lane: 'ordinary',
        items: [],
        language: 'en',
        allegation: TEXT,
        dueAt: now(),
        expiresAt: now(),
        createdAt: now(),
      })
    await expect(within(staffGrant(officer, 'case.ask_party'), row)).rejects.toThrow(/row-level security|42501/)
    await giveOwnConsent(own.write, { kind: 'keep_complaint', language: 'vi' })
    expect((await ask(officer, own)).ok).toBe(true)
  })

  test('while another to the same party is open, is asked only by somebody who says so', async () => {
    const own = await anOpenCase()
    const first = randomUUID()
    const token = await aLink(officer, own, { requestId: first })
    expect(await ask(officer, own)).toEqual({ ok: false, error: { code: 'question_open' } })
    expect(await ask(officer, own, { requestId: first })).toMatchObject({ error: { code: 'sent_before' } })
    expect((await ask(officer, own, { isAnother: true })).ok).toBe(true)
    await ownerPool().query(`UPDATE party_request SET withdrawn_at = now() WHERE case_id = $1 AND form_id <> $2`, [
      own.id,
      first,
    ])
    await answerWith(token)
    expect((await ask(officer, own)).ok).toBe(true)
    await ownerPool().query(`UPDATE party_request SET expires_at = now() WHERE case_id = $1`, [own.id])
    expect((await ask(officer, own)).ok).toBe(true)
  })

  test('of two officers at the same moment one is told of the other', async () => {
    const own = await anOpenCase()
    const asked = await Promise.all([ask(officer, own), ask(officer, own)])
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(asked.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'question_open' } })
  })

  test('does not name where the worker works unless that was allowed', async () => {
    const own = await anOpenCase()
    await ownerPool().query(
      `WITH company AS (INSERT INTO party (id, country, roles, name) VALUES (gen_random_uuid(), 'JP', '{accepting_company}', 'Sakura Foods') RETURNING id)
        INSERT INTO case_party (id, case_id, party_id, role, position) SELECT gen_random_uuid(), $1, id, 'accepting_company', 9 FROM company`,
      [own.id],
    )
    const casePartyId = await one<string>(
      `SELECT id AS value FROM case_party WHERE case_id = $1 AND role = 'broker'`,
      own.id,
    )
    const told = { casePartyId, allegation: 'A worker of SAKURA FOODS paid a fee.' }
    expect(await ask(officer, own, told)).toMatchObject({
      error: { code: 'gives_away', reveals: [{ kind: 'workplace', word: 'Sakura Foods' }] },
    })
    expect((await ask(officer, own, { ...told, items: ['workplace'] })).ok).toBe(true)
  })

  test('is a yes for itself alone: it opens no other way to a party', async () => {
    const own = await anOpenCase()
    await aLink(officer, own)
    const facts = () =>
      within(staffGrant(officer, 'case.change_state'), async (on) => (await loadMoveFacts(on, own.id, now())).facts)
    expect(await facts()).toMatchObject({ hasConsentToContactParty: true })
    await ownerPool().query(
      `UPDATE consent SET expires_at = now() WHERE case_id = $1 AND kind = 'contact_party' AND purpose IS NULL`,
      [own.id],
    )
    expect(await facts()).toMatchObject({ hasConsentToContactParty: false })
    expect(await ask(officer, own)).toEqual({ ok: false, error: { code: 'consent_missing' } })
  })
})
