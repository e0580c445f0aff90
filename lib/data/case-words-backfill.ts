import 'server-only'
import { codeToken } from '@/lib/domain/search/searched-columns'
import { wordTokens } from '@/lib/domain/search/word-tokens'
import { caseSealFrom } from '@/lib/sealing/case-seal'
import { addCaseWords } from './case-words'
import type { Scoped } from './within'

/** A case whose words are still to be made into hashes, with all that is sealed of it. */
export type WordlessCase = {
  readonly case_id: string
  readonly office_id: string
  readonly codes: readonly string[]
  readonly wrapped_key: Uint8Array
  readonly sealed: readonly { readonly column: string; readonly row: string; readonly sealed: string }[]
}

/** Up to `upto` cases that were there before hashes were; those that failed today are left out. */
export function listWithoutWords(on: Scoped<'system.sweep'>, upto: number): Promise<readonly WordlessCase[]> {
  return on.db.$queryRaw<WordlessCase[]>`SELECT * FROM app.cases_without_words(${upto}::int)`
}

/**
 * Makes the hashes of one case, beside those it has.
 *
 * @throws when something sealed of it cannot be opened
 */
export async function addMissingWords(on: Scoped<'system.sweep'>, row: WordlessCase): Promise<void> {
  const caseSeal = caseSealFrom(row.case_id, row.wrapped_key)
  const tokens = row.sealed.flatMap(({ column, row: id, sealed }) =>
    wordTokens(caseSeal.unseal(column, id, Buffer.from(sealed, 'base64'))),
  )
  await addCaseWords(on, row.case_id, row.office_id, [...new Set([...row.codes.map(codeToken), ...tokens])])
  await endCaseWords(on, row.case_id, true)
}

/** Writes down that a case has all its words, or that it failed and waits a day. */
export async function endCaseWords(on: Scoped<'system.sweep'>, caseId: string, isWhole: boolean): Promise<void> {
  await on.db.$executeRaw`SELECT app.end_case_words(${caseId}::uuid, ${isWhole})`
}
