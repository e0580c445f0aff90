import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { now } from '@/lib/platform/clock'
import { addOwnFeeLine } from '@/lib/usecases/add-own-fee-line'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { anOffice } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, one } from '../support/own-case'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

describe('adding a payment', () => {
  const payment = () => ({
    requestId: randomUUID(),
    answer: {
      category: 'rc_medical' as const,
      payeeRole: 'sending_organization' as const,
      amountText: '100 USD',
      amountMinor: '10000',
      currency: 'USD' as const,
      paidOn: '2025-03',
      toldBeforeSigning: 'no' as const,
    },
  })

  test('converts it and makes the totals of the case again', async () => {
    const own = await aCase()
    const before = Number((await caseRow(own.id)).paid_total_jpy)
    expect(await addOwnFeeLine(own.write, payment())).toEqual({ ok: true, value: undefined })
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ fee_line_count: 2, has_paid_sending: true })
    expect(Number(row.paid_total_jpy)).toBeGreaterThan(before + 10_000)
    expect(await actionsOf(own.id)).toContain('fee_line.added')
  })

  test('with the same form twice adds one', async () => {
    const own = await aCase()
    const same = payment()
    await Promise.all([addOwnFeeLine(own.write, same), addOwnFeeLine(own.write, same)])
    await addOwnFeeLine(own.write, same)
    expect((await caseRow(own.id)).fee_line_count).toBe(2)
    expect((await actionsOf(own.id)).filter((action) => action === 'fee_line.added')).toHaveLength(1)
  })

  test('stops at a hundred', async () => {
    const own = await aCase()
    await ownerPool().query(
      `INSERT INTO fee_line (id, case_id, position, added_by_kind, created_at) SELECT gen_random_uuid(), $1, n, 'worker', now() FROM generate_series(2, 100) n`,
      [own.id],
    )
    expect(await addOwnFeeLine(own.write, payment())).toEqual({ ok: false, error: { code: 'fee_lines_full' } })
  })
})

describe('taking a yes back', () => {
  const consentOf = (id: string, kind: string) =>
    one<string>(`SELECT id AS value FROM consent WHERE case_id = $1 AND kind = $2`, id, kind)

  test('of statistics takes the case out of them and changes nothing else', async () => {
    const own = await aCase()
    await withdrawOwnConsent(own.write, { consentId: await consentOf(own.id, 'statistics'), wasPressed: null })
    expect(await caseRow(own.id)).toMatchObject({ in_statistics: false, state: 'received', erase_due_at: null })
    expect(await actionsOf(own.id)).toEqual(['case.received', 'consent.withdrawn'])
  })

  test.each([
    { wasPressed: null, closingCode: 'withdrawn_free' },
    { wasPressed: false, closingCode: 'withdrawn_free' },
  ])(
    'to keep it ends the case as $closingCode and has it erased in 30 days (pressed: $wasPressed)',
    async ({ wasPressed, closingCode }) => {
      const own = await aCase()
      const at = now()
      await withdrawOwnConsent(own.write, { consentId: await consentOf(own.id, 'keep_complaint'), wasPressed })
      const row = await caseRow(own.id)
      expect(row).toMatchObject({ state: 'closed', closing_code: closingCode })
      expect(Math.round((row.erase_due_at.getTime() - at.getTime()) / 86_400_000)).toBe(30)
      expect(await actionsOf(own.id)).toEqual(['case.received', 'consent.withdrawn', 'case.state_changed'])
    },
  )

  test('to keep it under pressure ends the case and keeps a watch: no day of erasing', async () => {
    const own = await aCase()
    await withdrawOwnConsent(own.write, { consentId: await consentOf(own.id, 'keep_complaint'), wasPressed: true })
    expect(await caseRow(own.id)).toMatchObject({
      state: 'closed',
      closing_code: 'withdrawn_suspected_pressure',
      erase_due_at: null,
    })
  })

  test('twice is once', async () => {
    const own = await aCase()
    const consentId = await consentOf(own.id, 'statistics')
    await Promise.all([
      withdrawOwnConsent(own.write, { consentId, wasPressed: null }),
      withdrawOwnConsent(own.write, { consentId, wasPressed: null }),
    ])
    expect((await actionsOf(own.id)).filter((action) => action === 'consent.withdrawn')).toHaveLength(1)
  })

  test('of another case does nothing', async () => {
    const [own, other] = [await aCase(), await aCase()]
    expect(
      await withdrawOwnConsent(own.write, { consentId: await consentOf(other.id, 'statistics'), wasPressed: null }),
    ).toEqual({ ok: false, error: { code: 'consent_unknown' } })
    expect(await caseRow(other.id)).toMatchObject({ in_statistics: true })
  })
})
