import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/token'
import { submitAssistedReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, aStaffMember, staffGrant, STORY } from '../support/builders'
import { aDraft, draftGrant, send } from '../support/sent-drafts'
import { ownerPool, ownerUrl } from '../support/database'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
  await anOffice('union', { intakeOrigins: ['PH'] })
})

async function count(sql: string, ...values: unknown[]): Promise<number> {
  const { rows } = await ownerPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)
  return rows[0]?.n ?? -1
}

describe('sending a report', () => {
  test('makes one case with everything in it and one audit event', async () => {
    const sent = await send(await aDraft())
    if (!sent.ok) throw new Error(sent.error.code)
    const { rows } = await ownerPool().query(`SELECT * FROM cases WHERE number = $1`, [sent.value.number])
    expect(rows[0]).toMatchObject({
      state: 'received',
      corridor: 'VN-JP',
      scheme: 'titp',
      language: 'vi',
      has_paid_broker: true,
      has_paid_sending: false,
      fee_line_count: 1,
      next_due_kind: 'first_reply',
      in_statistics: true,
    })
    expect(Number(rows[0].paid_total_jpy)).toBe(153_544)
    for (const table of ['case_key', 'statement', 'case_person', 'case_party', 'fee_line', 'state_move'])
      expect(await count(`${table} WHERE case_id = $1`, rows[0].id), table).toBe(1)
    expect(await count(`consent WHERE case_id = $1`, rows[0].id)).toBe(2)
    expect(await count(`audit_event WHERE case_id = $1 AND action = 'case.received'`, rows[0].id)).toBe(1)
  })

  test('keeps everything that was told of the money, and judges it', async () => {
    const sent = await send(
      await aDraft(),
      aReport({
        fees: [
          {
            payeeRole: 'broker',
            category: 'rf_broker_introduction',
            amountText: '20',
            amountMaxText: '25 triệu',
            amountMinor: '20000000',
            amountMaxMinor: '25000000',
            currency: 'VND',
            precision: 'range',
            paidOn: '2025',
            method: 'deduction',
            instalments: 6,
            paidBy: 'family',
            refundedMinor: '1000000',
          },
          { lumpCategories: ['rc_medical', 'rc_visa_permit'], precision: 'forgotten' },
        ],
        debt: {
          borrowed: 'yes',
          lenderRole: 'bank',
          owedMinor: '50000000',
          principalMinor: '90000000',
          monthlyText: 'mỗi tháng một ít',
          ratePercent: '1.2',
          ratePeriod: 'month',
          collateral: 'land_title',
          currency: 'VND',
        },
        pay: { contractMonths: 36, contractWageMinor: '170000', firstMonthMinor: '98000', currency: 'JPY' },
      }),
    )
    if (!sent.ok) throw new Error(sent.error.code)
    const of = async (table: string, order = 'id') =>
      (
        await ownerPool().query(
          `SELECT t.* FROM ${table} t JOIN cases c ON c.id = t.case_id WHERE c.number = $1 ORDER BY t.${order}`,
          [sent.value.number],
        )
      ).rows
    expect(await of('fee_line', 'position')).toMatchObject([
      {
        amount_minor: '20000000',
        amount_max_minor: '25000000',
        precision: 'range',
        instalments: 6,
        paid_by: 'family',
        refunded_minor: '1000000',
        rate_basis: 'year',
      },
      { amount_minor: null, category: null, lump_categories: ['rc_medical', 'rc_visa_permit'], precision: 'forgotten' },
    ])
    expect(await of('loan')).toMatchObject([
      {
        principal_minor: '90000000',
        monthly_repayment_minor: null,
        rate_percent: '1.2000',
        rate_period: 'month',
        collateral: 'land_title',
        added_by_kind: 'worker',
        sealed_amount_as_typed: expect.any(Buffer),
      },
    ])
    expect((await of('wage_fact', 'kind')).map(({ kind, amount_minor: minor }) => [kind, minor])).toEqual([
      ['contract_basic_wage', '170000'],
      ['first_month_actual', '98000'],
    ])
    expect(await of('placement')).toMatchObject([{ contract_months: 36, conditions_met: [] }])
    expect(await of('case_party')).toMatchObject([{ role: 'broker', name_key: null }])
    const { rows } = await ownerPool().query(`SELECT * FROM cases WHERE number = $1`, [sent.value.number])
    expect(await of('fee_assessment')).toMatchObject([{ cause: 'report', verdict: rows[0].fee_verdict }])
    expect(rows[0]).toMatchObject({ first_month_jpy: '98000', last_month_jpy: null, recruitment_cost_jpy: null })
  })

  test('for a worker by an officer writes the money in the name of the officer', async () => {
    const officeId = await anOffice('counter')
    const officer = await aStaffMember(officeId, 'caseworker')
    const sent = await submitAssistedReport(staffGrant(officer, 'case.file_for_worker'), {
      answers: aReport({
        debt: { borrowed: 'yes', owedMinor: '50000000', currency: 'VND' },
        pay: { contractMonths: 36, contractWageMinor: '170000', currency: 'JPY' },
      }),
      locale: 'vi',
      channel: 'paper',
      token: null,
      consentMethod: 'told_to_officer',
    })
    if (!sent.ok) throw new Error(sent.error.code)
    for (const table of ['fee_line', 'loan', 'wage_fact'])
      expect(
        await count(
          `${table} t JOIN cases c ON c.id = t.case_id WHERE c.number = $1 AND t.added_by_id = $2`,
          sent.value.number,
          officer.id,
        ),
        table,
      ).toBe(1)
  })

  test('writes the verdict with the case or nothing at all', async () => {
    const before = [await count('cases'), await count('fee_assessment')]
    await ownerPool().query('ALTER TABLE fee_assessment ADD CONSTRAINT refused CHECK (false) NOT VALID')
    try {
      await expect(send(await aDraft())).rejects.toThrow('violates check constraint')
    } finally {
      await ownerPool().query('ALTER TABLE fee_assessment DROP CONSTRAINT refused')
    }
    expect([await count('cases'), await count('fee_assessment')]).toEqual(before)
  })

  test('twice, one after the other, gives the same receipt and no second case', async () => {
    const token = await aDraft()
    const first = await send(token)
    const before = await count('cases')
    expect(await send(token)).toEqual(first)
    expect(await count('cases')).toBe(before)
  })

  test('twenty times at the same moment makes one case, and everybody gets its receipt', async () => {
    const token = await aDraft()
    const before = await count('cases')
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(token)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await count('cases')).toBe(before + 1)
  })

  test('fifty different reports in the same second are all kept, each with its own receipt', async () => {
    const before = await count('cases')
    const sent = await Promise.all(Array.from({ length: 50 }, async () => send(await aDraft())))
    expect(sent.every((one) => one.ok)).toBe(true)
    expect(new Set(sent.map((one) => (one.ok ? one.value.code : ''))).size).toBe(50)
    expect(new Set(sent.map((one) => (one.ok ? one.value.number : ''))).size).toBe(50)
    expect(await count('cases')).toBe(before + 50)
  })

  test('the draft keeps the receipt and no answer', async () => {
    const token = await aDraft({ story: STORY })
    const sent = await send(token)
    const draft = await within(draftGrant(token), (on) => findDraft(on, token, { now: now() }))
    expect(draft?.payload).toBeNull()
    expect(draft?.receipt).toMatchObject(sent.ok ? sent.value : {})
  })

  test('with neither a story nor a payment makes nothing', async () => {
    const before = await count('cases')
    expect(await send(await aDraft(), aReport({ story: undefined, fees: [], paid: 'no' }))).toEqual({
      ok: false,
      error: { code: 'not_submittable' },
    })
    expect(await count('cases')).toBe(before)
  })

  test('without a draft makes nothing', async () => {
    expect(await send(newToken())).toEqual({ ok: false, error: { code: 'draft_missing' } })
  })

  test('drops answers that the path no longer reaches', async () => {
    const sent = await send(await aDraft(), aReport({ paid: 'no' }))
    if (!sent.ok) throw new Error(sent.error.code)
    expect(await count('fee_line WHERE case_id = (SELECT id FROM cases WHERE number = $1)', sent.value.number)).toBe(0)
  })

  test('goes to the office that takes the country of origin', async () => {
    const sent = await send(await aDraft(), aReport({ origin: 'PH' }))
    if (!sent.ok) throw new Error(sent.error.code)
    expect(
      await count(`cases JOIN office o ON o.id = office_id WHERE number = $1 AND o.code = 'union'`, sent.value.number),
    ).toBe(1)
  })
})
