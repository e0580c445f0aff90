import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listPartyRequests } from '@/lib/data/party-requests'
import { within } from '@/lib/data/within'
import type { PartyAnswer } from '@/lib/domain/answers/answer'
import { hashToken, newToken } from '@/lib/platform/token'
import { answerAsParty, openQuestion } from '@/lib/usecases/answers/answer-as-party'
import { askParty, withdrawQuestion, type Question } from '@/lib/usecases/answers/ask-party'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, one, type OwnCase } from '../support/own-case'
import { numberOf } from '../support/remedies'
import { sealOf } from '../support/seal'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

const TEXT = 'A worker says that a fee for the introduction was taken. Please tell us how you see it.'
const ANSWER: PartyAnswer = {
  stance: 'partly',
  words: 'A fee was taken by a partner of ours.',
  locale: 'en',
  offer: { type: 'fee_repayment', amountMinor: '80000', currency: 'JPY', parts: 2, firstDueOn: '2027-01-31' },
}
const passes = (token: string) => ({
  door: grantOpen({ kind: 'door' }, 'door.look_up'),
  party: grantOpen({ kind: 'party' }, 'party_request.answer', hashToken(token)),
})
const linkOf = (token: string) => ({ token, network: randomUUID() })
const open = (token: string) => openQuestion(passes(token), linkOf(token))

async function aYes(own: OwnCase): Promise<string> {
  const given = await giveOwnConsent(own.write, { kind: 'contact_party', language: 'vi' })
  if (!given.ok) throw new Error('no yes')
  return one<string>(`SELECT id AS value FROM consent WHERE case_id = $1 AND kind = 'contact_party'`, own.id)
}

async function ask(own: OwnCase, change: Partial<Question> = {}, by = officer) {
  return askParty(staffGrant(by, 'case.ask_party'), {
    number: await numberOf(own),
    requestId: randomUUID(),
    casePartyId: await one<string>('SELECT id AS value FROM case_party WHERE case_id = $1 LIMIT 1', own.id),
    lane: 'ordinary',
    items: [],
    language: 'en',
    allegation: TEXT,
    witness: 'By phone on Friday: the agency may be asked about the fee, nothing else.',
    ...change,
  })
}

async function aLink(own: OwnCase, change: Partial<Question> = {}): Promise<string> {
  const asked = await ask(own, change)
  if (!asked.ok) throw new Error(asked.error.code)
  return asked.value.token
}

const requestsOf = (own: OwnCase) =>
  within(staffGrant(officer, 'case.ask_party'), async (on) => listPartyRequests(on, await sealOf(on, own.id)))
const clock = (own: OwnCase) =>
  ownerPool().query(
    `SELECT owner_kind, met_at IS NOT NULL AS met, cancelled_at IS NOT NULL AS cancelled, round(extract(epoch FROM due_at - created_at) / 86400) AS days FROM deadline WHERE case_id = $1 AND kind = 'party_answer'`,
    [own.id],
  )

describe('a question to a party', () => {
  test('is answered once through its link; the office is told, the worker is not', async () => {
    const own = await aCase()
    await aYes(own)
    const token = await aLink(own)
    expect((await clock(own)).rows).toEqual([{ owner_kind: 'party', met: false, cancelled: false, days: '14' }])
    expect(await open(token)).toMatchObject({ allegation: TEXT, language: 'en' })
    expect((await answerAsParty(passes(token), linkOf(token), ANSWER)).ok).toBe(true)
    expect(await requestsOf(own)).toMatchObject([{ answer: ANSWER, allegation: TEXT }])
    expect((await clock(own)).rows).toMatchObject([{ met: true, cancelled: false }])
    expect(await open(token)).toBeNull()
    expect(await answerAsParty(passes(token), linkOf(token), ANSWER)).toEqual({
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
    const own = await aCase()
    await aYes(own)
    const token = await aLink(own)
    const both = await Promise.allSettled([
      answerAsParty(passes(token), linkOf(token), ANSWER),
      answerAsParty(passes(token), linkOf(token), { ...ANSWER, stance: 'dispute' }),
    ])
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
    expect(await one<number>(`SELECT count(*)::int AS value FROM party_answer WHERE case_id = $1`, own.id)).toBe(1)
  })

  test('has seven days in the lane of quick action', async () => {
    const own = await aCase()
    await aYes(own)
    await aLink(own, { lane: 'quick_action' })
    expect((await clock(own)).rows).toMatchObject([{ days: '7' }])
  })

  test('keeps its words and the answer sealed', async () => {
    const own = await aCase()
    await aYes(own)
    const token = await aLink(own)
    await answerAsParty(passes(token), linkOf(token), ANSWER)
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
    const own = await aCase()
    if (hasYes) await aYes(own)
    expect(await ask(own, change)).toMatchObject({ ok: false, error: { code } })
    expect(await one<number>(`SELECT count(*)::int AS value FROM party_request WHERE case_id = $1`, own.id)).toBe(0)
  })

  test('is not asked by another office, and the same form asks once', async () => {
    const own = await aCase()
    await aYes(own)
    expect(await ask(own, {}, stranger)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const requestId = randomUUID()
    await aLink(own, { requestId })
    expect(await ask(own, { requestId })).toMatchObject({ ok: false, error: { code: 'sent_before' } })
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM consent WHERE case_id = $1 AND purpose = 'party_answer'`,
        own.id,
      ),
    ).toBe(1)
  })
})

describe('a link ends', () => {
  test('when the worker takes the yes to contact parties back', async () => {
    const own = await aCase()
    const consentId = await aYes(own)
    const token = await aLink(own)
    expect(
      (
        await withdrawOwnConsent(own.write, {
          consentId,
          requestId: randomUUID(),
          notice: 'Không.',
          language: 'vi',
        } as never)
      ).ok,
    ).toBe(true)
    expect(await open(token)).toBeNull()
    expect((await clock(own)).rows).toMatchObject([{ cancelled: true, met: false }])
    expect((await requestsOf(own))[0]?.withdrawnAt).not.toBeNull()
  })

  test('when the officer takes the question back, when it runs out, and when the case is erased', async () => {
    const own = await aCase()
    await aYes(own)
    const [taken, over, erased] = [await aLink(own), await aLink(own), await aLink(own)]
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

  test('wrong ones are nobody’s', async () => {
    expect(await open(newToken())).toBeNull()
  })
})

describe('a party sees nothing else', () => {
  test.each([
    'cases',
    'case_key',
    'case_person',
    'case_party',
    'statement',
    'message',
    'fee_line',
    'loan',
    'evidence',
    'consent',
    'remedy',
    'repayment',
    'instalment_payment',
    'note',
    'task',
    'referral',
    'deadline',
    'state_move',
    'staff',
    'audit_event',
    'party_answer',
    'notice',
    'draft',
  ])('%s', async (table) => {
    const own = await aCase()
    await aYes(own)
    const token = await aLink(own)
    const other = await aCase()
    await aYes(other)
    await aLink(other)
    await within(passes(token).party, async (on) => {
      const rows = await on.db
        .$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} LIMIT 5`)
        .catch((error: { message: string }) => (/permission denied/.test(error.message) ? [] : Promise.reject(error)))
      expect(rows).toEqual([])
    }).catch((error: { message: string }) => {
      if (!/aborted|permission denied/.test(error.message)) throw error
    })
    const seen = await within(passes(token).party, (on) => on.db.partyRequest.count())
    expect(seen).toBe(1)
  })

  test('and answers no other question', async () => {
    const [own, other] = [await aCase(), await aCase()]
    await aYes(own)
    await aYes(other)
    const token = await aLink(own)
    await aLink(other)
    const theirs = await one<string>('SELECT id AS value FROM party_request WHERE case_id = $1', other.id)
    await expect(
      within(passes(token).party, (on) =>
        on.db.partyAnswer.createMany({
          data: [
            {
              id: randomUUID(),
              partyRequestId: theirs,
              stance: 'accept',
              sealedWords: new Uint8Array(1),
              answeredAt: new Date(),
            },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security|42501/)
  })
})

test('how a party answers is counted over the cases of the office', async () => {
  const own = await aCase()
  await aYes(own)
  const partyId = randomUUID()
  await ownerPool().query(`INSERT INTO party (id, country, roles, name) VALUES ($1, 'VN', '{broker}', 'Ba Co')`, [
    partyId,
  ])
  await ownerPool().query('UPDATE case_party SET party_id = $2 WHERE case_id = $1', [own.id, partyId])
  const token = await aLink(own)
  await aLink(own)
  await answerAsParty(passes(token), linkOf(token), ANSWER)
  const count = (actor: StaffActor) =>
    within(staffGrant(actor, 'case.read'), (on) => on.db.$queryRaw`SELECT * FROM app.party_responses(${partyId}::uuid)`)
  expect(await count(officer)).toEqual([{ asked: 2n, in_time: 1n, late: 0n, unanswered: 0n, waiting: 1n }])
  expect(await count(stranger)).toMatchObject([{ asked: 0n }])
})
