import { shortened } from './acronyms'
import { joined } from './compare-joined'
import { compareWords } from './compare-words'
import { marksOf } from './compare-marks'
import type { Reading, Token } from './read-name'
import type { WordKind } from './words'

/** Why two names are close, or not. */
export const NAME_REASONS = [
  'same_words',
  'same_letters',
  'small_mistakes',
  'other_script',
  'abbreviation',
  'number_differs',
  'branch_differs',
  'trade_differs',
  'place_differs',
  'words_missing',
] as const
export type NameReason = (typeof NAME_REASONS)[number]
export type NameScore = { readonly score: number; readonly reasons: readonly NameReason[] }

/** How much a word counts: what sets a company apart, against what half of them carry. */
const WEIGHTS: Readonly<Record<WordKind | 'name', number>> = {
  name: 1,
  trade: 0.6,
  place: 0.5,
  common: 0.15,
  branch: 0.3,
  number: 0.5,
  legal: 0,
}
/** Both say something of a kind, and say different things. */
const CONTRADICTIONS: Partial<Record<WordKind, readonly [keep: number, reason: NameReason]>> = {
  trade: [0.75, 'trade_differs'],
  place: [0.78, 'place_differs'],
}
const BOTH_HAVE_MORE = 0.85
const ONE_HAS_MORE = 0.9
const NUMBER_DIFFERS = 0.4
const NUMBER_MISSING = 0.72
const BRANCH_MISSING = 0.72
/** Names of nothing but common words are the same only when every word is. */
const ONLY_COMMON = 0.55

const SHORTENED = 0.93
const SAME_LETTERS = 0.95
const FEWEST_LETTERS = 6

/** How likely two ways to read names mean one organisation, 0 to 1. */
export function compareReadings(a: Reading, b: Reading): NameScore {
  const plain = comparePlain(a, b)
  const short = shortened(b, a)
  if (!short) return plain
  const { score, reasons } = comparePlain(a, short)
  return score * SHORTENED > plain.score ? { score: score * SHORTENED, reasons: ['abbreviation', ...reasons] } : plain
}

function comparePlain(a: Reading, b: Reading): NameScore {
  const reasons = new Set<NameReason>()
  const left = namesOf(a)
  const right = namesOf(b)
  const known = compareKnown(a, b)
  const names = alignNames(left, right, reasons)
  const matched = names.matched + known.matched
  const weight = known.left + names.leftWeight
  const other = known.right + names.rightWeight
  if (weight + other === 0) return { score: 0, reasons: [] }
  let score = (2 * matched) / (weight + other)
  if (left.length === 0 || right.length === 0) {
    const isWhole = left.length === right.length && known.leftOver.size === 0 && known.rightOver.size === 0
    score = Math.min(score, isWhole ? score : ONLY_COMMON)
  }
  if (names.leftOver > 0 && names.rightOver > 0) score *= BOTH_HAVE_MORE
  else if (names.leftOver + names.rightOver > 0) score *= ONE_HAS_MORE
  if (names.leftOver + names.rightOver > 0) reasons.add('words_missing')
  for (const [kind, [keep, reason]] of Object.entries(CONTRADICTIONS) as [WordKind, readonly [number, NameReason]][]) {
    if (known.leftOver.has(kind) && known.rightOver.has(kind)) {
      score *= keep
      reasons.add(reason)
    }
  }
  if (score < SAME_LETTERS && isOneText(a, b)) {
    score = SAME_LETTERS
    reasons.clear()
    reasons.add('same_letters')
  }
  return capped(score, numbersOf(a), numbersOf(b), known, reasons)
}

function capped(
  score: number,
  left: string,
  right: string,
  known: ReturnType<typeof compareKnown>,
  reasons: Set<NameReason>,
): NameScore {
  let most = 1
  if (left !== right) {
    most = left === '' || right === '' ? NUMBER_MISSING : NUMBER_DIFFERS
    reasons.add('number_differs')
  }
  if (known.leftOver.has('branch') !== known.rightOver.has('branch')) {
    most = Math.min(most, BRANCH_MISSING)
    reasons.add('branch_differs')
  }
  return { score: Math.max(0, Math.min(score, most, 1)), reasons: [...reasons] }
}

/** The same letters, set apart in another way, so that a known word was found in one of them: Paperboat, Paper Boat. */
function isOneText(a: Reading, b: Reading): boolean {
  const [left, right] = [writtenOf(a), writtenOf(b)]
  const letters = left.join('')
  return letters.length >= FEWEST_LETTERS && left.length !== right.length && letters === right.join('')
}

function writtenOf(reading: Reading): readonly string[] {
  const used = reading.filter(({ kind }) => kind !== 'legal')
  return used.some(({ isTurned, han }) => isTurned || han !== null) ? [] : used.flatMap(({ words }) => words)
}

function namesOf(reading: Reading): readonly Token[] {
  return reading.filter(({ kind }) => kind === 'name')
}

function numbersOf(reading: Reading): string {
  return reading
    .flatMap(({ kind, text }) => (kind === 'number' ? [text] : []))
    .toSorted()
    .join(' ')
}

/** Known words mean the same or not, whatever language they are in; said twice is said once. */
function compareKnown(a: Reading, b: Reading) {
  const left = knownOf(a)
  const right = knownOf(b)
  let matched = 0
  const leftOver = new Set<WordKind>()
  const rightOver = new Set<WordKind>()
  for (const [code, kind] of left) {
    if (right.has(code)) matched += WEIGHTS[kind]
    else leftOver.add(kind)
  }
  for (const [code, kind] of right) if (!left.has(code)) rightOver.add(kind)
  return { matched, left: weightOf(left), right: weightOf(right), leftOver, rightOver }
}

function knownOf(reading: Reading): Map<string, WordKind> {
  return new Map(
    reading.flatMap(({ kind, text }) =>
      kind === 'name' || kind === 'legal' ? [] : [[`${kind} ${text}`, kind] as const],
    ),
  )
}
function weightOf(known: ReadonlyMap<string, WordKind>): number {
  return [...known.values()].reduce((sum, kind) => sum + WEIGHTS[kind], 0)
}

type Aligned = { matched: number; leftWeight: number; rightWeight: number; leftOver: number; rightOver: number }

function alignNames(left: readonly Token[], right: readonly Token[], reasons: Set<NameReason>): Aligned {
  const whole = joined(left, right)
  const marks = marksOf(left, right)
  const pairs = left
    .flatMap((one, i) =>
      right.map((two, j) => ({ i, j, closeness: Math.min(compareWords(one, two), marks(one, two)), one, two })),
    )
    .filter(({ closeness }) => closeness >= 0.5)
    .toSorted((x, y) => y.closeness - x.closeness)
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  let matched = 0
  const found = new Set<NameReason>()
  for (const { i, j, closeness, one, two } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue
    usedLeft.add(i)
    usedRight.add(j)
    matched += closeness
    if (one.isTurned !== two.isTurned) found.add('other_script')
    else if (closeness >= 0.96) found.add('same_words')
    else found.add('small_mistakes')
  }
  const restLeft = left.filter((_, place) => !usedLeft.has(place))
  const restRight = right.filter((_, place) => !usedRight.has(place))
  const rest = joined(restLeft, restRight)
  const apart = {
    matched: matched + (rest * (restLeft.length + restRight.length)) / 2,
    leftWeight: left.length,
    rightWeight: right.length,
    leftOver: rest > 0 ? 0 : restLeft.length,
    rightOver: rest > 0 ? 0 : restRight.length,
  }
  if (whole > 0 && whole * ((left.length + right.length) / 2) > apart.matched) {
    const isTurned = left.some((token) => token.isTurned) !== right.some((token) => token.isTurned)
    return add(reasons, new Set([isTurned ? 'other_script' : 'same_letters']), {
      matched: (whole * (left.length + right.length)) / 2,
      leftWeight: left.length,
      rightWeight: right.length,
      leftOver: 0,
      rightOver: 0,
    })
  }
  if (rest > 0) found.add('same_letters')
  return add(reasons, found, apart)
}

function add(reasons: Set<NameReason>, found: ReadonlySet<NameReason>, aligned: Aligned): Aligned {
  for (const reason of found) reasons.add(reason)
  return aligned
}
