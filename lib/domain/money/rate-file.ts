import { readCsv, type CsvRow } from '../writing/csv-rows'
import { isCurrencyCode } from './currencies'
import type { ExchangeRate } from './exchange-rates'

/** The columns of a file with exchange rates, in this order. `units_per_usd`: whole units for one US dollar. */
export const RATE_COLUMNS = ['currency', 'period', 'units_per_usd', 'source'] as const

/** What can be wrong with a line; words under `settings.rate_problem`. */
export const RATE_PROBLEMS = [
  'empty',
  'columns',
  'quote_open',
  'field_count',
  'currency_unknown',
  'period_unreadable',
  'period_future',
  'period_old',
  'rate_unreadable',
  'rate_zero',
  'rate_long',
  'rate_of_dollar',
  'source_empty',
  'source_long',
  'twice',
  'factor',
] as const
export type RateProblemCode = (typeof RATE_PROBLEMS)[number]

/** What is wrong, on which line of the file, and the text it is about. */
export type RateProblem = {
  readonly line: number
  readonly code: RateProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** A rate with the line of the file it stands on. */
export type RateLine = ExchangeRate & { readonly line: number }

const OLDEST_YEAR = 1990
const SOURCE_MAXIMUM = 300
/** The column is numeric(24, 10). */
const WHOLE_DIGITS = 14
const FRACTION_DIGITS = 10

/** The text of a file as it is read and fingerprinted: without byte order mark, lines ending with a line feed. */
export function plainFileText(text: string): string {
  return text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')
}

/**
 * Reads a file with exchange rates. Every problem comes back with its line; `rates` are the lines without one.
 * `thisMonth` is `YYYY-MM`: a later month, or a later year, is in the future.
 */
export function readRateFile(
  text: string,
  thisMonth: string,
): { readonly rates: readonly RateLine[]; readonly problems: readonly RateProblem[] } {
  const { rows, unclosedAt } = readCsv(text)
  const [head, ...lines] = rows
  if (head === undefined) return { rates: [], problems: [{ line: 1, code: 'empty', params: {} }] }
  const columns = RATE_COLUMNS.join(',')
  if (head.cells.map((name) => name.toLowerCase()).join(',') !== columns) {
    return { rates: [], problems: [{ line: head.line, code: 'columns', params: { columns } }] }
  }
  if (unclosedAt !== null) return { rates: [], problems: [{ line: unclosedAt, code: 'quote_open', params: {} }] }
  if (lines.length === 0) return { rates: [], problems: [{ line: head.line, code: 'empty', params: {} }] }
  const rates: RateLine[] = []
  const problems: RateProblem[] = []
  const firstLines = new Map<string, number>()
  for (const row of lines) {
    const read = readLine(row, thisMonth)
    if ('code' in read) {
      problems.push(read)
      continue
    }
    const name = `${read.currency} ${read.period}`
    const first = firstLines.get(name)
    if (first === undefined) {
      firstLines.set(name, read.line)
      rates.push(read)
    } else {
      problems.push({ line: row.line, code: 'twice', params: { name, first } })
    }
  }
  return { rates, problems }
}

function readLine({ line, cells }: CsvRow, thisMonth: string): RateLine | RateProblem {
  const wrong = (code: RateProblemCode, params: RateProblem['params'] = {}): RateProblem => ({ line, code, params })
  if (cells.length !== RATE_COLUMNS.length) return wrong('field_count', { count: cells.length })
  const [currencyText = '', period = '', rate = '', source = ''] = cells
  const currency = currencyText.toUpperCase()
  if (!isCurrencyCode(currency)) return wrong('currency_unknown', { text: short(currencyText) })
  if (!/^\d{4}(-(0[1-9]|1[0-2]))?$/u.test(period)) return wrong('period_unreadable', { text: short(period) })
  if (period > thisMonth.slice(0, period.length)) return wrong('period_future', { period })
  if (Number(period.slice(0, 4)) < OLDEST_YEAR) return wrong('period_old', { period, year: String(OLDEST_YEAR) })
  const digits = /^(\d+)(?:\.(\d+))?$/u.exec(rate)
  if (digits === null) return wrong('rate_unreadable', { text: short(rate) })
  const whole = (digits[1] ?? '').replace(/^0+(?=\d)/u, '')
  const fraction = (digits[2] ?? '').replace(/0+$/u, '')
  if (whole.length > WHOLE_DIGITS || fraction.length > FRACTION_DIGITS) return wrong('rate_long', { text: short(rate) })
  if (whole === '0' && fraction === '') return wrong('rate_zero')
  const unitsPerUsd = fraction === '' ? whole : `${whole}.${fraction}`
  if (currency === 'USD' && unitsPerUsd !== '1') return wrong('rate_of_dollar', { text: short(rate) })
  if (source === '') return wrong('source_empty')
  if (source.length > SOURCE_MAXIMUM) return wrong('source_long', { maximum: SOURCE_MAXIMUM })
  return { line, currency, period, unitsPerUsd, source }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
