import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { CHECK_PAYMENTS_MAXIMUM, type CheckQuery } from '@/lib/domain/fees/check/check-query'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { isLessThanYen, isMoreThanYen, TEN_YEARS_PAY_YEN } from '@/lib/domain/money/amount-limits'
import { CURRENCIES, CURRENCY_CODES } from '@/lib/domain/money/currencies'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { readCheck } from '@/lib/schemas/fees/check-query'

const TODAY = '2026-11-21'
const read = (address: string, today = TODAY) =>
  readCheck(Object.fromEntries(new URLSearchParams(address).entries()), today)

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
/** Any amount that can be typed: from one yen to ten years of pay. */
const money = fc
  .tuple(fc.constantFrom(...CURRENCY_CODES), fc.bigInt({ min: 1n, max: 10n ** 14n }))
  .map(([currency, amountMinor]) => ({ amountMinor, currency }))
  .filter(({ amountMinor, currency }) => {
    const value = { units: amountMinor, scale: CURRENCIES[currency].minorDigits }
    return !isLessThanYen(value, 1n, currency) && !isMoreThanYen(value, TEN_YEARS_PAY_YEN, currency)
  })
const payment = fc
  .record({
    payeeRole: orNull(fc.constantFrom(...PARTY_ROLES)),
    category: orNull(fc.constantFrom(...FEE_CATEGORY_CODES)),
    amount: orNull(money),
  })
  .filter(({ payeeRole, category, amount }) => (payeeRole ?? category ?? amount) !== null)
const month = fc
  .tuple(fc.integer({ min: 1990, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
const question: fc.Arbitrary<CheckQuery> = fc.record({
  origin: orNull(fc.constantFrom(...ORIGIN_CODES)),
  destination: fc.constant('JP' as const),
  scheme: orNull(fc.constantFrom(...SCHEME_CODES)),
  paidOn: fc.oneof(
    fc.constant(null),
    month,
    month.map((text) => text.slice(0, 4)),
  ),
  contractMonths: orNull(fc.integer({ min: 1, max: 120 })),
  basicPay: orNull(money),
  plannedPay: orNull(money),
  conditions: fc.record(
    {
      second_stay: fc.boolean(),
      vulnerable_occupation: fc.boolean(),
      labour_contract_with_sender: fc.boolean(),
      agent_operates_in_japan: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  payments: fc.array(payment, { maxLength: CHECK_PAYMENTS_MAXIMUM }),
})

describe('the address of a question', () => {
  it('gives the same question back, today and on any later day', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const address = checkAddress(asked)
        expect(read(address)).toMatchObject({ query: asked, problems: [] })
        expect(read(address, '2027-12-31').query).toEqual(asked)
      }),
    )
  })

  it('reads like a sentence', () => {
    const asked = read(
      'from=VN&scheme=titp&month=3&year=2025&months=36&who1=broker&what1=rf_broker_introduction&amount1=25tr',
    )
    expect(checkAddress(asked.query)).toBe(
      'from=VN&scheme=titp&month=3&year=2025&months=36&who1=broker&what1=rf_broker_introduction&amount1=25000000&amount1_in=VND',
    )
  })

  it('never fails, whatever stands in it', () => {
    const names = [
      'from',
      'scheme',
      'month',
      'year',
      'months',
      'pay',
      'pay_in',
      'who1',
      'amount1',
      'amount1_in',
      'amount1_is',
      'edit',
      'add',
    ]
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anything), (raw) => {
        const { rows, query } = readCheck(raw, TODAY)
        expect(rows).toBeGreaterThan(0)
        expect(query.paidOn ?? '2026').toMatch(/^\d{4}(?:-\d{2})?$/)
      }),
    )
  })
})

describe('reading the form', () => {
  it('takes this month where none is told, and keeps one to come', () => {
    expect(read('from=VN').query.paidOn).toBe('2026-11')
    expect(read('from=VN&month=4&year=2027').query.paidOn).toBe('2027-04')
  })

  it('takes emptied fields for a month that is forgotten, and asks for it where rules need it', () => {
    const forgotten = read('from=VN&month=&year=')
    expect(forgotten).toMatchObject({ isAsked: true, query: { paidOn: null } })
    expect(read(checkAddress(forgotten.query)).query.paidOn).toBeNull()
    expect(read('from=VN&month=&year=2025').query.paidOn).toBe('2025')
  })

  it('takes an amount in the money of the country, and asks in what money where no country is told', () => {
    expect(read('from=VN&amount1=25000000&amount1_in=').query.payments[0]?.amount?.currency).toBe('VND')
    for (const address of ['amount1=25000000&amount1_in=', 'from=OTHER&amount1=25000000']) {
      expect(read(address)).toMatchObject({
        isAsked: false,
        problems: [{ field: 'amount1', key: 'fees.currency_needed' }],
      })
    }
  })

  it('asks back number words of another money than the list says, and believes an amount that names it', () => {
    const odd = read('from=VN&amount1=30+triệu&amount1_in=JPY')
    expect(odd.problems).toEqual([
      {
        field: 'amount1',
        key: 'fees.amount_odd_words',
        params: { currency: 'JPY', likely: '30000000', typed: '30 triệu' },
      },
    ])
    const meant = read('from=VN&amount1=30+triệu&amount1_in=JPY&amount1_is=30000000').query
    expect(meant.payments[0]?.amount).toEqual({ amountMinor: 30_000_000n, currency: 'JPY' })
    expect(read('from=VN&amount1=3+triệu+yên&amount1_in=JPY').problems).toEqual([])
    expect(read('from=ID&amount1=30+juta').query.payments[0]?.amount?.currency).toBe('IDR')
  })

  it('asks back what can be read in two ways, and takes the answer that was tapped', () => {
    const asked = read('from=VN&who1=broker&amount1=120&amount1_in=VND')
    expect(asked.isAsked).toBe(false)
    expect(asked.problems).toEqual([
      {
        field: 'amount1',
        key: 'report.amount_suspicious',
        params: { currency: 'VND', likely: '120000000 120000', typed: '120' },
      },
    ])
    const answered = read('from=VN&who1=broker&amount1=120&amount1_in=VND&amount1_is=120000000')
    expect(answered).toMatchObject({ isAsked: true, query: { payments: [{ amount: { amountMinor: 120_000_000n } }] } })
  })

  it('asks back a month of pay that is next to nothing, and keeps in its address what was meant', () => {
    const asked = read('from=VN&pay=20&plan=150000')
    expect(asked.problems).toEqual([
      {
        field: 'pay',
        key: 'report.amount_low_pay',
        params: { currency: 'JPY', likely: '200000 20000 20', typed: '20' },
      },
    ])
    const meant = read('from=VN&pay=20&pay_is=20').query
    expect(meant.basicPay).toEqual({ amountMinor: 20n, currency: 'JPY' })
    expect(read(checkAddress(meant)).query).toEqual(meant)
  })

  it('leaves out what it does not know, and rows without anything', () => {
    const { query } = read('from=XX&scheme=holiday&who1=&what1=&amount1=&who3=king&what3=rc_medical&amount3=')
    expect(query).toMatchObject({
      origin: null,
      scheme: null,
      payments: [{ payeeRole: null, category: 'rc_medical', amount: null }],
    })
  })

  it('gives one more row on asking, up to the most', () => {
    expect(read('').rows).toBe(1)
    expect(read('who1=&what1=&amount1=&add=1').rows).toBe(2)
    expect(read('who1=broker&what1=&amount1=&who2=&add=1').rows).toBe(3)
    expect(read(`who${CHECK_PAYMENTS_MAXIMUM}=broker&add=1`).rows).toBe(CHECK_PAYMENTS_MAXIMUM)
  })
})
