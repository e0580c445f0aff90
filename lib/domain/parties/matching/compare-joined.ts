import { compareWords, SAME_WORD } from './compare-words'
import { japanesePieces, latticeDistance, mandarinReading } from './han'
import type { Token } from './read-name'
import { distance, skeletonOf, soundOf } from './sound'

/** Several words as one: names are set apart in one spelling and written together in another, or in a script without spaces. */
export function joined(left: readonly Token[], right: readonly Token[]): number {
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
