import { expect, test } from 'vitest'
import { makeToldColumns } from '@/lib/usecases/statistics/make-told-columns'
import { anOffice } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'

test('cases from before get the totals of told and paid, once', async () => {
  await addCountedCases(await anOffice('one'), 3, { paid_answer: 'yes' })
  const query = (sql: string) => ownerPool().query(sql)
  await query(`INSERT INTO wage_fact (id, case_id, kind, amount_minor, currency, created_at)
    SELECT gen_random_uuid(), c.id, w.kind, w.yen, 'JPY', now() FROM cases c, (VALUES ('told_before', 150000), ('first_month_actual', 120000), ('deduction_rent', 20000), ('deduction_tax', 5000)) AS w (kind, yen)`)
  await query(
    `INSERT INTO fee_line (id, case_id, position, amount_minor, currency, jpy_minor, added_by_kind, created_at) SELECT gen_random_uuid(), id, 1, 700000, 'JPY', 700000, 'worker', now() FROM cases`,
  )
  await query(
    `INSERT INTO placement (id, case_id, told_total_minor, told_total_currency, created_at) SELECT gen_random_uuid(), id, 500000, 'JPY', now() FROM cases`,
  )
  await query(
    `INSERT INTO loan (id, case_id, rate_percent, rate_period, created_at) SELECT gen_random_uuid(), id, r, 'year', now() FROM cases, (VALUES (12), (30)) AS x (r)`,
  )
  expect(await makeToldColumns()).toBe(3)
  const { rows } = await query(
    'SELECT DISTINCT told_gap_jpy, told_pay_gap_jpy, yearly_interest_bp, deductions_jpy, tells_pay FROM cases',
  )
  expect(rows).toEqual([
    {
      told_gap_jpy: '200000',
      told_pay_gap_jpy: '-30000',
      yearly_interest_bp: 3000,
      deductions_jpy: '20000',
      tells_pay: true,
    },
  ])
  expect(await makeToldColumns()).toBe(0)
})
