import { describe, expect, it } from 'vitest'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import { verdictTotals } from '@/lib/domain/fees/ledger/stored-assessment'
import { headline, verdictShares } from '@/lib/domain/fees/check/verdict-shares'
import { assess, assessOne, caseOf, line, money, paid, RATES } from './case-of-fees'

// Worked by hand from domain notes part 6.
const WAGE = { contractBasicWage: money(150_000, 'JPY') }
const MM = { origin: 'MM' } as const

describe('what is above certainly, and in all', () => {
  // 60 months, 150,000: the 12-month rule allows 750,000; the ceiling of three months, not read in full, 450,000.
  const ssw = { ...WAGE, scheme: 'ssw', contractMonths: 60 } as const
  const judged = (yen: number) => assessOne(line({ amount: paid(yen, 'JPY') }), ssw)

  it('is kept apart where a certain limit is passed and an unread one too', () => {
    expect(judged(900_000).line).toMatchObject({
      verdict: 'above_cap',
      over: money(150_000, 'JPY'),
      overLikely: money(450_000, 'JPY'),
    })
    expect(judged(900_000).assessment.claims).toMatchObject([{ aboveCapJpy: 450_000n, likelyJpy: 300_000n }])
  })

  it('is one amount where only the unread limit is passed', () => {
    expect(judged(500_000).line).toMatchObject({
      verdict: 'likely_above',
      over: money(50_000, 'JPY'),
      overLikely: null,
    })
  })

  it('splits a sum into allowed, above, and likely above', () => {
    const { line: ofLine } = judged(900_000)
    const shares = verdictShares([{ amount: money(900_000, 'JPY'), paidOn: '2024-03', line: ofLine }], RATES)
    expect(shares?.shares).toEqual([
      { kind: 'may', money: money(450_000, 'JPY') },
      { kind: 'over', money: money(150_000, 'JPY') },
      { kind: 'likely', money: money(300_000, 'JPY') },
    ])
    expect(shares && headline(shares)).toEqual({ money: money(150_000, 'JPY'), isSure: true })
  })
})

describe('what came back', () => {
  it('of a payment within its limit takes nothing from a claim for a bond', () => {
    const lines = [
      line({ amount: paid(300_000, 'JPY'), refundedMinor: 300_000n }),
      line({ id: 'bond', categories: ['il_bond'] }),
    ]
    expect(assess(caseOf(lines, WAGE)).claims).toMatchObject([{ aboveCapJpy: 100_000n, likelyJpy: 0n }])
  })

  it('of one bond takes nothing from the claim for another', () => {
    const bond = line({ categories: ['il_bond'] })
    const claims = (refundedMinor: bigint) =>
      assess(
        caseOf([
          { ...bond, refundedMinor },
          { ...bond, id: 'b', partyKey: 'b' },
        ]),
      ).claims
    expect(claims(40_000n)).toMatchObject([{ aboveCapJpy: 100_000n }, { aboveCapJpy: 60_000n }])
  })
})

describe('a payment that somebody else made', () => {
  it('is judged by no rule and enters no claim', () => {
    const { assessment, line: judged } = assessOne(line({ categories: ['il_bond'], paidBy: 'other' }))
    expect(judged).toMatchObject({ verdict: 'no_rule_known', note: 'other_paid', zeroFee: 'not_covered', over: null })
    expect([assessment.findings, assessment.claims]).toEqual([[], []])
  })

  it('does not count towards a sum', () => {
    const fee = line({ amount: paid(2000, 'USD') })
    const lines = [fee, { ...fee, id: 'b', paidBy: 'other' as const }]
    expect(assess(caseOf(lines, MM)).lines.map(({ verdict }) => verdict)).toEqual(['within_cap', 'no_rule_known'])
  })

  it.each(['family', 'lender', null] as const)('is not one that %s made', (paidBy) => {
    expect(assessOne(line({ categories: ['il_bond'], paidBy })).line).toMatchObject({
      verdict: 'prohibited',
      note: null,
    })
  })
})

describe('a payment of nothing', () => {
  it('says that nothing was paid', () => {
    expect(assessOne(line({ categories: ['il_bond'], amount: paid(0, 'JPY') })).line).toMatchObject({
      verdict: 'no_rule_known',
      note: 'nothing_paid',
      missing: [],
    })
  })

  it('may be all there was of a range from zero: a ban is likely then', () => {
    const broker = { payeeRole: 'broker', categories: ['rf_broker_introduction'] } as const
    const { line: judged, by } = assessOne(line({ ...broker, amount: paid(0, 'JPY', 500_000) }))
    expect(judged).toMatchObject({ verdict: 'likely_above', isLikelyBan: true, over: null })
    expect(by).toMatchObject({ outcome: 'maybe_above', rule: { id: 'vn-law69-no-brokerage-from-worker' } })
    expect(assessOne(line({ ...broker, amount: paid(1, 'JPY', 500_000) })).line.verdict).toBe('prohibited')
  })
})

describe('the zero-fee standard', () => {
  it('begins with the principles of September 2016, for illegitimate costs with the definition of 2019', () => {
    const zero = (paidOn: string | null, category: FeeCategoryCode) =>
      assessOne(line({ categories: [category], paidOn })).line.zeroFee
    expect(zero('2016-09-06', 'rf_placement_service')).toBe('not_covered')
    expect(zero('2016-09-07', 'rf_placement_service')).toBe('never')
    expect(zero(null, 'rf_placement_service')).toBe('never')
    expect(zero('2019-03-27', 'il_bribe')).toBe('not_covered')
    expect(zero('2019-03-28', 'il_bribe')).toBe('never')
  })

  it('claims nothing of what was paid before it', () => {
    expect(assessOne(line({ paidOn: '2016-09-06' })).assessment.claims).toMatchObject([{ aboveZeroFeeJpy: 0n }])
  })

  it('asks to split a lump with interest in it, and counts none of it until then', () => {
    const { assessment, line: judged } = assessOne(
      line({ payeeRole: 'lender', categories: ['rf_placement_service', 'fin_loan_interest'] }),
    )
    expect(judged.zeroFee).toBe('never')
    expect(assessment.claims).toMatchObject([{ aboveZeroFeeJpy: 0n }])
    expect(assessment.missing).toContain('lump_split')
  })
})

describe('what a case keeps of its verdict', () => {
  it('counts no payment as ruled on that only an unread law allows', () => {
    const { assessment } = assessOne(line({ categories: ['rc_medical'], paidOn: '2027-05' }), {
      scheme: 'esd',
      plannedMonthlyPay: money(180_000, 'JPY'),
    })
    expect(verdictTotals(assessment)).toMatchObject({
      feeVerdict: 'within_cap',
      ruledLineCount: 0,
      aboveCapJpy: null,
    })
  })
})

describe('what is asked for', () => {
  it('no condition before the country and the scheme are known', () => {
    const { line: judged } = assessOne(line(), { origin: null, scheme: null, contractMonths: null })
    expect(judged.missing).toEqual(['origin', 'scheme'])
  })

  it('nothing that a rule asks which could only allow the payment', () => {
    // Two payments, the second to somebody unknown: whoever took it, the sum stays within; only the payee can ban it.
    const small = line({ id: 'b', payeeRole: null, categories: ['rc_medical'], amount: paid(10, 'USD') })
    expect(assess(caseOf([line({ amount: paid(2000, 'USD') }), small], MM)).lines[1]?.missing).toEqual(['payee'])
  })

  it('counts the day each payment was told, not that of the last one', () => {
    const esd = { scheme: 'esd', plannedMonthlyPay: money(180_000, 'JPY') } as const
    const told = line({ categories: ['rc_medical'], paidOn: '2027', knownOn: '2027-03-01' })
    const judged = assess(caseOf([told, { ...told, id: 'b', knownOn: null }], { ...esd, knownOn: '2027-12-01' }))
    expect(judged.lines.map(({ verdict }) => verdict)).toEqual(['no_rule_known', 'missing_facts'])
  })
})
