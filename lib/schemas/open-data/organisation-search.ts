import { z } from 'zod'

/** The longest name or number that is looked for. */
export const LONGEST_SEARCH = 200

/** What is looked for, of an address: one text, trimmed and cut; empty for anything else. */
export function readOrganisationSearch(given: string | readonly string[] | null | undefined): string {
  return z.string().catch('').parse(given).trim().slice(0, LONGEST_SEARCH)
}
