import 'server-only'
import type { StoredMicrodata } from '@/lib/data/microdata'
import type { BasisDays } from '@/lib/data/statistic-releases'
import { ladderOf } from '@/lib/domain/statistics/microdata/ladders'
import type { MicrodataReport } from '@/lib/domain/statistics/microdata/request'
import { monthsOf } from '@/lib/domain/statistics/organisations/quarters'
import { AGREEMENT } from '@/lib/domain/statistics/microdata/agreement'

/** What stands beside a file: everything needed to read it, and to say how far it can be believed. */
export function microdataMetadata(
  request: StoredMicrodata,
  report: MicrodataReport,
  { rulesAsOf, ratesAsOf }: BasisDays,
) {
  const { id, institution, purpose, fromQuarter, toQuarter, columns, k, l, mostLeftOut } = request
  const months = [monthsOf(fromQuarter)[0], monthsOf(toQuarter)[1]] as const
  return {
    format: 'fair-passage/microdata',
    version: 1,
    request: id,
    institution,
    purpose,
    approvedBy: 'two administrators',
    population:
      'Reports whose reporters agreed to statistics; no tests, no erased reports, no duplicates. One row is one report, in an order by lot.',
    received: { from: fromQuarter, to: toQuarter },
    asOf: report.asOf,
    rulesAsOf,
    ratesAsOf,
    columns,
    empty:
      'An empty cell: not told. unknown: not told. *: any value, or held back of this combination, because with the tables it would tell of few. Several grievances are joined by |.',
    protection: {
      k,
      l,
      mostLeftOutPercent: mostLeftOut,
      method:
        'Full-domain recoding with the least global certainty penalty; combinations of fewer than k reports, or of fewer than l different sets of grievances, are left out. Amounts in yen to two significant digits, top-coded at the 99th percentile or where k reports reach it.',
    },
    report,
    ladders: report.levels.map(({ column, level }) => {
      if (column === 'office') return { column, level }
      const { levels } = ladderOf(column, { months: [...months], offices: [] })
      return { column, level, told: [...new Set(levels[level])] }
    }),
    warning:
      'Reporters select themselves: these are not a sample of all workers, and shares are not shares of all workers. Counts by recoded columns are as in the statistics only where nothing is left out.',
    agreement: AGREEMENT,
  }
}
