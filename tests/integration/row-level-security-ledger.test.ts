import { beforeAll, describe, expect, test } from 'vitest'
import { as, staffOf, workerOf, type Who } from '../support/raw-sql'
import { aToldLedger } from '../support/told-ledger'

let officeId = ''
let otherOfficeId = ''
let caseId = ''

beforeAll(async () => {
  ;({ officeId, otherOfficeId, caseId } = await aToldLedger())
})

describe('the ledger, as raw SQL', () => {
  const worker = () => workerOf(caseId)
  const revision = (who: Who, by: string | undefined) =>
    as(
      who,
      `INSERT INTO ledger_revision (id, case_id, subject, subject_id, change, sealed_before, changed_by_kind, changed_by_id, changed_at) VALUES (gen_random_uuid(), $1, 'loan', gen_random_uuid(), 'removed', '\\x00', 'staff', $2, now())`,
      caseId,
      by,
    )

  test.each(['fee_line', 'loan', 'wage_fact', 'placement'])(
    'a worker tells of a %s and changes none',
    async (table) => {
      const change = `UPDATE ${table} SET version = version + 1`
      expect((await as(worker(), change)).rowCount).toBe(0)
      expect((await as(staffOf(otherOfficeId), change)).rowCount).toBe(0)
      expect((await as(staffOf(officeId), change)).rowCount).toBeGreaterThan(0)
      await expect(as(staffOf(officeId), `DELETE FROM ${table}`)).rejects.toThrow('permission denied')
    },
  )

  test.each(['loan', 'wage_fact'])('nobody adds a %s in the name of another', async (table) => {
    const more = table === 'loan' ? ['', ''] : [', kind, amount_minor, currency', `, 'told_before', 1, 'JPY'`]
    const add = (who: Who, kind: string, by: string | undefined) =>
      as(
        who,
        `INSERT INTO ${table} (id, case_id, added_by_kind, added_by_id, created_at${more[0]}) VALUES (gen_random_uuid(), $1, $2, $3, now()${more[1]})`,
        caseId,
        kind,
        by,
      )
    const officer = staffOf(officeId)
    await expect(add(worker(), 'staff', officer.actor_id)).rejects.toThrow('row-level security')
    await expect(add(officer, 'staff', crypto.randomUUID())).rejects.toThrow('row-level security')
    await expect(add(staffOf(otherOfficeId), 'staff', undefined)).rejects.toThrow('row-level security')
    expect((await add(officer, 'staff', officer.actor_id)).rowCount).toBe(1)
    expect((await add(worker(), 'worker', undefined)).rowCount).toBe(1)
  })

  test('what was before an edit is written in the own name, and never changed', async () => {
    const officer = staffOf(officeId)
    expect((await revision(officer, officer.actor_id)).rowCount).toBe(1)
    await expect(revision(officer, crypto.randomUUID())).rejects.toThrow('row-level security')
    await expect(revision(worker(), officer.actor_id)).rejects.toThrow('row-level security')
    const stranger = staffOf(otherOfficeId)
    await expect(revision(stranger, stranger.actor_id)).rejects.toThrow('row-level security')
    await expect(as(officer, `UPDATE ledger_revision SET change = 'x'`)).rejects.toThrow('permission denied')
  })

  test('a verdict stays as it was reached; that it was seen can be noted', async () => {
    const officer = staffOf(officeId)
    await expect(as(officer, `UPDATE fee_assessment SET verdict = 'within_cap'`)).rejects.toThrow('may not change')
    await expect(as(officer, `UPDATE fee_assessment SET result = '{}'`)).rejects.toThrow('may not change')
    expect((await as(officer, `UPDATE fee_assessment SET acknowledged_at = now()`)).rowCount).toBeGreaterThan(0)
    expect((await as(worker(), `UPDATE fee_assessment SET acknowledged_at = now()`)).rowCount).toBe(0)
    await expect(as(officer, 'DELETE FROM fee_assessment')).rejects.toThrow('permission denied')
  })

  test('what others paid is for case staff only', async () => {
    const ask = (who: Who) => as(who, 'SELECT * FROM app.fee_cohort($1, gen_random_uuid())', caseId)
    expect((await ask(staffOf(officeId))).rows).toEqual([])
    for (const who of [
      worker(),
      { actor_kind: 'system' },
      { actor_kind: 'reporter' },
      {},
      staffOf(officeId, 'administrator'),
    ])
      await expect(ask(who)).rejects.toThrow('only case staff')
  })

  test('a rule is never rewritten, and nobody but an administrator adds one', async () => {
    for (const who of [staffOf(officeId), staffOf(officeId, 'administrator'), worker()])
      await expect(as(who, `UPDATE fee_rule SET rule = '{}'`)).rejects.toThrow('permission denied')
    await expect(
      as(
        staffOf(officeId),
        `INSERT INTO fee_rule (id, version, rule, created_by_id) VALUES ('x', 1, '{}', gen_random_uuid())`,
      ),
    ).rejects.toThrow('row-level security')
  })
})
