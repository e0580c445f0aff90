import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { compareRates, replacedValues } from '@/lib/domain/money/rate-changes'
import { plainFileText, RATE_COLUMNS, readRateFile } from '@/lib/domain/money/rate-file'

const HEAD = RATE_COLUMNS.join(',')
const read = (...lines: string[]) => readRateFile([HEAD, ...lines].join('\n'), '2026-11')
const problemsOf = (...lines: string[]) => read(...lines).problems.map(({ line, code }) => [line, code])
const vnd = (period: string, unitsPerUsd: string, source = 'IMF'): ExchangeRate => ({
  currency: 'VND',
  period,
  unitsPerUsd,
  source,
})

describe('reading a file', () => {
  test('our own file has no problem', () => {
    const { rates, problems } = readRateFile(readFileSync('prisma/seed/exchange-rates.csv', 'utf8'), '2026-11')
    expect(problems).toEqual([])
    expect(rates.length).toBeGreaterThan(5_000)
  })

  test('takes quoted sources, a byte order mark, any line ends, empty lines and small letters', () => {
    const text = `\uFEFF${HEAD.toUpperCase()}\r\n\r\nvnd,2026-01,025380.50,"Bank, ""official"" rate"\r\nUSD,2026,1.0,parity\r`
    expect(readRateFile(text, '2026-11')).toEqual({
      rates: [
        { line: 3, currency: 'VND', period: '2026-01', unitsPerUsd: '25380.5', source: 'Bank, "official" rate' },
        { line: 4, currency: 'USD', period: '2026', unitsPerUsd: '1', source: 'parity' },
      ],
      problems: [],
    })
  })

  test('a quoted source may go over lines; the next problem still names its line', () => {
    expect(problemsOf('VND,2026-01,25380,"two', 'lines"', 'VND,2026-13,1,x')).toEqual([[4, 'period_unreadable']])
  })

  test.each([
    ['QQQ,2026-01,1,x', 'currency_unknown'],
    ['VND,2026/01,1,x', 'period_unreadable'],
    ['VND,2026-1,1,x', 'period_unreadable'],
    ['VND,2026-12,1,x', 'period_future'],
    ['VND,2027,1,x', 'period_future'],
    ['VND,1989,1,x', 'period_old'],
    ['VND,2026-01,"25,380",x', 'rate_unreadable'],
    ['VND,2026-01,-1,x', 'rate_unreadable'],
    ['VND,2026-01,1e4,x', 'rate_unreadable'],
    ['VND,2026-01,,x', 'rate_unreadable'],
    ['VND,2026-01,0.000,x', 'rate_zero'],
    ['VND,2026-01,123456789012345,x', 'rate_long'],
    ['VND,2026-01,1.12345678901,x', 'rate_long'],
    ['USD,2026-01,2,x', 'rate_of_dollar'],
    ['VND,2026-01,25380,', 'source_empty'],
    [`VND,2026-01,25380,${'x'.repeat(301)}`, 'source_long'],
    ['VND,2026-01,25380', 'field_count'],
    ['VND,2026-01,25380,Bank, official', 'field_count'],
  ])('%s is refused: %s', (line, code) => {
    expect(problemsOf('VND,2025,25000,x', line)).toEqual([[3, code]])
  })

  test('this month and this year are not the future', () => {
    expect(problemsOf('VND,2026-11,25380,x', 'VND,2026,25380,x')).toEqual([])
  })

  test('the same period twice names the first line', () => {
    expect(read('VND,2026-01,1,x', 'VND,2026-01,1,x').problems).toEqual([
      { line: 3, code: 'twice', params: { name: 'VND 2026-01', first: 2 } },
    ])
  })

  test('without rates, with other columns, or with a quotation mark that is left open, nothing is read', () => {
    expect(readRateFile(' \n', '2026-11').problems).toMatchObject([{ line: 1, code: 'empty' }])
    expect(readRateFile(HEAD, '2026-11').problems).toMatchObject([{ line: 1, code: 'empty' }])
    expect(readRateFile('currency;period\n', '2026-11').problems).toMatchObject([{ line: 1, code: 'columns' }])
    expect(problemsOf('VND,2026-01,1,"x', 'VND,2026-02,1,x')).toEqual([[2, 'quote_open']])
  })

  test('the text of a file is the same however it was saved', () => {
    expect(plainFileText('\uFEFFa\r\nb\rc')).toBe('a\nb\nc')
  })
})

describe('comparing with what is stored', () => {
  const compare = (lines: string[], stored: ExchangeRate[]) => compareRates(read(...lines).rates, stored)

  test('tells new, changed and same rates apart; a trailing zero is no change, another source is', () => {
    const found = compare(
      ['VND,2026-01,25380.0,IMF', 'VND,2026-02,25400,IMF', 'VND,2026-03,25500,IMF', 'VND,2026-04,25380,Bank'],
      [vnd('2026-01', '25380'), vnd('2026-02', '25300'), vnd('2026-04', '25380')],
    )
    expect(found.sameCount).toBe(1)
    expect(found.added.map(({ rate }) => rate.period)).toEqual(['2026-03'])
    expect(found.changed.map(({ rate, tenthsOfPercent }) => [rate.period, tenthsOfPercent])).toEqual([
      ['2026-02', 4n],
      ['2026-04', 0n],
    ])
  })

  test('a fifth and no more goes by, above it is to be looked at, up and down', () => {
    const look = (rate: string) => compare([`VND,2026-01,${rate},IMF`], [vnd('2026-01', '1000')]).changed[0]?.isToLookAt
    expect([look('1200'), look('1201'), look('800'), look('799')]).toEqual([false, true, false, true])
  })

  test('five times is too far, just under it is not', () => {
    const tooFar = (rate: string) => compare([`VND,2026-01,${rate},IMF`], [vnd('2026-01', '1000')]).tooFar.length
    expect([tooFar('4999'), tooFar('5000'), tooFar('201'), tooFar('200')]).toEqual([0, 1, 0, 1])
  })

  test('a new month is compared with the nearest month, of two as near the earlier; a new year with a year', () => {
    const stored = [vnd('2025', '24000'), vnd('2025-12', '25000'), vnd('2026-02', '26000')]
    expect(compare(['VND,2026-01,25000,IMF'], stored).added[0]?.beside?.period).toBe('2025-12')
    expect(compare(['VND,2026,25000,IMF'], stored).added[0]?.beside?.period).toBe('2025')
    expect(compare(['KHR,2026-01,4000,IMF'], stored).added[0]).toMatchObject({ beside: null, tenthsOfPercent: null })
  })

  test('months that are all wrong in the same way are found by what is stored, also far from it and against a year', () => {
    const wrong = ['VND,2026-02,253.8,IMF', 'VND,2026-03,255,IMF', 'VND,2019-05,230,IMF']
    const lines = (stored: ExchangeRate[]) => compare(wrong, stored).tooFar.map(({ line }) => line)
    expect(lines([vnd('2026-01', '25380')])).toEqual([2, 3, 4])
    expect(lines([vnd('2025', '25380')])).toEqual([2, 3, 4])
    expect(lines([])).toEqual([])
  })

  test('a currency that is not held yet is compared within its file', () => {
    const found = compare(['KHR,2026-01,4000,IMF', 'KHR,2026-02,40,IMF', 'KHR,2026-03,4010,IMF'], [])
    expect(found.tooFar.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  test('what is replaced is told with the old and the new value, two hundred of them', () => {
    const stored = [vnd('2026-01', '25380'), vnd('2026-02', '25400')]
    expect(replacedValues(compare(['VND,2026-01,25400,IMF', 'VND,2026-03,25500,IMF'], stored))).toEqual([
      'VND 2026-01: 25380 -> 25400',
    ])
    const months = Array.from(
      { length: 30 * 12 },
      (_, at) => `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const many = compare(
      months.map((month) => `VND,${month},101,x`),
      months.map((month) => vnd(month, '100')),
    )
    expect(many.changed).toHaveLength(360)
    expect(replacedValues(many)).toHaveLength(200)
  })
})
