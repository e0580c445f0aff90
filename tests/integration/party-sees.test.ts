import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { one } from '../support/own-case'
import { aLink, anOpenCase, answerWith, passes } from '../support/party-answers'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
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
    const own = await anOpenCase()
    const token = await aLink(officer, own)
    const other = await anOpenCase()
    await aLink(officer, other)
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
    const [own, other] = [await anOpenCase(), await anOpenCase()]
    const token = await aLink(officer, own)
    await aLink(officer, other)
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
  const own = await anOpenCase()
  const partyId = randomUUID()
  await ownerPool().query(`INSERT INTO party (id, country, roles, name) VALUES ($1, 'VN', '{broker}', 'Ba Co')`, [
    partyId,
  ])
  await ownerPool().query('UPDATE case_party SET party_id = $2 WHERE case_id = $1', [own.id, partyId])
  const token = await aLink(officer, own)
  await aLink(officer, own, { isAnother: true })
  await answerWith(token)
  const count = (actor: StaffActor) =>
    within(staffGrant(actor, 'case.read'), (on) => on.db.$queryRaw`SELECT * FROM app.party_responses(${partyId}::uuid)`)
  expect(await count(officer)).toEqual([{ asked: 2n, in_time: 1n, late: 0n, unanswered: 0n, waiting: 1n }])
  expect(await count(stranger)).toMatchObject([{ asked: 0n }])
})
