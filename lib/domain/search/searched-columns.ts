/**
 * Sealed words that a search finds: what people told and wrote, and the names of parties as given. Not who the worker is and how
 * to reach them: a search for a person's telephone number would be a way to find out who reported.
 */
export const SEARCHED_COLUMNS: ReadonlySet<string> = new Set([
  'statement.sealed_text',
  'statement.sealed_translation',
  'message.sealed_body',
  'message.sealed_translation',
  'text_translation.sealed_text',
  'note.sealed_body',
  'case_party.sealed_name_as_given',
  'fee_line.sealed_payee_name',
  'loan.sealed_lender_name',
  'correction.sealed_new',
  'correction.sealed_reason',
])

/** A code of a case as it stands among its words: grievances `g:`, countries `c:`, kinds of stay `h:`. No text can be the same. */
export function codeToken(facet: string): string {
  return `#${facet}`
}
