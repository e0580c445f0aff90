import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool } from '../support/database'
import { workerOf } from '../support/referrals'

let officer: StaffActor
let found: StoredCase
beforeAll(async () => {
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  found = await aTakenCase(officer)
})
beforeEach(async () => {
  await ownerPool().query("DELETE FROM consent WHERE kind IN ('contact_party', 'send_to_body')")
})

async function aYes(kind: string, purpose: string | null, recipient: string | null = null): Promise<string> {
  const id = randomUUID()
  await ownerPool().query(
    `INSERT INTO consent (id, case_id, kind, purpose, recipient_body, data_items, language, text_version, method, given_at)
     VALUES ($1, $2, $3, $4, $5, '{}', 'vi', 'test', 'tap', now() - interval '1 minute')`,
    [id, found.id, kind, purpose, recipient],
  )
  return id
}
async function takeBack(consentId: string): Promise<readonly string[]> {
  expect((await withdrawOwnConsent(workerOf(found), { consentId, wasPressed: null })).ok).toBe(true)
  const { rows } = await ownerPool().query<{ id: string }>('SELECT id FROM consent WHERE withdrawn_at IS NOT NULL')
  return rows.map(({ id }) => id)
}

test('the yes for one question to a party, taken back, leaves the general yes and other questions', async () => {
  const [, mine] = [await aYes('contact_party', null), await aYes('contact_party', 'party_answer')]
  await aYes('contact_party', 'party_answer')
  expect(await takeBack(mine)).toEqual([mine])
})

test('the general yes, said twice, is taken back as one, and leaves the yes for single questions', async () => {
  const general = [await aYes('contact_party', null), await aYes('contact_party', null)]
  await aYes('contact_party', 'party_answer')
  expect((await takeBack(general[0] ?? '')).toSorted()).toEqual(general.toSorted())
})

test('what goes to one office is one line of the page, and one yes to take back, whatever it was for; others stay', async () => {
  const to = [await aYes('send_to_body', 'legal_help', 'JP_OTIT'), await aYes('send_to_body', 'mediation', 'JP_OTIT')]
  await aYes('send_to_body', 'legal_help', 'JP_LSIO')
  expect((await takeBack(to[1] ?? '')).toSorted()).toEqual(to.toSorted())
})
