import 'server-only'
import type { Grant } from '@/lib/access/grant'
import type { QueueSearch } from '@/lib/domain/case-queue-filter'
import { numberPart } from '@/lib/domain/search/number-part'
import { typedPieces } from '@/lib/domain/parties/matching/keys'
import { codeToken } from '@/lib/domain/search/searched-columns'
import { openQuery, sealQuery } from '@/lib/sealing/search-query'
import { wordHashes } from '@/lib/sealing/word-hashes'
import type { Scoped } from './within'

/** What was typed, as words; with each the kept codes it may stand for, and the changing codes that all of them name. */
export type SearchWish = {
  readonly text: string
  readonly tokens: readonly string[]
  readonly byToken: readonly (readonly string[])[]
  readonly wholeCodes: readonly string[]
}

/** More organisations than this and a name says nothing. */
const MOST_PARTIES = 50
/** More words than this make a search no narrower. */
const MOST_WORDS = 24

/** Makes a search ready: words become hashes of the own office, names of the register become ids. */
export async function prepareSearch(on: Scoped<'case.list'>, wish: SearchWish): Promise<QueueSearch> {
  const { officeId } = on.grant.actor
  const words = wish.tokens
    .slice(0, MOST_WORDS)
    .map((token, index) => wordHashes(officeId, [token, ...(wish.byToken[index] ?? []).map(codeToken)]))
  return {
    words,
    numberPart: numberPart(wish.text),
    codes: wish.wholeCodes,
    parties: await findPartiesNamed(on, wish.text),
  }
}

/**
 * Organisations of the register in whose name every word typed stands: as it is written there, or as its keys sound, so that marks,
 * the order of words and the script make no difference.
 */
async function findPartiesNamed(on: Scoped<'case.list'>, text: string): Promise<string[]> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  if (!words.some((word) => Array.from(word).length >= 3)) return []
  const patterns = words.map((word) => `%${word}%`)
  // Short pieces alone are in every other key.
  const sounds = typedPieces(text)
  const pieces = sounds.some((piece) => piece.length >= 3) ? sounds : []
  const rows = await on.db.$queryRaw<
    { id: string }[]
  >`SELECT p.id FROM app.parties_called(${patterns}::text[], ${pieces}::text[], ${MOST_PARTIES}::int) AS p (id)`
  return rows.map(({ id }) => id)
}

/** What somebody searches for, sealed for an address: only the same person opens it. */
export function sealWords(grant: Grant<'case.list'>, words: string): string {
  return sealQuery(grant.actor.id, words)
}

/** The words behind an address; null when it is somebody else's, or changed. */
export function openWords(grant: Grant<'case.list'>, sealed: string): string | null {
  return openQuery(grant.actor.id, sealed)
}
