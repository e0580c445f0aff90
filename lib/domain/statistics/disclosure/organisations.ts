/** Different reporters who do not depend on each other that it takes before an organisation is named (domain notes, parts 9 and 10). */
export const ORGANISATION_REPORTERS = 5

/** What is known of the naming of an organisation: independent reporters, and an administrator's yes, while it lasts. */
export type NamingFacts = { readonly independentReporters: number; readonly isApproved: boolean }

/** Why an organisation is not named; null when it may be. Few are told apart from "not approved" only to administrators. */
export function unnamedBecause({
  independentReporters,
  isApproved,
}: NamingFacts): 'few_reporters' | 'not_approved' | null {
  if (independentReporters < ORGANISATION_REPORTERS) return 'few_reporters'
  return isApproved ? null : 'not_approved'
}

/** Whether numbers may stand beside the name of an organisation. */
export function mayBeNamed(facts: NamingFacts): boolean {
  return unnamedBecause(facts) === null
}
