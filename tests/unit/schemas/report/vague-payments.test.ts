import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEE_CATEGORY_CODES, WORKER_FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import { lineFromAnswer } from '@/lib/domain/fees/ledger/line-input'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { isBlankFeeLine, isSubmittable, prune } from '@/lib/domain/report/reached-answers'
import { FEE_SCREENS, type FeeScreen } from '@/lib/domain/report/report-steps'
import { noAnswers } from '@/lib/domain/report/answers'
import { FEE_FORMS } from '@/lib/schemas/report/fee-forms'
import { readDraftPayload } from '@/lib/schemas/report/draft-payload'
import { addFeeLineSchema } from '@/lib/schemas/track/add-fee-line'

const TODAY = '2026-11-21'

/** The line after one screen, or its errors by field. */
function post(screen: FeeScreen, fields: Record<string, unknown>, line: FeeLineAnswer = {}) {
  const form = FEE_FORMS[screen]
  const parsed = form.schemaOn(TODAY).safeParse(fields)
  if (parsed.success) return { line: form.change(line, parsed.data) }
  return { errors: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])) }
}

const amount = (fields: Record<string, string>) =>
  post('amount', { amount: '', amountMax: '', refunded: '', currency: 'VND', ...fields })

describe('an amount between two amounts', () => {
  test.each([
    [{ amount: '20 triệu', amountMax: '25 triệu', precision: 'range' }, '20000000', '25000000'],
    [{ amount: '20', amountMax: '25 triệu', precision: 'range' }, '20000000', '25000000'],
    [{ amount: '20-25 triệu' }, '20000000', '25000000'],
    [{ amount: '20.000.000', amountMax: '25.000.000' }, '20000000', '25000000'],
    [{ amount: '20.000.000', amountMax: '25 triệu', precision: 'range' }, '20000000', '25000000'],
    [{ amount: '500', amountMax: '1k', currency: 'USD', precision: 'range' }, '50000', '100000'],
    [
      { amount: '20', amountMax: '30', meant: '20000000', meant_amountMax: '30000000', precision: 'range' },
      '20000000',
      '30000000',
    ],
  ])('%o', (fields, amountMinor, amountMaxMinor) => {
    expect(amount(fields).line).toMatchObject({ amountMinor, amountMaxMinor, precision: 'range' })
  })

  test.each([
    [{ amount: '25 triệu', amountMax: '20 triệu', precision: 'range' }, { amountMax: 'report.amount_ends_swapped' }],
    [{ amount: '25 triệu', precision: 'range' }, { amountMax: 'report.amount_both_ends' }],
    [{ amountMax: '25 triệu' }, { amount: 'report.amount_both_ends' }],
    [{ amount: '20 triệu', amountMax: 'many', precision: 'range' }, { amountMax: 'errors.amount_unreadable' }],
    [{ amount: '20 triệu', amountMax: '120', precision: 'range' }, { amountMax: 'report.amount_suspicious' }],
  ])('%o is asked back', (fields, errors) => {
    expect(amount(fields).errors).toEqual(errors)
  })

  test('who leaves the question is not held up by the end that is missing', () => {
    const { line } = post('amount', { amount: '25 triệu', currency: 'VND', precision: 'range' })
    expect(line).toMatchObject({ amountMinor: '25000000', precision: 'range' })
    expect(lineFromAnswer(line ?? {}, null)).toMatchObject({ amountMinor: 25_000_000n, precision: 'about' })
  })

  test('a second amount beside "exact" or "about" stays as words', () => {
    const { line } = amount({ amount: '20 triệu', amountMax: '25 triệu', precision: 'about' })
    expect(line).toMatchObject({ amountMinor: '20000000', amountMaxText: '25 triệu', precision: 'about' })
    expect(line?.amountMaxMinor).toBeUndefined()
  })
})

describe('what is not remembered', () => {
  test('the amount: nothing else is asked back, and words stay words', () => {
    expect(amount({ amount: 'many', precision: 'forgotten' }).line).toMatchObject({
      amountText: 'many',
      amountMinor: undefined,
      precision: 'forgotten',
    })
  })

  test('a payment of which only that is known is still a payment', () => {
    const { line = {} } = amount({ precision: 'forgotten' })
    expect(isBlankFeeLine(line)).toBe(false)
    const told = { ...noAnswers(), paid: 'yes' as const, fees: [line] }
    expect(prune(told).fees).toHaveLength(1)
    expect(isSubmittable(told)).toBe(false)
    expect(isBlankFeeLine(amount({ precision: 'about' }).line ?? {})).toBe(true)
  })

  test('the month, or the month and the year', () => {
    expect(amount({ month: '', year: '2019' }).line?.paidOn).toBe('2019')
    expect(amount({ month: '', year: '' }).line?.paidOn).toBeUndefined()
  })
})

describe('one sum for several things', () => {
  test('becomes a lump, and one thing again', () => {
    const lump = post('category', { category: ['rc_medical', 'rc_equipment', 'rc_medical'] }).line
    expect(lump).toMatchObject({ category: undefined, lumpCategories: ['rc_medical', 'rc_equipment'] })
    expect(post('category', { category: ['rc_medical'] }, lump).line).toMatchObject({
      category: 'rc_medical',
      lumpCategories: undefined,
    })
    expect(post('category', { category: [] }, lump).line).toMatchObject({
      category: undefined,
      lumpCategories: undefined,
    })
  })

  test('is enough to send a report', () => {
    expect(isSubmittable({ ...noAnswers(), paid: 'yes', fees: [{ lumpCategories: ['rc_medical', 'il_bribe'] }] })).toBe(
      true,
    )
  })

  test('on the tracking page is what was chosen and what else was ticked', () => {
    const own = { requestId: crypto.randomUUID(), caseId: crypto.randomUUID() }
    const read = (fields: object) => addFeeLineSchema(TODAY).safeParse({ ...own, ...fields }).data?.answer
    expect(read({ category: 'rc_medical', alsoFor: ['rc_equipment'] })?.lumpCategories).toEqual([
      'rc_medical',
      'rc_equipment',
    ])
    expect(read({ category: '', alsoFor: ['rc_equipment'] })?.category).toBe('rc_equipment')
    expect(read({ category: '', alsoFor: [] })).toBeUndefined()
  })
})

describe('what came back, and how it was paid', () => {
  test('nothing back is an answer; more than was paid is asked back', () => {
    expect(amount({ amount: '20 triệu', refunded: '0' }).line).toMatchObject({ refundedMinor: '0' })
    expect(amount({ amount: '20 triệu', refunded: '5 triệu' }).line).toMatchObject({ refundedMinor: '5000000' })
    expect(amount({ refunded: '5 triệu' }).line).toMatchObject({ refundedMinor: '5000000', currency: 'VND' })
    expect(amount({ amount: '20 triệu', refunded: '25 triệu' }).errors).toEqual({ refunded: 'report.refunded_more' })
    expect(amount({ amount: '20-25 triệu', refunded: '25 triệu' }).line).toMatchObject({ refundedMinor: '25000000' })
  })

  test('months belong to what was taken from pay', () => {
    expect(post('how', { method: 'deduction', instalments: '１２ tháng' }).line).toMatchObject({ instalments: 12 })
    expect(post('how', { instalments: '12' }).line).toMatchObject({ method: 'deduction', instalments: 12 })
    expect(post('how', { method: 'cash', instalments: '12' }).line).toMatchObject({ instalments: undefined })
    for (const instalments of ['0', '-3', '1.5', 'a year', '241', '3 6'])
      expect(post('how', { method: 'deduction', instalments }).errors).toEqual({
        instalments: 'report.months_unreadable',
      })
  })
})

const typedAmount = fc.constantFrom(
  '',
  '20 triệu',
  '25.000.000',
  '120',
  '20-25 triệu',
  'many',
  '0',
  '１万',
  '-5',
  '999 tỷ',
)
const SCREEN_FIELDS: Readonly<Record<FeeScreen, fc.Arbitrary<Record<string, string | string[]>>>> = {
  payee: fc.record({ payeeRole: fc.constantFrom('', 'broker'), payeeName: fc.constantFrom('', 'chú Ba') }),
  category: fc.record({ category: fc.subarray(WORKER_FEE_CATEGORIES.map(({ code }): string => code)) }),
  amount: fc.record({
    amount: typedAmount,
    amountMax: typedAmount,
    refunded: typedAmount,
    currency: fc.constantFrom('VND', 'JPY'),
    precision: fc.constantFrom('', ...PRECISIONS),
    month: fc.constantFrom('', '3'),
    year: fc.constantFrom('', '2025'),
  }),
  how: fc.record({
    method: fc.constantFrom('', ...PAYMENT_METHODS),
    instalments: fc.constantFrom('', '12'),
    receipt: fc.constantFrom('', ...RECEIPT_KINDS),
    toldBeforeSigning: fc.constantFrom('', 'yes', 'no'),
    paidBy: fc.constantFrom('', ...PAYER_KINDS),
  }),
}

describe('what was typed is always given back', () => {
  test.each(FEE_SCREENS)('on the screen %s', (screen) => {
    fc.assert(
      fc.property(SCREEN_FIELDS[screen], (fields) => {
        const { line } = post(screen, fields)
        if (line === undefined) return
        const shown = FEE_FORMS[screen].fieldsOf(line, 'VND')
        for (const name of ['payeeRole', 'payeeName', 'category', 'amount', 'amountMax', 'refunded', 'month', 'year'])
          expect(shown[name]).toEqual(fields[name])
        // Seen again and sent again it says the same.
        const again = post(screen, shown, line)
        expect(again.line).toEqual(line)
      }),
    )
  })

  test('and what is stored of it has no contradiction', () => {
    fc.assert(
      fc.property(SCREEN_FIELDS.amount, (fields) => {
        const { line } = post('amount', fields)
        if (line === undefined) return
        const stored = lineFromAnswer(line, null)
        expect(stored.amountMaxMinor === null || stored.precision === 'range').toBe(true)
        expect(stored.amountMinor === null || (stored.currency !== null && stored.precision !== 'forgotten')).toBe(true)
      }),
    )
  })
})

test('a draft of an older version keeps its payments as they were told', () => {
  const fees = [{ category: 'rc_medical', amountText: '1 triệu', amountMinor: '1000000', currency: 'VND' }]
  const { answers } = readDraftPayload({ answers: { paid: 'yes', fees, debt: { borrowed: 'yes' } } })
  expect(prune(answers)).toMatchObject({ fees, debt: { borrowed: 'yes' } })
  expect(FEE_FORMS.category.fieldsOf(answers.fees[0] ?? {}, 'VND')).toEqual({ category: ['rc_medical'] })
  expect(FEE_CATEGORY_CODES).toContain(answers.fees[0]?.category)
})
