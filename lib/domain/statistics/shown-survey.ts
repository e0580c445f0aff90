import type { Published } from './published'
import { countTable } from './case-counts'
import { SMALLEST_CELL, suppressSmallCells, type ShownCount } from './suppress'
import type { AverageCell, ShareCell, SurveyRow } from './survey-table'

/** A share as it may be shown: `s` is held back, null nobody was asked (or, of the published one, not published). */
export type ShownShare = {
  readonly people: ShownCount
  readonly of: ShownCount
  readonly tenths: number | 's' | null
  readonly published: Published | null
  readonly differenceTenths: number | 's' | null
}

/** An average as it may be shown; `people` are those it goes over. */
export type ShownAverage = {
  readonly people: ShownCount
  readonly jpy: bigint | 's' | null
  readonly usd: bigint | 's' | null
  readonly publishedJpy: Published | null
  readonly publishedUsd: Published | null
  readonly differenceTenths: number | 's' | null
}

const SHARES = ['sendingShare', 'brokerShare', 'debtShare'] as const
const AVERAGES = ['sendingAverage', 'brokerAverage', 'debtAverage'] as const

/** The survey table with every figure about fewer than five people, and every figure that would tell one, held back. */
export type ShownSurveyRow = Pick<SurveyRow, 'origin' | 'publishedRespondents'> & {
  readonly reports: ShownCount
} & Readonly<Record<(typeof SHARES)[number], ShownShare> & Record<(typeof AVERAGES)[number], ShownAverage>>

/**
 * Holds back small figures. Each column of counts is a table of its own that adds up to `all`; a country whose number of
 * reports is held back is held back altogether, because its other counts would give it away.
 */
export function showSurvey(rows: readonly SurveyRow[], threshold = SMALLEST_CELL): ShownSurveyRow[] {
  const shown = (count: (row: SurveyRow) => number) => shownColumn(rows, count, threshold)
  const reports = shown((row) => row.reports)
  const columns = new Map<string, readonly ShownCount[]>([
    ...SHARES.flatMap(
      (name) =>
        [
          [`${name}.people`, shown((row) => row[name].people)],
          [`${name}.of`, shown((row) => row[name].of)],
        ] as const,
    ),
    ...AVERAGES.map((name) => [`${name}.people`, shown((row) => row[name].people)] as const),
  ])
  return rows.map((row, index) => {
    const isHidden = reports[index] === 's'
    const count = (name: string): ShownCount => (isHidden ? 's' : (columns.get(name)?.[index] ?? 's'))
    const share = (name: (typeof SHARES)[number]) => shownShare(row[name], count(`${name}.people`), count(`${name}.of`))
    const average = (name: (typeof AVERAGES)[number]) => shownAverage(row[name], count(`${name}.people`))
    return {
      origin: row.origin,
      publishedRespondents: row.publishedRespondents,
      reports: reports[index] ?? 's',
      sendingShare: share('sendingShare'),
      sendingAverage: average('sendingAverage'),
      brokerShare: share('brokerShare'),
      brokerAverage: average('brokerAverage'),
      debtShare: share('debtShare'),
      debtAverage: average('debtAverage'),
    }
  })
}

function shownColumn(
  rows: readonly SurveyRow[],
  count: (row: SurveyRow) => number,
  threshold: number,
): readonly ShownCount[] {
  const parts = rows.filter((row) => row.origin !== 'all')
  const table = suppressSmallCells(
    countTable(
      parts.map((row) => ({ row: row.origin, column: 'n', cases: count(row) })),
      parts.map((row) => row.origin),
      ['n'],
    ),
    threshold,
  )
  return rows.map((row) =>
    row.origin === 'all' ? table.total : (table.cells[table.rows.indexOf(row.origin)]?.[0] ?? 's'),
  )
}

function shownShare(cell: ShareCell, people: ShownCount, of: ShownCount): ShownShare {
  const isHidden = people === 's' || of === 's'
  return {
    people,
    of,
    tenths: isHidden ? 's' : cell.tenths,
    published: cell.published,
    differenceTenths: isHidden ? 's' : cell.differenceTenths,
  }
}

function shownAverage(cell: AverageCell, people: ShownCount): ShownAverage {
  const { publishedJpy, publishedUsd } = cell
  if (people === 's') return { people, jpy: 's', usd: 's', publishedJpy, publishedUsd, differenceTenths: 's' }
  return { people, jpy: cell.jpy, usd: cell.usd, publishedJpy, publishedUsd, differenceTenths: cell.differenceTenths }
}
