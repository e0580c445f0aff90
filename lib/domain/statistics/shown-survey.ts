import type { Published } from './published'
import { showNested } from './nested-counts'
import { SMALLEST_CELL, type ShownCount } from './suppress'
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
 * Holds back small figures. Who reported, who of them answered, who of those said yes and whose amount is known lie one inside
 * the other: no count is shown that tells fewer than five people in it, or outside it and inside the next.
 */
export function showSurvey(rows: readonly SurveyRow[], threshold = SMALLEST_CELL): ShownSurveyRow[] {
  // The countries first, `all` last: it is the total of the others.
  const nested = (share: (typeof SHARES)[number], average: (typeof AVERAGES)[number]) =>
    showNested(
      rows.map((row) => [row.reports, row[share].of, row[share].people, row[average].people]),
      threshold,
    )
  const sending = nested('sendingShare', 'sendingAverage')
  const broker = nested('brokerShare', 'brokerAverage')
  const debt = nested('debtShare', 'debtAverage')
  return rows.map((row, index) => {
    const [reports = 's', sendingOf, sendingPeople, sendingAmounts] = sending[index] ?? []
    const [, brokerOf, brokerPeople, brokerAmounts] = broker[index] ?? []
    const [, debtOf, debtPeople, debtAmounts] = debt[index] ?? []
    return {
      origin: row.origin,
      publishedRespondents: row.publishedRespondents,
      reports,
      sendingShare: shownShare(row.sendingShare, sendingPeople, sendingOf),
      sendingAverage: shownAverage(row.sendingAverage, sendingAmounts),
      brokerShare: shownShare(row.brokerShare, brokerPeople, brokerOf),
      brokerAverage: shownAverage(row.brokerAverage, brokerAmounts),
      debtShare: shownShare(row.debtShare, debtPeople, debtOf),
      debtAverage: shownAverage(row.debtAverage, debtAmounts),
    }
  })
}

function shownShare(cell: ShareCell, people: ShownCount = 's', of: ShownCount = 's'): ShownShare {
  const isHidden = people === 's' || of === 's'
  return {
    people,
    of,
    tenths: isHidden ? 's' : cell.tenths,
    published: cell.published,
    differenceTenths: isHidden ? 's' : cell.differenceTenths,
  }
}

function shownAverage(cell: AverageCell, people: ShownCount = 's'): ShownAverage {
  const { publishedJpy, publishedUsd } = cell
  if (people === 's') return { people, jpy: 's', usd: 's', publishedJpy, publishedUsd, differenceTenths: 's' }
  return { people, jpy: cell.jpy, usd: cell.usd, publishedJpy, publishedUsd, differenceTenths: cell.differenceTenths }
}
