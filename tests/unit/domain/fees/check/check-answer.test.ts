import { describe, expect, it } from 'vitest'
import { answerCheck } from '@/lib/domain/fees/check/check-answer'
import { packBasis, unpackBasis } from '@/lib/domain/fees/check/check-basis'
import type { CheckQuery } from '@/lib/domain/fees/check/check-query'
import { notCarried, withCheckedFees } from '@/lib/domain/fees/check/report-answers'
import { sumOf } from '@/lib/domain/fees/check/verdict-shares'
import { noAnswers } from '@/lib/domain/report/answers'
import { plainAmount } from '@/lib/schemas/fees/check-address'
import { RATES, RULES } from '../case-of-fees'

const TODAY = '2026-11-21'
const dong = (amountMinor: bigint) => ({ amountMinor, currency: 'VND' as const })
const QUESTION: CheckQuery = {
  origin: 'VN',
  destination: 'JP',
  scheme: 'titp',
  paidOn: '2025-03',
  contractMonths: 36,
  basicPay: { amountMinor: 165_000n, currency: 'JPY' },
  plannedPay: null,
  conditions: {},
  payments: [
    { payeeRole: 'sending_organization', category: 'rf_placement_service', amount: dong(120_000_000n) },
    { payeeRole: 'broker', category: 'rf_broker_introduction', amount: dong(25_000_000n) },
    { payeeRole: 'training_center', category: 'rc_training_orientation', amount: dong(28_000_000n) },
  ],
}
const options = { today: TODAY, maximum: 100, typed: plainAmount }

describe('the answer to a question', () => {
  it('splits the sum into what may be charged and what not, without losing a dong', () => {
    const { assessment, shares } = answerCheck(QUESTION, RULES, RATES, TODAY)
    expect(assessment.lines.map(({ verdict }) => verdict)).toEqual(['above_cap', 'prohibited', 'no_rule_known'])
    if (shares === null) throw new TypeError('no shares')
    expect(shares.isConverted).toBe(false)
    expect(shares.total).toEqual(dong(173_000_000n))
    expect(shares.shares.map(({ kind }) => kind)).toEqual(['may', 'over', 'ban', 'none'])
    expect(sumOf(shares, ['may', 'over'])).toEqual(dong(120_000_000n))
  })

  it('adds up in yen where the money differs', () => {
    const [fee] = QUESTION.payments
    const dollars = {
      payeeRole: 'broker',
      category: 'rc_medical',
      amount: { amountMinor: 10_000n, currency: 'USD' },
    } as const
    const { shares } = answerCheck({ ...QUESTION, payments: fee ? [fee, dollars] : [] }, RULES, RATES, TODAY)
    expect(shares).toMatchObject({ isConverted: true, total: { currency: 'JPY' } })
  })

  it('names the rules of a way before any amount, with the limit in money', () => {
    const { here } = answerCheck({ ...QUESTION, payments: [] }, RULES, RATES, TODAY)
    const ids = here.map(({ rule }) => rule.id)
    expect(ids).toContain('vn-law69-no-brokerage-from-worker')
    expect(ids).not.toContain('ph-do188-2018-titp')
    expect(ids).not.toContain('vn-legacy-titp-3yr-usd3600')
    const limit = here.find(({ rule }) => rule.id === 'vn-law69-service-fee-per-12m')
    expect(limit?.finding.cap).toEqual({ amountMinor: 495_000n, currency: 'JPY' })
  })

  it('knows the rules of a month to come', () => {
    const esd: CheckQuery = { ...QUESTION, scheme: 'esd', payments: [] }
    const about = (paidOn: string) =>
      answerCheck({ ...esd, paidOn }, RULES, RATES, TODAY).here.map(({ rule }) => rule.id)
    expect(about('2027-03')).not.toContain('jp-esd-sending-cap-2-months')
    expect(about('2027-04')).toContain('jp-esd-sending-cap-2-months')
  })

  it('is the same from the file that a phone keeps', () => {
    const kept = unpackBasis(JSON.parse(JSON.stringify(packBasis({ rules: RULES, rates: RATES }))))
    const online = answerCheck(QUESTION, RULES, RATES, TODAY)
    const offline = answerCheck(QUESTION, kept.rules, kept.rates, TODAY)
    expect(offline.assessment.lines).toEqual(online.assessment.lines)
    expect(offline.shares).toEqual(online.shares)
    expect(offline.here.map(({ finding }) => finding.cap)).toEqual(online.here.map(({ finding }) => finding.cap))
  })
})

describe('a report that starts from a question', () => {
  it('has its facts filled in', () => {
    const answers = withCheckedFees(noAnswers(), QUESTION, options)
    expect(answers).toMatchObject({
      grievances: ['fees_debt'],
      origin: 'VN',
      scheme: 'titp',
      paid: 'yes',
      pay: { contractMonths: 36, contractWageText: '165000', contractWageMinor: '165000', currency: 'JPY' },
    })
    expect(answers.fees[0]).toEqual({
      payeeRole: 'sending_organization',
      category: 'rf_placement_service',
      amountText: '120000000',
      amountMinor: '120000000',
      currency: 'VND',
      paidOn: '2025-03',
    })
  })

  it('leaves what was answered before, and adds no payment twice', () => {
    const before = { ...noAnswers(), origin: 'PH' as const, paid: 'unsure' as const }
    const once = withCheckedFees(before, QUESTION, options)
    expect(once.origin).toBe('PH')
    expect(withCheckedFees(once, QUESTION, options)).toEqual(once)
  })

  it('keeps two equal payments, the pay in the plan, and says what stays out', () => {
    const [payment] = QUESTION.payments
    if (!payment) throw new Error('no payment')
    const query: CheckQuery = {
      ...QUESTION,
      payments: [payment, payment],
      plannedPay: { amountMinor: 230_000n, currency: 'JPY' },
    }
    const once = withCheckedFees(noAnswers(), query, options)
    expect(once.fees).toHaveLength(2)
    expect(once.pay).toMatchObject({ plannedMinor: '230000', plannedText: '230000', plannedCurrency: 'JPY' })
    expect(withCheckedFees(once, query, options).fees).toHaveLength(2)
    expect(notCarried(noAnswers(), query, options)).toEqual([])
    const more = { ...query, paidOn: '2027-04', conditions: { second_stay: false } }
    expect(notCarried(noAnswers(), more, { ...options, maximum: 1 })).toEqual(['date', 'conditions', 'many'])
  })

  it('does not say that somebody paid what is only asked for', () => {
    const soon = withCheckedFees(noAnswers(), { ...QUESTION, paidOn: '2027-04' }, options)
    expect(soon.paid).toBe('unsure')
    expect(soon.fees[0]?.paidOn).toBeUndefined()
  })
})
