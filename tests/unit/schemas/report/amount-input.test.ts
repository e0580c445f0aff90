import { describe, expect, test } from 'vitest'
import { FEE_FORMS } from '@/lib/schemas/report/fee-forms'

const TODAY = '2026-11-21'
const amountScreen = FEE_FORMS.amount.schemaOn(TODAY)

/** What the amount screen makes of typed fields: the kept line, or its first error by field. */
function read(fields: Record<string, string>) {
  const parsed = amountScreen.safeParse({ currency: 'VND', ...fields })
  if (parsed.success) return FEE_FORMS.amount.change({}, parsed.data)
  return Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

describe('the amount of a payment', () => {
  test.each([
    ['1.000.000', '1000000'],
    ['1,5 triệu', '1500000'],
    ['１２０００００', '1200000'],
    ['\u200f25.000.000\u200e', '25000000'],
  ])('%s is kept as typed and as %s', (amount, amountMinor) => {
    expect(read({ amount })).toMatchObject({ amountMinor, currency: 'VND' })
  })

  test('left empty it is no amount, whatever the currency beside it', () => {
    expect(read({ amount: '  ' })).toMatchObject({ amountText: undefined, amountMinor: undefined, currency: undefined })
  })

  test('less than a yen is asked back with the likely amounts', () => {
    const parsed = amountScreen.safeParse({ amount: '120', currency: 'VND' })
    const [issue] = parsed.error?.issues ?? []
    expect(issue).toMatchObject({
      path: ['amount'],
      message: 'report.amount_suspicious',
      params: { currency: 'VND', likely: '120000000 120000', typed: '120' },
    })
  })

  test('the amount tapped as meant counts, another one does not', () => {
    expect(read({ amount: '120', meant: '120000000' })).toMatchObject({ amountText: '120', amountMinor: '120000000' })
    expect(read({ amount: '120', meant: '999' })).toEqual({ amount: 'report.amount_suspicious' })
  })

  test('more than ten years of pay is asked back once; the same amount tapped as meant counts', () => {
    expect(read({ amount: '12 tỷ' })).toEqual({ amount: 'report.amount_improbable' })
    expect(read({ amount: '12 tỷ', meant: '12000000000' })).toMatchObject({ amountMinor: '12000000000' })
    expect(read({ amount: '12 tỷ', meant: '12000000' })).toMatchObject({ amountMinor: '12000000' })
  })

  test.each([
    [{ amount: 'ten', currency: 'VND' }, { amount: 'errors.amount_unreadable' }],
    [{ amount: '-5', currency: 'JPY' }, { amount: 'errors.amount_negative' }],
    [{ amount: '0', currency: 'JPY' }, { amount: 'errors.amount_zero' }],
    [{ amount: '0.00', currency: 'USD' }, { amount: 'errors.amount_zero' }],
    [{ amount: '1.5', currency: 'JPY' }, { amount: 'errors.amount_decimals' }],
    [{ amount: '🙏', currency: 'JPY' }, { amount: 'errors.amount_unreadable' }],
    [{ amount: '999999999999', currency: 'USD', meant: '99999999999900' }, { amount: 'errors.amount_too_large' }],
    [{ amount: '9'.repeat(30), currency: 'JPY' }, { amount: 'errors.amount_too_large' }],
    [{ amount: '5', currency: 'ZZZ' }, { currency: 'errors.currency_unknown' }],
    [{ amount: '5', currency: '' }, { currency: 'errors.currency_required' }],
    [{ amount: '$5000', currency: 'JPY' }, { amount: 'report.amount_other_currency' }],
  ])('%o is refused at its field', (fields, errors) => {
    expect(read(fields)).toEqual(errors)
  })
})

describe('the month of a payment', () => {
  test.each([
    [{ month: '3', year: '2025' }, '2025-03'],
    [{ month: '', year: '２０２４' }, '2024'],
    [{ month: '', year: '' }, undefined],
  ])('%o is kept as %s', (fields, paidOn) => {
    expect(read(fields)).toMatchObject({ paidOn })
  })

  test.each([
    [{ month: '12', year: '2026' }, { month: 'report.month_future' }],
    [{ month: '1', year: '1989' }, { year: 'errors.month_too_early' }],
    [{ month: '3', year: '2568' }, { year: 'report.month_other_calendar' }],
    [{ month: '3', year: '' }, { year: 'errors.year_required' }],
    [{ month: '13', year: '2025' }, { month: 'errors.month_unreadable' }],
    [{ month: '3', year: '20255' }, { year: 'report.year_unreadable' }],
    [{ month: '3', year: '-2020' }, { year: 'report.year_unreadable' }],
    [{ month: '', year: '2027' }, { year: 'report.year_future' }],
    [{ month: '3', year: '2568', meantMonth: '2024-03' }, { year: 'report.month_other_calendar' }],
  ])('%o is asked back', (fields, errors) => {
    expect(read(fields)).toEqual(errors)
  })

  test('another calendar is answered with the date in ours', () => {
    const parsed = amountScreen.safeParse({ month: '3', year: '2568' })
    expect(parsed.error?.issues[0]).toMatchObject({ params: { date: '2025-03' } })
    expect(read({ month: '3', year: '2568', meantMonth: '2025-03' })).toMatchObject({ paidOn: '2025-03' })
  })
})
