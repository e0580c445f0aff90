import { PUBLICATIONS, type Publication } from '@/lib/domain/statistics/publications'
import type { Release, ReleasedCell } from '@/lib/domain/statistics/released-table'

/** A cell of a release; what is not said is nobody. */
export function aReleasedCell(change: Partial<ReleasedCell> = {}): ReleasedCell {
  return {
    row: null,
    column: null,
    reporters: 12,
    missing: 0,
    base: 12,
    hits: 6,
    sum: null,
    value: 0.5,
    spread: null,
    interval: { low: 0.211, high: 0.789, method: 'clopper_pearson' },
    meanInterval: null,
    ...change,
  }
}

/** A release of a public table: for every measure one line that is told, one that is held back, and the total. */
export function aPublicRelease(publication: Publication | undefined = PUBLICATIONS[0]): Release {
  if (publication === undefined) throw new Error('there is no public table')
  const { query } = publication
  const heldBack = { reporters: 's', missing: 's', base: 's', hits: 's', value: 's', interval: 's' } as const
  return {
    facts: {
      queryId: '0123456789ab',
      query,
      scope: 'public',
      asOf: new Date('2026-11-21T10:11:12Z'),
      version: 4711,
      rulesAsOf: '2026-04-01',
      ratesAsOf: null,
    },
    tables: query.measures.map((measure) => ({
      measure,
      rows: ['VN-JP', 'PH-JP'],
      columns: [],
      cells: [
        aReleasedCell({ row: 'VN-JP' }),
        aReleasedCell({ row: 'PH-JP', ...heldBack }),
        aReleasedCell({ reporters: 15, base: 15 }),
      ],
    })),
  }
}
