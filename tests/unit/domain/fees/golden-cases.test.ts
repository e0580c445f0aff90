import { describe, expect, it } from 'vitest'
import { assess, assessOne, caseOf, findingOf, line, money, paid, ruleOf, RULES } from './case-of-fees'

// Worked by hand from domain notes part 6. Basic pay of 165,000 yen a month unless said otherwise.
const WAGE = { contractBasicWage: money(165_000, 'JPY') }

describe('Viet Nam, three years as an intern', () => {
  // Law 69/2020 art. 23(4)(a): 1 month for every 12 months; 36 / 12 = 3 months; 3 × 165,000 = 495,000 yen.
  it('allows three months of basic pay and no more', () => {
    const at = assessOne(line({ amount: paid(495_000, 'JPY') }), WAGE)
    expect(at.line.verdict).toBe('within_cap')
    expect(at.by).toMatchObject({
      rule: { id: 'vn-law69-service-fee-per-12m' },
      cap: money(495_000, 'JPY'),
      wage: money(165_000, 'JPY'),
      contractMonths: 36,
    })
  })

  // 120,000,000 dong in March 2024 go through the dollar at the two rates of that month.
  it('says how much is above, in yen and as a part of what was paid in dong', () => {
    const { assessment, line: judged, by } = assessOne(line({ amount: paid(120_000_000, 'VND') }), WAGE)
    expect(judged.verdict).toBe('above_cap')
    const sum = by?.sumMin?.amountMinor ?? 0n
    expect(by?.over).toEqual({ amountMinor: sum - 495_000n, currency: 'JPY' })
    const share = judged.over?.amountMinor ?? 0n
    expect(Number(share) / 120_000_000).toBeCloseTo(Number(sum - 495_000n) / Number(sum), 6)
    expect(assessment.claims).toMatchObject([
      { partyKey: 'sending_organization', aboveCapJpy: sum - 495_000n, likelyJpy: 0n },
    ])
    expect(by?.rates.map(({ currency }) => currency)).toEqual(['JPY', 'VND'])
  })

  // 5 years: the 12-month rule gives 5 × 165,000 = 825,000; the ceiling of three months, 495,000, was not read in full.
  it('is likely above where only the unread ceiling is passed, certain where both are', () => {
    const ssw = { ...WAGE, scheme: 'ssw', contractMonths: 60 } as const
    const between = assessOne(line({ amount: paid(600_000, 'JPY') }), ssw)
    expect([between.line.verdict, between.line.isLikelyBan]).toEqual(['likely_above', false])
    expect(between.by).toMatchObject({ rule: { id: 'vn-law69-service-fee-max-36m' }, over: money(105_000, 'JPY') })
    expect(between.assessment.claims[0]).toMatchObject({ aboveCapJpy: 105_000n, likelyJpy: 105_000n })
    const above = assessOne(line({ amount: paid(900_000, 'JPY') }), ssw)
    expect(above.by).toMatchObject({ rule: { id: 'vn-law69-service-fee-per-12m' }, over: money(75_000, 'JPY') })
    expect(above.assessment.claims[0]).toMatchObject({ aboveCapJpy: 405_000n, likelyJpy: 330_000n })
  })

  // 18 months: 18 / 12 = 1.5 months = 247,500 yen.
  it('counts a contract that is no whole number of years in proportion', () => {
    expect(assessOne(line(), { ...WAGE, contractMonths: 18 }).by?.cap).toEqual(money(247_500, 'JPY'))
  })

  // Art. 23(2)-(3): home after 14 of 36 months without fault: 14 / 12 × 165,000 = 192,500 yen may stay with the company.
  it('counts the months worked where the worker came home early without fault', () => {
    const early = { ...WAGE, monthsWorked: 14, conditions: { returned_early_without_fault: true } }
    const { assessment, by } = assessOne(line({ amount: paid(300_000, 'JPY') }), early)
    expect(by).toMatchObject({ cap: money(192_500, 'JPY'), over: money(107_500, 'JPY'), contractMonths: 14 })
    expect(findingOf(assessment, 'vn-law69-service-fee-max-36m')?.cap).toEqual(money(192_500, 'JPY'))
    const unknown = assessOne(line(), { ...early, monthsWorked: null })
    expect([unknown.line.verdict, unknown.line.missing]).toEqual(['missing_facts', ['months_worked']])
  })

  it('says which facts are missing', () => {
    const { line: judged } = assessOne(line(), { contractMonths: null })
    expect([judged.verdict, judged.missing]).toEqual(['missing_facts', ['contract_basic_wage', 'contract_months']])
  })
})

describe('Viet Nam, broker and deposit', () => {
  // Art. 7(8). Circular 02/2024 is about what the company pays the broker: told, never judged by.
  it('a broker may take nothing from the worker', () => {
    const {
      assessment,
      line: judged,
      by,
    } = assessOne(line({ payeeRole: 'broker', categories: ['rf_broker_introduction'], paidOn: '2024-06' }))
    expect([judged.verdict, by?.rule.id, judged.over]).toEqual([
      'prohibited',
      'vn-law69-no-brokerage-from-worker',
      money(100_000, 'JPY'),
    ])
    expect(findingOf(assessment, 'vn-circ02-2024-intermediary-japan-zero')).toMatchObject({
      weight: 'information',
      outcome: 'unknown',
      over: null,
    })
  })

  it('a deposit is likely not allowed: the memoranda were not read', () => {
    const { assessment, line: judged } = assessOne(line({ categories: ['il_deposit_security'] }))
    expect([judged.verdict, judged.isLikelyBan]).toEqual(['likely_above', true])
    expect(assessment.claims).toEqual([
      { partyKey: 'sending_organization', aboveCapJpy: 100_000n, likelyJpy: 100_000n, aboveZeroFeeJpy: 100_000n },
    ])
  })

  it('a bond is not allowed: art. 7(10) was read', () => {
    expect(assessOne(line({ categories: ['il_bond'] })).line.verdict).toBe('prohibited')
  })
})

describe('Viet Nam before 2022', () => {
  // The old ceiling of 3,600 dollars is told only (document number not confirmed) and ends with 2021; the law starts the day after.
  it('tells of 3,600 dollars on the last day of 2021 and judges by the law from the next', () => {
    const old = assessOne(line({ amount: paid(3601, 'USD'), paidOn: '2021-12-31' }), WAGE)
    expect(old.line.verdict).toBe('no_rule_known')
    expect(findingOf(old.assessment, 'vn-legacy-titp-3yr-usd3600')).toMatchObject({
      weight: 'information',
      over: money(1, 'USD'),
    })
    // January 2022: 114.88902 yen for a dollar: 3,601 × 114.88902 = 413,715 yen, under 495,000.
    const now = assessOne(line({ amount: paid(3601, 'USD'), paidOn: '2022-01-01' }), WAGE)
    expect([now.line.verdict, now.by?.sumMin]).toEqual(['within_cap', money(413_715, 'JPY')])
    expect(findingOf(now.assessment, 'vn-legacy-titp-3yr-usd3600')).toBeUndefined()
  })
})

describe('Myanmar, 2,800 dollars for everything', () => {
  const MM = { origin: 'MM' } as const
  const fee = line({ id: 'fee', amount: paid(1800, 'USD') })
  const school = line({ id: 'school', categories: ['rc_training_orientation'], amount: paid(1200, 'USD') })

  // 1,800 + 1,200 = 3,000; 200 above; 1,800 / 3,000 × 200 = 120 and 1,200 / 3,000 × 200 = 80.
  it('judges the payments as one sum, each with its part of what is above', () => {
    const together = assess(caseOf([fee, school], MM))
    expect(together.lines.map(({ verdict, over }) => [verdict, over])).toEqual([
      ['above_cap', money(120, 'USD')],
      ['above_cap', money(80, 'USD')],
    ])
    expect(findingOf(together, 'mm-jp-titp-usd2800')).toMatchObject({
      sumMin: money(3000, 'USD'),
      over: money(200, 'USD'),
    })
    expect(assess(caseOf([fee], MM)).verdict).toBe('within_cap')
    expect(assess(caseOf([school], MM)).verdict).toBe('within_cap')
  })

  it('takes what came back off the claim, never off the sum', () => {
    const [claim] = assess(caseOf([{ ...fee, refundedMinor: 15_000n }, school], MM)).claims
    const [whole] = assess(caseOf([fee, school], MM)).claims
    // 200 dollars above, 150 came back: a quarter is left.
    expect(Number(claim?.aboveCapJpy) / Number(whole?.aboveCapJpy)).toBeCloseTo(0.25, 3)
    const all = assess(caseOf([{ ...fee, refundedMinor: 90_000n }, school], MM))
    expect(all.claims[0]?.aboveCapJpy).toBe(0n)
    expect(all.verdict).toBe('above_cap')
  })

  it('leaves what may not be taken at all out of the sum', () => {
    // A ban of our own making beside the cap: of 1,800 + 1,200 only 1,800 count towards 2,800, and 1,200 are asked back whole.
    const ban = { ...ruleOf('ph-do201-2019-ssw'), id: 'mm-ban', origins: ['MM'], schemes: ['titp'] } as const
    const rules = [...RULES, { ...ban, categories: ['rc_training_orientation'] as const }]
    const both = assess(caseOf([fee, school], MM), rules)
    expect(both.lines.map(({ verdict }) => verdict)).toEqual(['within_cap', 'prohibited'])
    expect(findingOf(both, 'mm-jp-titp-usd2800')).toMatchObject({
      lineIds: ['fee'],
      sumMin: money(1800, 'USD'),
      over: null,
    })
  })

  it('tells of the second stay only when it is one, and does not judge by it', () => {
    const second = assess(caseOf([line({ amount: paid(1700, 'USD') })], { ...MM, conditions: { second_stay: true } }))
    expect(findingOf(second, 'mm-jp-titp-return-usd1600')).toMatchObject({
      weight: 'information',
      over: money(100, 'USD'),
    })
    expect(second.verdict).toBe('within_cap')
    const first = assess(caseOf([line({ amount: paid(1700, 'USD') })], { ...MM, conditions: { second_stay: false } }))
    expect(findingOf(first, 'mm-jp-titp-return-usd1600')).toBeUndefined()
  })
})

describe('the other corridors', () => {
  it('Philippines: nothing for training as an intern, nothing for a skilled worker, one month of pay for others', () => {
    const training = line({ categories: ['rc_training_orientation'] })
    expect(assessOne(training, { origin: 'PH' }).line.verdict).toBe('prohibited')
    expect(assessOne(training, { origin: 'PH', scheme: 'ssw' }).line.verdict).toBe('prohibited')
    const other = { origin: 'PH', scheme: 'other_migrant_worker', ...WAGE } as const
    expect(assessOne(line({ amount: paid(165_001, 'JPY') }), other)).toMatchObject({
      line: { verdict: 'above_cap' },
      by: { over: money(1, 'JPY') },
    })
  })

  it('Indonesia: a skilled worker bears no placement cost; of an intern no rule is known', () => {
    expect(assessOne(line(), { origin: 'ID', scheme: 'ssw' }).by?.rule.id).toBe('id-law18-2017-art30')
    expect(assessOne(line(), { origin: 'ID', scheme: 'titp' }).line.verdict).toBe('no_rule_known')
  })

  it('Cambodia: no cap for fees, but no money for leaving', () => {
    expect(assessOne(line(), { origin: 'KH' }).line).toMatchObject({ verdict: 'no_rule_known', zeroFee: 'never' })
    expect(assessOne(line({ categories: ['il_penalty_early_termination'] }), { origin: 'KH' }).line.verdict).toBe(
      'prohibited',
    )
  })

  it('Nepal: no rule that judges; the old ceiling is told', () => {
    const { assessment, line: judged } = assessOne(line({ amount: paid(1_600_000, 'NPR') }), { origin: 'NP' })
    expect(judged.verdict).toBe('no_rule_known')
    expect(findingOf(assessment, 'np-jp-legacy-jitco-npr50000')?.weight).toBe('information')
  })

  it('China: no service fee under a labour contract with the company, no deposit in any case', () => {
    const cn = (isMet?: boolean) => ({
      origin: 'CN' as const,
      conditions: isMet === undefined ? {} : { labour_contract_with_sender: isMet },
    })
    expect(assessOne(line(), cn(true)).line.verdict).toBe('prohibited')
    expect(assessOne(line(), cn(false)).line.verdict).toBe('no_rule_known')
    expect(assessOne(line(), cn()).line).toMatchObject({
      verdict: 'missing_facts',
      missing: ['condition_labour_contract_with_sender'],
    })
    expect(assessOne(line({ categories: ['il_deposit_security'] }), cn(false)).line.verdict).toBe('prohibited')
  })

  it('Sri Lanka: 350,000 rupees, the amount seen in job orders', () => {
    const over = assessOne(line({ amount: paid(400_000, 'LKR') }), { origin: 'LK' })
    expect(over.by).toMatchObject({ rule: { id: 'lk-jp-titp-slbfe-joborder' }, over: money(50_000, 'LKR') })
  })
})

describe('Japan', () => {
  it('a supervising organisation takes nothing from an intern', () => {
    expect(
      assessOne(line({ payeeRole: 'supervising_organization', categories: ['rc_training_orientation'] })).by?.rule.id,
    ).toBe('jp-titp-act-art28-no-fee-by-supervisor')
  })

  // Two months of 180,000 yen = 360,000, from 1 April 2027; the promulgated wording was not read.
  it('ESD: two months of planned pay from 1 April 2027, no rule the day before', () => {
    const esd = {
      origin: 'VN',
      scheme: 'esd',
      plannedMonthlyPay: money(180_000, 'JPY'),
      contractBasicWage: money(400_000, 'JPY'),
    } as const
    const school = { categories: ['rc_training_orientation'] as const, amount: paid(360_001, 'JPY') }
    expect(assessOne(line({ ...school, paidOn: '2027-03-31' }), esd).line.verdict).toBe('no_rule_known')
    const first = assessOne(line({ ...school, paidOn: '2027-04-01' }), esd)
    expect(first.line).toMatchObject({ verdict: 'likely_above', isLikelyBan: false, over: money(1, 'JPY') })
    expect(assessOne(line({ ...school, amount: paid(360_000, 'JPY'), paidOn: '2027-04-01' }), esd).line.verdict).toBe(
      'within_cap',
    )
  })
})
