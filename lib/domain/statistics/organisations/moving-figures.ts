import { LEAST_REPORTERS } from './organisation-measures'
import type { OrganisationFacts } from './organisation-figures'

/** What each report said when it was counted, by its number. */
export type Members = Readonly<Record<string, string>>

/**
 * Whether the figures of a new quarter may take the place of former ones: when the reports that came, went or changed are none, or
 * at least five. Else the difference of the two would tell of few.
 */
export function mayMove(former: Members, next: Members): boolean {
  const all = new Set([...Object.keys(former), ...Object.keys(next)])
  let differing = 0
  for (const ref of all) if (former[ref] !== next[ref]) differing += 1
  return differing === 0 || differing >= LEAST_REPORTERS
}

/** What a report says, as one text: the same for the same. */
export function saidBy({ ref: _ref, ...said }: OrganisationFacts): string {
  return JSON.stringify(Object.values(said))
}
