import { beforeEach, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { forgetExchangeRates } from '@/lib/data/exchange-rates'
import { forgetFeeRules } from '@/lib/data/fee-rules'
import type { PayerKind } from '@/lib/domain/fees/payment-methods'
import { reassessFees } from '@/lib/usecases/reassess-fees'
import { anOffice } from '../support/builders'
import { aCase } from '../support/cases'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'

const select = async (sql: string): Promise<readonly unknown[]> => (await ownerPool().query(sql)).rows

beforeEach(async () => {
  await emptyDatabase()
  forgetFeeRules()
  forgetExchangeRates()
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

/** A bond of 1,000 dollars, paid by somebody. */
const aBondBy = (paidBy: PayerKind) =>
  aCase({
    origin: 'VN',
    scheme: 'titp',
    parties: [{ role: 'sending_organization' }],
    fees: [
      {
        payeeRole: 'sending_organization',
        category: 'il_bond',
        amountText: '1000',
        amountMinor: '100000',
        currency: 'USD',
        paidOn: '2025-02',
        paidBy,
      },
    ],
  })

const verdicts = () => select('SELECT fee_verdict, above_cap_jpy > 0 AS claims FROM cases ORDER BY fee_verdict')

describe('who paid', () => {
  test('counts in the first verdict and in every one reached again: the family is the worker, others are not', async () => {
    await aBondBy('other')
    await aBondBy('family')
    const asJudged = [
      { fee_verdict: 'no_rule_known', claims: null },
      { fee_verdict: 'prohibited', claims: true },
    ]
    expect(await verdicts()).toEqual(asJudged)
    await select(`UPDATE cases SET fee_verdict = 'missing_facts'`)
    await select(
      `INSERT INTO fee_reassessment (id, cause, rule_refs, origins, requested_at)
       VALUES (gen_random_uuid(), 'rule_changed', '{}', '{}', now())`,
    )
    await select('DELETE FROM fee_assessment')
    expect(await reassessFees()).toMatchObject({ lookedAt: 2, failed: 0 })
    expect(await verdicts()).toEqual(asJudged)
  })
})
