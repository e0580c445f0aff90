import { beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember } from '../support/builders'
import { ownerPool } from '../support/database'
import { as, staffOf, workerOf } from '../support/raw-sql'
import { aToldLedger } from '../support/told-ledger'

let officeId = ''
let otherOfficeId = ''
let caseId = ''

beforeAll(async () => {
  ;({ officeId, otherOfficeId, caseId } = await aToldLedger())
})

describe('a worker, as raw SQL', () => {
  const worker = () => workerOf(caseId)
  const refused = /row-level security|may not change/

  test('changes of the case only what own acts change', async () => {
    for (const change of [
      `severity = 'low'`,
      `number = 'X'`,
      'code_hash = NULL',
      `received_at = now() - interval '1 year'`,
      'is_test = true',
      'triaged_at = now()',
      'first_reply_at = now()',
      'is_admissible = true',
      `assignee_id = '${crypto.randomUUID()}'`,
    ])
      await expect(as(worker(), `UPDATE cases SET ${change}`), change).rejects.toThrow(refused)
    await expect(as(worker(), 'UPDATE cases SET office_id = $1', otherOfficeId)).rejects.toThrow(refused)
    expect(
      (
        await as(
          worker(),
          `UPDATE cases SET unread_from_worker = 1, in_statistics = false, assignee_id = NULL, version = version + 1`,
        )
      ).rowCount,
    ).toBe(1)
  })

  test('writes nothing in the name of an officer', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    const message = (direction: string, author: string | null) =>
      as(
        worker(),
        `INSERT INTO message (id, case_id, direction, author_staff_id, language, sealed_body, request_id, sent_at) VALUES (gen_random_uuid(), $1, $2, $3, 'vi', '\\x00', gen_random_uuid(), now())`,
        caseId,
        direction,
        author,
      )
    await expect(message('to_worker', officer.id)).rejects.toThrow(refused)
    await expect(message('to_worker', null)).rejects.toThrow(refused)
    await expect(message('from_worker', officer.id)).rejects.toThrow(refused)
    expect((await message('from_worker', null)).rowCount).toBe(1)
    const move = (kind: string, by: string | null) =>
      as(
        worker(),
        `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES (gen_random_uuid(), $1, 'received', 'closed', $2, $3, now())`,
        caseId,
        kind,
        by,
      )
    await expect(move('staff', officer.id)).rejects.toThrow(refused)
    expect((await move('worker', null)).rowCount).toBe(1)
    await expect(
      as(
        worker(),
        `INSERT INTO consent (id, case_id, kind, language, text_version, method, witness_staff_id, given_at) VALUES (gen_random_uuid(), $1, 'contact_party', 'vi', '1', 'told_to_officer', $2, now())`,
        caseId,
        officer.id,
      ),
    ).rejects.toThrow(refused)
    await expect(
      as(
        worker(),
        `INSERT INTO remedy (id, case_id, type, claimed_at) VALUES (gen_random_uuid(), $1, 'refund', now())`,
        caseId,
      ),
    ).rejects.toThrow(refused)
    await expect(
      as(
        worker(),
        `INSERT INTO audit_event (id, office_id, actor_kind, action, case_id) VALUES (gen_random_uuid(), $1, 'worker', 'x', $2)`,
        otherOfficeId,
        caseId,
      ),
    ).rejects.toThrow(refused)
  })

  test('changes no words, moves no date of a running clock, and takes a yes back once', async () => {
    expect((await as(worker(), `UPDATE statement SET language = 'en'`)).rowCount).toBe(0)
    await expect(as(worker(), `UPDATE deadline SET due_at = now() + interval '1 year'`)).rejects.toThrow(refused)
    await expect(as(worker(), `UPDATE consent SET kind = 'contact_party', withdrawn_at = now()`)).rejects.toThrow(
      refused,
    )
    await expect(as(worker(), `UPDATE consent SET expires_at = NULL`)).rejects.toThrow(refused)
    expect((await as(worker(), `UPDATE consent SET withdrawn_at = now()`)).rowCount).toBeGreaterThan(0)
  })

  test('is told no more of an officer than the name', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    await ownerPool().query(
      `INSERT INTO message (id, case_id, direction, author_staff_id, language, sealed_body, request_id, sent_at) VALUES (gen_random_uuid(), $1, 'to_worker', $2, 'vi', '\\x00', gen_random_uuid(), now())`,
      [caseId, officer.id],
    )
    expect((await as(worker(), 'SELECT 1 FROM staff')).rowCount).toBe(0)
    expect((await as(worker(), 'SELECT * FROM app.message_authors($1)', caseId)).rows).toEqual([
      { id: officer.id, display_name: officer.displayName },
    ])
    expect((await as(workerOf(crypto.randomUUID()), 'SELECT * FROM app.message_authors($1)', caseId)).rows).toEqual([])
    expect((await as(staffOf(otherOfficeId), 'SELECT * FROM app.message_authors($1)', caseId)).rows).toEqual([])
  })
})
