import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { hashToken, newToken } from '@/lib/platform/token'
import { withdrawQuestion } from '@/lib/usecases/answers/ask-party'
import { sweep } from '@/lib/usecases/sweep'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { actionsOf, one } from '../support/own-case'
import {
  aLink,
  anOpenCase,
  answerWith,
  aTriagedCase,
  aYes,
  open,
  partyClocks,
  requestsOf,
  TEXT,
} from '../support/party-answers'
import { aClaim, numberOf, offer } from '../support/remedies'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

describe('a link ends', () => {
  test('when the worker takes the yes to contact parties back', async () => {
    const own = await aTriagedCase()
    const consentId = await aYes(own)
    const token = await aLink(officer, own)
    expect((await withdrawOwnConsent(own.write, { consentId, wasPressed: null })).ok).toBe(true)
    expect(await open(token)).toBeNull()
    expect(await partyClocks(own)).toMatchObject([{ cancelled: true, met: false }])
    expect((await requestsOf(officer, own))[0]?.withdrawnAt).not.toBeNull()
  })

  test('when the officer takes the question back, when it runs out, and when the case is erased', async () => {
    const own = await anOpenCase()
    const another = () => aLink(officer, own, { isAnother: true })
    const [taken, over, erased] = [await another(), await another(), await another()]
    const byToken = (token: string) =>
      one<string>('SELECT id AS value FROM party_request WHERE token_hash = $1', Buffer.from(hashToken(token)))
    const back = { number: await numberOf(own), questionId: await byToken(taken) }
    expect((await withdrawQuestion(staffGrant(officer, 'case.ask_party'), back)).ok).toBe(true)
    expect(await open(taken)).toBeNull()
    await ownerPool().query(`UPDATE party_request SET expires_at = now() WHERE id = $1`, [await byToken(over)])
    expect(await open(over)).toBeNull()
    expect(await open(erased)).not.toBeNull()
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [own.id])
    expect(await open(erased)).toBeNull()
  })

  test('only by its own case: an officer who names another one takes nothing back', async () => {
    const [own, other] = [await anOpenCase(), await anOpenCase()]
    const token = await aLink(officer, own)
    const questionId = await one<string>('SELECT id AS value FROM party_request WHERE case_id = $1', own.id)
    const named = { number: await numberOf(other), questionId }
    expect(await withdrawQuestion(staffGrant(officer, 'case.ask_party'), named)).toEqual({
      ok: false,
      error: { code: 'not_found' },
    })
    expect(await open(token)).not.toBeNull()
    expect(await partyClocks(own)).toMatchObject([{ cancelled: false }])
    expect(await actionsOf(other.id)).not.toContain('party.question_withdrawn')
  })

  test('wrong ones are nobody’s', async () => {
    expect(await open(newToken())).toBeNull()
  })

  test('when the worker ends the case, with all that waited for somebody outside', async () => {
    const own = await anOpenCase()
    const token = await aLink(officer, own)
    const keep = await one<string>(
      `SELECT id AS value FROM consent WHERE case_id = $1 AND kind = 'keep_complaint'`,
      own.id,
    )
    const remedyId = await aClaim(officer, own)
    await offer(officer, own, remedyId)
    await ownerPool().query(
      `WITH r AS (INSERT INTO referral (id, case_id, body_code, purpose, data_items, state, created_at)
          VALUES (gen_random_uuid(), $1, 'otit', 'handle_complaint', '{story}', 'pending_consent', now()) RETURNING id)
        INSERT INTO consent_request (id, case_id, referral_id, recipient_body, purpose, data_items, valid_days, asked_by_id, asked_at, answer_by_at)
        SELECT gen_random_uuid(), $1, id, 'otit', 'handle_complaint', '{story}', 90, $2, now(), now() + interval '3 days' FROM r`,
      [own.id, officer.id],
    )
    expect(await open(token)).not.toBeNull()
    expect((await withdrawOwnConsent(own.write, { consentId: keep, wasPressed: false })).ok).toBe(true)
    expect(await open(token)).toBeNull()
    expect(await partyClocks(own)).toMatchObject([{ cancelled: true, met: false }])
    const left = `SELECT count(*)::int AS value FROM deadline WHERE case_id = $1 AND kind IN ('party_answer', 'remedy_answer', 'consent_request') AND met_at IS NULL AND cancelled_at IS NULL`
    expect(await one<number>(left, own.id)).toBe(0)
    const asked = 'SELECT cancelled_at IS NOT NULL AS value FROM consent_request WHERE case_id = $1'
    expect(await one<boolean>(asked, own.id)).toBe(true)
    const next = 'SELECT next_due_kind AS value FROM cases WHERE id = $1'
    expect(['party_answer', 'remedy_answer', 'consent_request']).not.toContain(await one<string | null>(next, own.id))
    expect((await answerWith(token)).ok).toBe(false)
    expect(
      await one<number>(
        'SELECT count(*)::int AS value FROM notice WHERE case_id = $1 AND kind = $2',
        own.id,
        'party_answered',
      ),
    ).toBe(0)
  })

  test('and then the words cannot be opened with what lies in the mailbox of the party', async () => {
    const own = await anOpenCase()
    const another = () => aLink(officer, own, { isAnother: true })
    const [answered, taken, over] = [await another(), await another(), await another()]
    const keyOf = (token: string) =>
      one<number>(
        'SELECT length(sealed_key_token) AS value FROM party_request WHERE token_hash = $1',
        Buffer.from(hashToken(token)),
      )
    expect(await keyOf(answered)).toBeGreaterThan(0)
    await answerWith(answered)
    expect(await keyOf(answered)).toBe(0)
    const questionId = await one<string>(
      'SELECT id AS value FROM party_request WHERE token_hash = $1',
      Buffer.from(hashToken(taken)),
    )
    await withdrawQuestion(staffGrant(officer, 'case.ask_party'), { number: await numberOf(own), questionId })
    expect(await keyOf(taken)).toBe(0)
    await ownerPool().query(`UPDATE party_request SET expires_at = now() - interval '1 hour' WHERE token_hash = $1`, [
      Buffer.from(hashToken(over)),
    ])
    expect(await keyOf(over)).toBeGreaterThan(0)
    await sweep()
    expect(await keyOf(over)).toBe(0)
    expect(await requestsOf(officer, own)).toEqual(
      expect.arrayContaining([expect.objectContaining({ allegation: TEXT })]),
    )
    await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 hour' WHERE id = $1`, [own.id])
    await sweep()
    const words = `SELECT coalesce(sum(length(r.sealed_allegation) + length(r.sealed_key_token) + length(r.sealed_key_case) + coalesce(length(a.sealed_words), 0)), -1)::int AS value FROM party_request r LEFT JOIN party_answer a ON a.party_request_id = r.id WHERE r.case_id = $1`
    expect(await one<number>(words, own.id)).toBe(0)
  })
})
