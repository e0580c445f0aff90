import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { grantOpen } from '@/lib/access/grant'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase } from '../support/cases'
import { ownerPool } from '../support/database'

beforeAll(async () => {
  await anOffice('minato', { isDefaultIntake: true })
})

test('a part that came of what was agreed without a sum opens the closed case again', async () => {
  const { rows } = await ownerPool().query<{ id: string }>(`SELECT id FROM office LIMIT 1`)
  const officer = await aStaffMember(rows[0]?.id ?? '', 'caseworker')
  const found = await aTakenCase(officer)
  const remedyId = randomUUID()
  await ownerPool().query(
    `INSERT INTO remedy (id, case_id, type, claimed_at, agreed_at, worker_accepted_at) VALUES ($1, $2, 'fee_repayment', now(), now(), now())`,
    [remedyId, found.id],
  )
  await ownerPool().query(
    `UPDATE cases SET state = 'closed', closing_code = 'remedied_full', closed_at = now() WHERE id = $1`,
    [found.id],
  )
  await ownerPool().query('UPDATE deadline SET cancelled_at = now() WHERE case_id = $1 AND met_at IS NULL', [found.id])
  const own = grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.write')
  const told = {
    requestId: randomUUID(),
    remedyId,
    repaymentId: null,
    arrived: 'part' as const,
    amount: { amountMinor: 50_000n, currency: 'JPY' as const },
    notice: 'Only a part arrived: ¥50,000',
    language: 'en',
  }
  expect(await confirmArrival(own, told)).toEqual({ ok: true, value: undefined })
  const after = await ownerPool().query<{ state: string }>('SELECT state FROM cases WHERE id = $1', [found.id])
  expect(after.rows[0]?.state).toBe('reopened')
})
