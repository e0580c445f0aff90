/** What the institution signs before it is given a file; in the metadata in English, on the page in every staff language. */
export const AGREEMENT_RULES = ['purpose', 'nobody', 'join', 'keep', 'withdrawn', 'publish', 'breach'] as const
export type AgreementRule = (typeof AGREEMENT_RULES)[number]

/** The rules in English, as they stand beside the file. */
export const AGREEMENT: Readonly<Record<AgreementRule, string>> = {
  purpose: 'The file is used for the stated purpose only, by the named institution only.',
  nobody: 'Nobody tries to find out who reported, or whom a record is about.',
  join: 'The file is not joined with other data about persons, nor with another file of this service.',
  keep: 'The file is kept sealed and deleted when the work ends, at the latest after two years; the deletion is confirmed in writing.',
  withdrawn:
    'The file is as of its date. Somebody who takes back the yes to statistics later cannot be found in it and taken out; when the service withdraws a file, the institution deletes it and every copy within 14 days and works with a newer one.',
  publish:
    'Results are published as tables of at least five reports, with the date of the file and the warning that reporters select themselves.',
  breach: 'Whoever thinks that a reporter could be recognised stops and tells the service at once.',
}
