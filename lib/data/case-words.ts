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

/**
 * Stores the words that were sealed in this transaction as hashes, before it ends: both are there, or neither. In two statements,
 * however many cases there are: an import makes hundreds in one transaction.
 */
export async function storeKeptTokens(on: Transaction): Promise<void> {
  const ofCases = pending.get(on.db)
  if (!ofCases) return
  pending.delete(on.db)
  const offices = await on.db.$queryRaw<
    { id: string; officeId: string }[]
  >`SELECT id, office_id AS "officeId" FROM cases WHERE id = ANY(${[...ofCases.keys()]}::uuid[])`
  await addWordsOfCases(
    on,
    offices.map(({ id, officeId }) => ({ caseId: id, officeId, tokens: [...(ofCases.get(id) ?? [])] })),
  )
}

/** Adds words to those of a case. The database leaves out what it knows, and a case whose key is gone. */
export async function addCaseWords(
  on: Transaction,
  caseId: string,
  officeId: string,
  tokens: readonly string[],
): Promise<void> {
  await addWordsOfCases(on, [{ caseId, officeId, tokens }])
}

type CaseTokens = { readonly caseId: string; readonly officeId: string; readonly tokens: readonly string[] }

async function addWordsOfCases(on: Transaction, cases: readonly CaseTokens[]): Promise<void> {
  // In one order, so that two transactions with the same cases wait for each other instead of for ever.
  const words = cases
    .filter(({ tokens }) => tokens.length > 0)
    .toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
    .map(({ caseId, officeId, tokens }) => ({ id: caseId, hashes: wordHashes(officeId, tokens) }))
  if (words.length === 0) return
  await on.db.$executeRaw`SELECT app.add_case_words(w.id, w.hashes)
    FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS w(id uuid, hashes bigint[])`
}
