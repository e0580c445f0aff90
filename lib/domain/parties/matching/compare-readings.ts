import { shortened } from './acronyms'
import { compareWords, SAME_WORD } from './compare-words'
import { japanesePieces, latticeDistance, mandarinReading } from './han'
import type { Reading, Token } from './read-name'
import { distance, skeletonOf, soundOf } from './sound'
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
  const pairs = left
    .flatMap((one, i) => right.map((two, j) => ({ i, j, closeness: compareWords(one, two), one, two })))
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

/** Several words as one: names are set apart in one spelling and written together in another, or in a script without spaces. */
function joined(left: readonly Token[], right: readonly Token[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const hasHan = [left, right].map((tokens) => tokens.some(({ han }) => han !== null))
  if (hasHan[0] && hasHan[1]) return left.length === right.length ? 0 : compareJoinedHan(left, right)
  if (hasHan[0]) return hanWithLetters(left, textOf(right))
  if (hasHan[1]) return hanWithLetters(right, textOf(left))
  if (left.length === 1 && right.length === 1) return 0
  const [a, b] = [textOf(left), textOf(right)]
  if ([...left, ...right].some(({ isTurned }) => isTurned)) {
    const closeness = compareWords({ ...merged(a), isTurned: true }, merged(b))
    return closeness >= SAME_WORD ? closeness : 0
  }
  if (left.length === right.length) return 0
  if (a === b) return 0.97
  if (soundOf(a) === soundOf(b)) return 0.93
  return Math.min(a.length, b.length) >= 9 && distance(soundOf(a), soundOf(b)) === 1 ? 0.86 : 0
}

function compareJoinedHan(left: readonly Token[], right: readonly Token[]): number {
  const whole = (tokens: readonly Token[]) => tokens.map(({ han, text }) => han ?? text).join('')
  return whole(left) === whole(right) ? 0.97 : 0
}

function hanWithLetters(tokens: readonly Token[], text: string): number {
  const target = soundOf(text)
  const pieces = tokens.flatMap(({ han, text: letters }) => (han === null ? [[letters]] : japanesePieces(han)))
  const japanese = 1 - latticeDistance(pieces, text) / Math.max(1, target.length)
  const mandarin = soundOf(
    tokens.map(({ han, text: letters }) => (han === null ? letters : mandarinReading(han))).join(''),
  )
  const best = Math.max(japanese, 1 - distance(mandarin, target) / Math.max(mandarin.length, target.length, 1))
  if (best === 1) return target.length <= 3 ? 0.9 : 0.96
  if (best >= (target.length >= 8 ? 0.8 : 0.86)) return best
  const kana = tokens.some(({ han }) => han === null)
  return kana &&
    skeletonOf(text).length >= 4 &&
    skeletonOf(tokens.map((token) => token.text).join('')) === skeletonOf(text)
    ? 0.8
    : 0
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}
function merged(text: string): Token {
  return { kind: 'name', text, sound: soundOf(text), marked: text, isTurned: false, han: null, words: [text] }
}
