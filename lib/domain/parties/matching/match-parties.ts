import { compareReadings, type NameReason, type NameScore } from './compare-readings'
import { plainLetters, readName, type Reading } from './read-name'

/** What of a party is compared. Licences count before names. */
export type Comparable = {
  readonly names: readonly string[]
  readonly licences: readonly { readonly regime: string; readonly number: string }[]
}
export type MatchReason = NameReason | 'licence_same' | 'licence_differs'
export type Match = { readonly score: number; readonly reasons: readonly MatchReason[] }

/** From here on two parties are shown to a person as perhaps the same. */
export const OFFER = 0.78
/** From here on they are very likely the same; a person still decides. */
export const VERY_LIKELY = 0.92
const OTHER_LICENCE = 0.6

/** How likely two names mean one organisation, 0 to 1, symmetric. */
export function compareNames(a: string, b: string): NameScore {
  return compareRead(readName(a), readName(b))
}

/** As compareNames, of names that were read before: one side is compared with many. */
export function compareRead(left: readonly Reading[], right: readonly Reading[]): NameScore {
  let best: NameScore = { score: 0, reasons: [] }
  for (const one of left)
    for (const two of right) {
      const score = symmetric(one, two)
      if (score.score > best.score) best = score
    }
  return best
}

function symmetric(a: Reading, b: Reading): NameScore {
  const there = compareReadings(a, b)
  const back = compareReadings(b, a)
  return back.score > there.score ? back : there
}

/** A number as it is compared: letters and digits only, in capitals. */
export function licenceKey(number: string): string {
  return plainLetters(number.normalize('NFKC').toLowerCase())
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/**
 * How likely two parties are one: the same number of one regime says yes, different numbers say no almost for certain, then the
 * best of their names decides. Trap 19 of the peers: names alone put strangers together.
 */
export function compareParties(a: Comparable, b: Comparable): Match {
  return decide(compareLicences(a, b), bestName(a.names, b.names))
}

/** What licences say about names that look alike. */
export function decide(licence: 'same' | 'differs' | null, name: NameScore): Match {
  if (licence === 'same') return { score: 1, reasons: ['licence_same', ...name.reasons] }
  if (licence === 'differs')
    return { score: Math.min(name.score, OTHER_LICENCE), reasons: ['licence_differs', ...name.reasons] }
  return name
}

/** Null: they have no regime in common. */
export function compareLicences(
  a: Pick<Comparable, 'licences'>,
  b: Pick<Comparable, 'licences'>,
): 'same' | 'differs' | null {
  let isCommon = false
  for (const one of a.licences)
    for (const two of b.licences) {
      if (one.regime !== two.regime || licenceKey(one.number) === '' || licenceKey(two.number) === '') continue
      if (licenceKey(one.number) === licenceKey(two.number)) return 'same'
      isCommon = true
    }
  return isCommon ? 'differs' : null
}

function bestName(left: readonly string[], right: readonly string[]): NameScore {
  const readLeft = left.map((name) => readName(name))
  const readRight = right.map((name) => readName(name))
  return readLeft
    .flatMap((one) => readRight.map((two) => compareRead(one, two)))
    .reduce<NameScore>((best, next) => (next.score > best.score ? next : best), { score: 0, reasons: [] })
}
