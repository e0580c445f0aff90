import 'server-only'
import type { Grant } from '@/lib/access/grant'
import type { StaffPermission } from '@/lib/access/policy'
import { findPartiesByLicence, listLatestParties, listPartyLines, listSoughtLines } from '@/lib/data/parties'
import { within, type Scoped } from '@/lib/data/within'
import {
  compareLicences,
  compareRead,
  decide,
  licenceKey,
  OFFER,
  type Comparable,
  type MatchReason,
} from '@/lib/domain/parties/matching/match-parties'
import { readName, type Reading } from '@/lib/domain/parties/matching/read-name'
import { soughtWords } from '@/lib/domain/parties/matching/sought'
import { typedScore } from '@/lib/domain/parties/matching/typed-score'
import type { FoundParty, PartyLine } from '@/lib/domain/parties/shown-party'

/** Of those the database finds near by their letters, so many are compared word by word before a party is saved. */
const MOST_CANDIDATES = 80
/** And while somebody types: the nearest. */
const MOST_TYPED = 24
const MOST_SHOWN = 10
const LEAST_SHOWN = 0.4
const FEWEST_LICENCE_CHARACTERS = 3

/** Parties found by what was typed so far: a name in any spelling, or the number of a licence. Best first, at most ten. */
export function searchParties(grant: Grant<'party.read'>, typed: string): Promise<readonly FoundParty[]> {
  return within(grant, (on) => searchPartiesWithin(on, typed))
}

/** The same in a transaction that does more. */
export async function searchPartiesWithin(on: Scoped<StaffPermission>, typed: string): Promise<readonly FoundParty[]> {
  const text = typed.trim().slice(0, 200)
  if (text === '') return unscored(await listPartyLines(on, await listLatestParties(on, MOST_SHOWN)))
  const byNumber = await withNumber(on, text)
  const read = readName(text)
  const scored = (await listSoughtLines(on, soughtWords(text, true), MOST_TYPED))
    .map((line): FoundParty => {
      const best = bestOf(read, line.names)
      const begun = line.names.map((name) =>
        typedScore({ text, readings: read }, { text: name, readings: readName(name) }),
      )
      return { ...line, score: Math.max(best.score, ...begun), reasons: best.reasons }
    })
    .filter(({ score }) => score >= LEAST_SHOWN)
  const numbered = new Set(byNumber.map(({ id }) => id))
  return [...byNumber, ...scored.filter(({ id }) => !numbered.has(id)).toSorted(byScore)].slice(0, MOST_SHOWN)
}

/** Parties that may be the one described: same licence, or a name close enough to offer. `except` is left out. */
export async function findSimilarParties(
  on: Scoped<StaffPermission>,
  wanted: Comparable,
  except: string | null = null,
): Promise<readonly FoundParty[]> {
  const numbers = wanted.licences.map(({ number }) => licenceKey(number)).filter((key) => key !== '')
  const sought = [...new Set(wanted.names.flatMap((name) => soughtWords(name, false)))]
  const numbered = await listPartyLines(on, await findPartiesByLicence(on, numbers))
  const near = await listSoughtLines(on, sought, MOST_CANDIDATES)
  const lines = new Map([...numbered, ...near].filter(({ id }) => id !== except).map((line) => [line.id, line]))
  const reads = wanted.names.map((name) => readName(name))
  return [...lines.values()]
    .map((line) => {
      const name = reads
        .map((read) => bestOf(read, line.names))
        .reduce((best, next) => (next.score > best.score ? next : best), {
          score: 0,
          reasons: [] as readonly MatchReason[],
        })
      const { score, reasons } = decide(compareLicences(wanted, line), name as Parameters<typeof decide>[1])
      return { ...line, score, reasons }
    })
    .filter(({ score, reasons }) => score >= OFFER || reasons.includes('licence_same'))
    .toSorted(byScore)
    .slice(0, MOST_SHOWN)
}

async function withNumber(on: Scoped<StaffPermission>, text: string): Promise<readonly FoundParty[]> {
  const key = licenceKey(text)
  if (key.length < FEWEST_LICENCE_CHARACTERS || !/\d/u.test(key)) return []
  const lines = await listPartyLines(on, await findPartiesByLicence(on, [key]))
  return lines.map((line) => ({ ...line, score: 1, reasons: ['licence_same'] as const }))
}

function bestOf(
  read: readonly Reading[],
  names: readonly string[],
): { score: number; reasons: readonly MatchReason[] } {
  return names
    .map((name) => compareRead(read, readName(name)))
    .reduce<{ score: number; reasons: readonly MatchReason[] }>(
      (best, next) => (next.score > best.score ? next : best),
      {
        score: 0,
        reasons: [],
      },
    )
}

const byScore = (a: FoundParty, b: FoundParty) =>
  b.score - a.score || a.name.localeCompare(b.name) || a.id.localeCompare(b.id)
const unscored = (lines: readonly PartyLine[]): readonly FoundParty[] =>
  lines.map((line) => ({ ...line, score: 0, reasons: [] }))
