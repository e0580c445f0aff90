import fc from 'fast-check'
import type { ReleasedCell, Release, Shown } from '@/lib/domain/statistics/released-table'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { Interval } from '@/lib/domain/statistics/raw-table'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor } from '@/lib/i18n/translate'
import type { FileStream } from '@/lib/files/exports/file-stream'

/** English words of files of statistics. */
export const englishWords = fileWords(translatorFor('en'))

/** Rules and rates of a made-up day. */
export const aBasis = {
  rules: [{ id: 'VN-cap', version: 2 }],
  rates: [{ source: 'IMF', currencies: ['IDR', 'VND'], until: '2026-09' }],
}

const count = fc.oneof(fc.nat(2_000_000), fc.constant('s' as const))
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.constantFrom('s' as const, null, 0, -12.5, 1e-7, 1e21, 0.1 + 0.2),
) satisfies fc.Arbitrary<Shown>
const interval: fc.Arbitrary<Shown<Interval>> = fc.oneof(
  fc.constantFrom(null, 's' as const),
  fc.record({
    low: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    high: fc.constantFrom(1, 2.5),
    method: fc.constantFrom('clopper_pearson', 'bootstrap'),
  }),
)

function cellAt(row: string | null, column: string | null): fc.Arbitrary<ReleasedCell> {
  const parts = { p10: number, p25: number, median: number, p75: number, p80: number, p90: number, mean: number }
  return fc.record({
    row: fc.constant(row),
    column: fc.constant(column),
    reporters: count,
    missing: count,
    base: count,
    hits: count,
    sum: number,
    value: number,
    spread: fc.option(fc.record(parts)),
    interval,
    meanInterval: interval,
    since: fc.constant('2026-10-02T03:00:00.000Z'),
  })
}

const rowCodes = ['VN', 'ID', 'PH', null] as const
const columnCodes = ['2024', '2025', null] as const

/** Releases of any numbers: two measures side by side by country, or one by country and year; some cells are not there. */
export const anyRelease: fc.Arbitrary<Release> = fc.boolean().chain((isCrossed) => {
  const places = rowCodes.flatMap((row) => (isCrossed ? columnCodes : [null]).map((column) => [row, column] as const))
  const measures = isCrossed ? ['paid_total'] : ['paid_share', 'paid_total']
  const table = (measure: string) =>
    fc.tuple(...places.map(([row, column]) => fc.option(cellAt(row, column), { freq: 6 }))).map((cells) => ({
      measure,
      rows: ['VN', 'ID', 'PH'],
      columns: isCrossed ? ['2024', '2025'] : [],
      cells: cells.filter((cell) => cell !== null),
    }))
  return fc.tuple(...measures.map(table)).map((tables) => ({
    facts: {
      queryId: '0123456789ab',
      query: { ...DEFAULT_QUERY, measures, rows: 'origin', columns: isCrossed ? 'received_year' : null },
      scope: 'all',
      asOf: new Date('2026-11-21T00:00:00Z'),
      version: 7,
      rulesAsOf: '2026-10-01',
      ratesAsOf: null,
    },
    tables,
  }))
})

/** All bytes of a file. */
export async function bytesOf({ body }: Pick<FileStream, 'body'>): Promise<Buffer> {
  return Buffer.from(await new Response(body).arrayBuffer())
}
