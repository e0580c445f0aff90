import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { Place } from '@/lib/domain/statistics/raw-table'
import { DIMENSION_CODES, dimensionOf } from '@/lib/domain/statistics/registry/dimensions'
import { ATTRIBUTES } from './attributes'
import type { ToldLevel } from './told-places'

/** A table that was told, or is to be: what of which places. */
export type TableTold = {
  readonly query: StatisticQuery
  readonly measure: string
  readonly levels: readonly (readonly [Place, ToldLevel])[]
}

/** Whether witnesses look at a table: what is told of payments in lines of their own has rules of its own. */
export function isLookedAt({ rows, columns, filters }: StatisticQuery, measure: string): boolean {
  const isKnown = measure === 'reports' || ATTRIBUTES.some(({ measures }) => measures.includes(measure))
  const codes = [rows, columns, ...filters.map(({ dimension }) => dimension)]
  return (
    isKnown &&
    codes.every((code) => code === null || (DIMENSION_CODES.includes(code) && dimensionOf(code)?.of === 'report'))
  )
}
