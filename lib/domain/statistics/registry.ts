import type { CaseDimension } from './case-counts'

/** A table of the statistics page, with the address part of its export. */
export type Statistic =
  | { readonly name: string; readonly kind: 'survey' | 'recruitment_cost' }
  | { readonly name: string; readonly kind: 'counts'; readonly dimension: CaseDimension }

/** Every table an administrator sees and can export; a new one is one line here and its words in the messages. */
export const STATISTICS = [
  { name: 'fees-by-origin', kind: 'survey' },
  { name: 'recruitment-cost', kind: 'recruitment_cost' },
  { name: 'cases-by-state', kind: 'counts', dimension: 'state' },
  { name: 'cases-by-category', kind: 'counts', dimension: 'grievance' },
  { name: 'cases-by-severity', kind: 'counts', dimension: 'severity' },
  { name: 'cases-by-month', kind: 'counts', dimension: 'month' },
] as const satisfies readonly Statistic[]

/** The name of a table in addresses and audit events. */
export type StatisticName = (typeof STATISTICS)[number]['name']

/** The table with this name, or null. */
export function statisticByName(name: string): (typeof STATISTICS)[number] | null {
  return STATISTICS.find((statistic) => statistic.name === name) ?? null
}
