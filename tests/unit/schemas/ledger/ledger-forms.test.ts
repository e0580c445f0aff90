import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { lineSchema, newLineSchema } from '@/lib/schemas/ledger/line-form'
import { newLoanSchema } from '@/lib/schemas/ledger/loan-form'
import { placementSchema } from '@/lib/schemas/ledger/placement-form'
import { rateSchema } from '@/lib/schemas/ledger/rate-form'
import { splitSchema } from '@/lib/schemas/ledger/split-form'
import { wagesSchema } from '@/lib/schemas/ledger/wages-form'

const TODAY = '2026-11-21'
const FORM = { requestId: '0198c0de-0000-7000-8000-000000000001' }
const EDIT = { ...FORM, version: '3', reason: 'The receipt says so.' }

const problems = (schema: z.ZodType, fields: object) => {
  const parsed = schema.safeParse(fields)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a payment', () => {
  const line = { ...FORM, lumpCategories: [], currency: 'VND' }

  it('is read with a range, a day, a party of the case and what came back', () => {
    const parsed = newLineSchema(TODAY).parse({
      ...line,
      category: 'rf_placement_service',
      amount: '100 triệu',
      amountMax: '120 triệu',
      precision: 'range',
      month: '3',
      year: '2025',
      day: '14',
      refunded: '0',
      payee: `broker ${FORM.requestId}`,
    })
    expect(parsed.amountAsTyped).toBe('100 triệu')
    expect(parsed.line).toMatchObject({
      amountMinor: 100_000_000n,
      amountMaxMinor: 120_000_000n,
      precision: 'range',
      paidOn: '2025-03-14',
      payeeRole: 'broker',
      casePartyId: FORM.requestId,
      refundedMinor: 0n,
    })
  })

  it('may be a lump for several things, with only the year and no amount', () => {
    const parsed = newLineSchema(TODAY).parse({
      ...line,
      lumpCategories: ['rc_medical', 'rc_visa_permit'],
      year: '2024',
    })
    expect(parsed.line).toMatchObject({
      category: null,
      lumpCategories: ['rc_medical', 'rc_visa_permit'],
      amountMinor: null,
      precision: 'forgotten',
      paidOn: '2024',
    })
  })

  it.each([
    ['nothing that makes it a payment', {}, ['amount', 'ledger.line_empty']],
    [
      'a range whose upper end is lower',
      { amount: '12000000', amountMax: '10000000', precision: 'range' },
      ['amountMax', 'ledger.range_order'],
    ],
    [
      'a day that is not in the month',
      { amount: '12000000', month: '2', year: '2025', day: '30' },
      ['day', 'ledger.day_unreadable'],
    ],
    ['a day without its month', { amount: '12000000', year: '2025', day: '3' }, ['day', 'ledger.day_unreadable']],
    ['a payee that is none', { amount: '12000000', payee: 'uncle' }, ['payee', 'errors.choose_known']],
  ])('is asked back for %s', (_what, fields, problem) => {
    expect(problems(newLineSchema(TODAY), { ...line, ...fields })).toEqual([problem])
  })

  it('is not changed without a reason', () => {
    expect(problems(lineSchema(TODAY), { ...line, ...EDIT, reason: ' ', amount: '12000000' })).toEqual([
      ['reason', 'ledger.reason_required'],
    ])
  })
})

describe('the parts of a lump', () => {
  const split = { ...EDIT, currency: 'VND', whole: '30000000' }

  it('are the rows with something in them; an open amount stays open', () => {
    const parsed = splitSchema.parse({
      ...split,
      category1: 'rc_medical',
      amount1: '10 triệu',
      category3: 'rc_visa_permit',
    })
    expect(parsed.parts).toEqual([
      { category: 'rc_medical', amountMinor: 10_000_000n, payee: null },
      { category: 'rc_visa_permit', amountMinor: null, payee: null },
    ])
    expect(parsed.sum).toEqual({ currency: 'VND', parts: 10_000_000n, whole: 30_000_000n })
  })

  it('are two at least, and each says what it was for', () => {
    expect(problems(splitSchema, { ...split, category1: 'rc_medical' })).toEqual([
      ['category2', 'ledger.split_two_parts'],
    ])
    expect(problems(splitSchema, { ...split, category1: 'rc_medical', amount2: '10 triệu' })).toEqual([
      ['category2', 'ledger.split_category_required'],
    ])
  })
})

describe('an own rate', () => {
  it.each([
    ['26500', '26500'],
    ['26 500,5', '26500.5'],
    ['0.0375', '0.0375'],
  ])('%s is read as %s', (typed, rate) => {
    expect(rateSchema.parse({ ...EDIT, unitsPerUsd: typed }).unitsPerUsd).toBe(rate)
  })

  it.each([
    ['', 'ledger.rate_required'],
    ['26.500', 'ledger.rate_two_ways'],
    ['26,500', 'ledger.rate_two_ways'],
    ['0', 'ledger.rate_unreadable'],
    ['about 26000', 'ledger.rate_unreadable'],
  ])('“%s” is asked back', (typed, message) => {
    expect(problems(rateSchema, { ...EDIT, unitsPerUsd: typed })).toEqual([['unitsPerUsd', message]])
  })
})

describe('a loan', () => {
  it('is read with its interest, and may be paid back already', () => {
    const { loan } = newLoanSchema(TODAY).parse({
      ...FORM,
      currency: 'VND',
      principal: '150 triệu',
      outstanding: '0',
      ratePercent: '1,2',
      ratePeriod: 'month',
    })
    expect(loan).toMatchObject({
      principalMinor: 150_000_000n,
      outstandingMinor: 0n,
      ratePercent: '1.2',
      ratePeriod: 'month',
    })
  })

  it('says for which time its interest is, and more than nothing', () => {
    expect(problems(newLoanSchema(TODAY), { ...FORM, currency: 'VND', lenderKind: 'bank', ratePercent: '3' })).toEqual([
      ['ratePeriod', 'ledger.rate_period_required'],
    ])
    expect(problems(newLoanSchema(TODAY), { ...FORM, currency: 'VND' })).toEqual([['principal', 'ledger.loan_empty']])
  })
})

describe('the pay', () => {
  it('is every row with an amount', () => {
    const { wages } = wagesSchema(TODAY).parse({
      ...FORM,
      version: '0',
      contract_basic_wage1: '165000',
      contract_basic_wage1_in: 'JPY',
      first_month_actual1: '142300',
      first_month_actual1_in: 'JPY',
      first_month_actual1_month: '5',
      first_month_actual1_year: '2025',
    })
    expect(wages).toEqual([
      { kind: 'contract_basic_wage', amount: { amountMinor: 165_000n, currency: 'JPY' }, forMonth: null, hours: null },
      {
        kind: 'first_month_actual',
        amount: { amountMinor: 142_300n, currency: 'JPY' },
        forMonth: '2025-05',
        hours: null,
      },
    ])
  })

  it('asks back a month that is next to nothing, never a small deduction', () => {
    const small = {
      first_month_actual1: '20',
      first_month_actual1_in: 'JPY',
      deduction_tax1: '20',
      deduction_tax1_in: 'JPY',
    }
    expect(problems(wagesSchema(TODAY), { ...FORM, version: '0', ...small })).toEqual([
      ['first_month_actual1', 'report.amount_low_pay'],
    ])
    const { wages } = wagesSchema(TODAY).parse({ ...FORM, version: '0', ...small, meant_first_month_actual1: '200000' })
    expect(wages.map(({ amount }) => amount.amountMinor)).toEqual([200_000n, 20n])
  })

  it('asks back for the month where only a year was given', () => {
    expect(
      problems(wagesSchema(TODAY), {
        ...FORM,
        version: '0',
        last_month_actual1: '142300',
        last_month_actual1_in: 'JPY',
        last_month_actual1_year: '2025',
      }),
    ).toEqual([['last_month_actual1_month', 'errors.month_required']])
  })
})

describe('the job', () => {
  const job = { ...FORM, version: '0', programmes: [] }

  it('keeps yes, no and not known of every condition apart', () => {
    const { placement } = placementSchema(TODAY).parse({
      ...job,
      contractMonths: '36',
      condition_second_stay: 'no',
      condition_vulnerable_occupation: 'yes',
      started_month: '4',
      started_year: '2025',
      isFirstJobAbroad: 'yes',
    })
    expect(placement).toMatchObject({
      contractMonths: 36,
      workStartedOn: '2025-04',
      workEndedOn: null,
      isFirstJobAbroad: true,
      conditionsMet: ['vulnerable_occupation'],
      conditionsNotMet: ['second_stay'],
    })
  })

  it('does not end before it began', () => {
    expect(
      problems(placementSchema(TODAY), {
        ...job,
        started_month: '4',
        started_year: '2025',
        ended_month: '3',
        ended_year: '2025',
      }),
    ).toEqual([['ended_month', 'ledger.ended_before_start']])
  })
})
