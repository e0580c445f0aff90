import 'server-only'
import { codeToken } from '@/lib/domain/search/searched-columns'
import { wordTokens } from '@/lib/domain/search/word-tokens'
import { caseSealFrom } from '@/lib/sealing/case-seal'
import { addCaseWords } from './case-words'
import type { Scoped } from './within'

type Row = {
  readonly case_id: string
  readonly office_id: string
  readonly codes: readonly string[]
  readonly wrapped_key: Uint8Array
  readonly sealed: readonly { readonly column: string; readonly row: string; readonly sealed: string }[]
}

/** Makes the hashes of up to `upto` cases that were there before hashes were. Returns how many cases that were. */
export async function addMissingWords(on: Scoped<'system.sweep'>, upto: number): Promise<number> {
  const rows = await on.db.$queryRaw<Row[]>`SELECT * FROM app.cases_without_words(${upto}::int)`
  for (const row of rows) {
    const caseSeal = caseSealFrom(row.case_id, row.wrapped_key)
    const tokens = row.sealed.flatMap(({ column, row: id, sealed }) =>
      wordTokens(caseSeal.unseal(column, id, Buffer.from(sealed, 'base64'))),
    )
    await addCaseWords(on, row.case_id, row.office_id, [...new Set([...row.codes.map(codeToken), ...tokens])])
  }
  return rows.length
}
