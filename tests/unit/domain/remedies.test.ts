import { describe, expect, test } from 'vitest'
import { yenOf, arrivedSum } from '@/lib/domain/remedies/arrived'
import { claimableOf } from '@/lib/domain/remedies/claim-lines'
import { offerText } from '@/lib/domain/remedies/offer'
import { instalmentState, isProven, type Instalment } from '@/lib/domain/remedies/remedy'
import { equalInstalments, monthsLater, scheduleProblem } from '@/lib/domain/remedies/schedule'
import { waiverIn } from '@/lib/domain/remedies/waiver'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'

describe('equal instalments', () => {
  // Every total and count of a grid: the property, without a generator to explain.
  test('add up to the sum, differ by one minor unit at most, and pass as a schedule', () => {
    for (const total of [1n, 7n, 99n, 100_000n, 123_457n, 25_000_001n])
      for (let count = 1; count <= 24; count += 1) {
        const dues = equalInstalments(total, count, '2026-12-31')
        const amounts = dues.map(({ amountMinor }) => amountMinor)
        expect(amounts.reduce((sum, one) => sum + one, 0n)).toBe(total)
        expect((amounts[0] ?? 0n) - (amounts.at(-1) ?? 0n)).toBeLessThanOrEqual(1n)
        expect(scheduleProblem(total, dues)).toBe(total < BigInt(count) ? 'amount_not_positive' : null)
      }
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-15', 2, '2027-01-15'],
  ])('%s, %i months later, is %s', (day, months, later) => expect(monthsLater(day, months)).toBe(later))
})

test.each([
  ['schedule_empty', []],
  ['sum_differs', [{ amountMinor: 99n, dueOn: '2027-01-01' }]],
  ['day_invalid', [{ amountMinor: 100n, dueOn: '2027-02-30' }]],
  [
    'days_not_in_order',
    [
      { amountMinor: 50n, dueOn: '2027-02-01' },
      { amountMinor: 50n, dueOn: '2027-01-01' },
    ],
  ],
  ['too_many_parts', Array.from({ length: 25 }, () => ({ amountMinor: 4n, dueOn: '2027-01-01' }))],
])('a schedule for 100 is refused: %s', (problem, dues) => expect(scheduleProblem(100n, dues)).toBe(problem))

describe('terms that take a right away', () => {
  test.each([
    'The worker waives all claims.',
    'This is a full and final settlement.',
    'The worker will not complain to anybody.',
    'Người lao động từ bỏ mọi quyền khiếu nại.',
    'Pekerja melepaskan semua hak.',
    'Isinusuko ng manggagawa ang reklamo.',
    'कामदारले उजुरी फिर्ता लिन्छ।',
    '工人放弃一切索赔权利。',
    'คนงานสละสิทธิเรียกร้อง',
    '労働者は一切の請求を放棄する。',
    'អ្នកធ្វើការលះបង់សិទ្ធិ',
    'အလုပ်သမားက စွန့်လွှတ်ပါတယ်',
  ])('%s', (text) => expect(waiverIn(text)).not.toBeNull())

  test.each([
    'The company pays back 100,000 yen in two parts. You keep all your rights.',
    'Công ty trả lại một phần trong ba đợt. Bạn vẫn giữ mọi quyền khiếu nại.',
    '派遣公司分三次退还一部分费用。您的法律权利全部保留。',
    '会社は10万円を返します。権利はそのままです。',
  ])('are not: %s', (text) => expect(waiverIn(text)).toBeNull())
})

const RATES: ExchangeRate[] = [
  { currency: 'JPY', period: '2026-01', unitsPerUsd: '150', source: 's' },
  { currency: 'JPY', period: '2026-02', unitsPerUsd: '100', source: 's' },
  { currency: 'USD', period: '2026-01', unitsPerUsd: '1', source: 's' },
  { currency: 'USD', period: '2026-02', unitsPerUsd: '1', source: 's' },
]
const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' as const })

describe('what came, in yen', () => {
  const payments = [
    { amount: usd(10_000n), paidOn: '2026-01-10' },
    { amount: usd(10_000n), paidOn: '2026-02-10' },
  ]
  test('is at the rate of the month each part was paid in', () => {
    expect(yenOf(usd(20_000n), payments, RATES, '2026-02-20')).toBe(25_000n)
    expect(yenOf(usd(15_000n), payments, RATES, '2026-02-20')).toBe(20_000n)
    expect(yenOf(usd(30_000n), payments, RATES, '2026-01-20')).toBe(40_000n)
  })
  test('is above what was agreed only when it is, and says so', () => {
    for (const told of [0n, 1n, 19_999n, 20_000n, 20_001n])
      expect(arrivedSum(usd(20_000n), usd(told), payments, RATES, '2026-02-20')).toMatchObject({
        arrivedMinor: told,
        isAboveAgreed: told > 20_000n,
      })
    expect(arrivedSum(usd(20_000n), null, payments, RATES, '2026-02-20')?.arrivedMinor).toBe(20_000n)
  })
})

describe('an instalment', () => {
  const part = (change: Partial<Instalment> = {}): Instalment => ({
    id: 'a',
    dueOn: '2026-11-30',
    amount: { amountMinor: 100n, currency: 'JPY' },
    paidOn: null,
    confirmedAt: null,
    confirmedHow: null,
    arrivedMinor: null,
    arrivedJpy: null,
    payments: [],
    ...change,
  })
  const paid = (amountMinor: bigint, proofSeen = true) => ({
    id: 'p',
    paidOn: '2026-11-20',
    amount: { amountMinor, currency: 'JPY' as const },
    jpyMinor: amountMinor,
    evidenceId: null,
    proofSeen,
  })
  test.each([
    ['due', part(), '2026-11-30'],
    ['overdue', part(), '2026-12-01'],
    ['part_paid', part({ payments: [paid(40n)] }), '2026-11-25'],
    ['overdue', part({ payments: [paid(40n)] }), '2026-12-01'],
    ['told_paid', part({ payments: [paid(40n), paid(60n)] }), '2026-12-01'],
    ['part_arrived', part({ arrivedMinor: 40n, payments: [paid(100n)] }), '2026-12-01'],
    ['overdue', part({ arrivedMinor: 0n, payments: [paid(100n)] }), '2026-12-01'],
    ['arrived', part({ confirmedAt: new Date() }), '2026-12-01'],
  ])('is %s', (state, one, today) => expect(instalmentState(one, today)).toBe(state))

  test('is proven when all of it is paid with proof', () => {
    expect(isProven([])).toBe(false)
    expect(isProven([part({ payments: [paid(99n)] })])).toBe(false)
    expect(isProven([part({ payments: [paid(100n, false)] })])).toBe(false)
    expect(isProven([part({ payments: [paid(100n)] }), part({ confirmedAt: new Date() })])).toBe(true)
  })
})

test('what is offered otherwise in any way is another offer', () => {
  const offer = {
    remedyId: 'r',
    type: 'fee_repayment' as const,
    casePartyId: null,
    amount: { amountMinor: 100n, currency: 'JPY' as const },
    dues: [{ amountMinor: 100n, dueOn: '2027-01-01' }],
    terms: 'a',
    termsLanguage: 'vi',
  }
  const others = [
    { ...offer, terms: 'b' },
    { ...offer, termsLanguage: 'en' },
    { ...offer, casePartyId: 'p' },
    { ...offer, amount: { amountMinor: 101n, currency: 'JPY' as const } },
    { ...offer, dues: [{ amountMinor: 100n, dueOn: '2027-01-02' }] },
  ]
  expect(new Set([offer, ...others].map(offerText)).size).toBe(6)
})

describe('what can be asked back of a payment', () => {
  const line = { id: 'l', amountMinor: 100n, currency: 'JPY' as const, refundedMinor: 10n }
  const assessment = (change: object) =>
    ({
      lines: [{ lineId: 'l', over: { amountMinor: 40n, currency: 'JPY' }, zeroFee: 'never', findings: [0], ...change }],
      findings: [{ lane: 'commitment', outcome: 'prohibited', over: null }],
    }) as unknown as CaseAssessment
  test.each([
    ['law', 30n, {}],
    ['ilo', 90n, {}],
    ['commitment', 90n, {}],
    ['law', null, { over: null }],
    ['ilo', null, { zeroFee: 'not_covered' }],
    ['commitment', null, { findings: [] }],
  ] as const)('by %s is %s', (lane, sum, change) =>
    expect(claimableOf(line, assessment(change), lane)?.amountMinor ?? null).toBe(sum),
  )
})
