import 'server-only'
import { SEARCHED_COLUMNS } from '@/lib/domain/search/searched-columns'
import { wordTokens } from '@/lib/domain/search/word-tokens'
import type { Prisma } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { wordHashes } from '@/lib/sealing/word-hashes'

type Transaction = { readonly db: Prisma.TransactionClient }

/** What was sealed in a transaction that is still open, by case. */
const pending = new WeakMap<Prisma.TransactionClient, Map<string, Set<string>>>()

/** The same seal; what it seals of the searched columns is found by its words when the transaction is over. */
export function searchable(on: Transaction, caseSeal: CaseSeal): CaseSeal {
  return {
    ...caseSeal,
    seal: (column, row, plain) => {
      if (SEARCHED_COLUMNS.has(column)) keepTokens(on, caseSeal.caseId, wordTokens(plain))
      return caseSeal.seal(column, row, plain)
    },
  }
}

/** Words to be stored with a case when the transaction is over, as tokens. */
export function keepTokens(on: Transaction, caseId: string, tokens: readonly string[]): void {
  const ofCases = pending.get(on.db) ?? new Map<string, Set<string>>()
  pending.set(on.db, ofCases)
  const known = ofCases.get(caseId) ?? new Set<string>()
  ofCases.set(caseId, known)
  for (const token of tokens) known.add(token)
}

/** Stores the words that were sealed in this transaction as hashes, before it ends: both are there, or neither. */
export async function storeKeptTokens(on: Transaction): Promise<void> {
  const ofCases = pending.get(on.db)
  if (!ofCases) return
  pending.delete(on.db)
  for (const [caseId, tokens] of ofCases) {
    const [found] = await on.db.$queryRaw<
      { officeId: string }[]
    >`SELECT office_id AS "officeId" FROM cases WHERE id = ${caseId}::uuid`
    if (found) await addCaseWords(on, caseId, found.officeId, [...tokens])
  }
}

/** Adds words to those of a case. The database leaves out what it knows, and a case whose key is gone. */
export async function addCaseWords(
  on: Transaction,
  caseId: string,
  officeId: string,
  tokens: readonly string[],
): Promise<void> {
  if (tokens.length === 0) return
  await on.db.$executeRaw`SELECT app.add_case_words(${caseId}::uuid, ${wordHashes(officeId, tokens)}::bigint[])`
}
