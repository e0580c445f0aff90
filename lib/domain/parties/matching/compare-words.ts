import { japanesePieces, latticeDistance, mandarinReading, plainShapes } from './han'
import type { Token } from './read-name'
import { distance, skeletonOf, soundOf, trigramShare } from './sound'
import { mostOfTwoWords, speltOtherwise } from './spellings'

/** From so much on two words may be the same one; below they are two. */
export const SAME_WORD = 0.68
/** How likely two words of names are the same word, 0 to 1: spelling, sound, small mistakes. */
export function compareWords(a: Token, b: Token): number {
  if (a.han !== null && b.han !== null) return compareHan(a.han, b.han)
  if (a.han !== null) return compareHanWithLetters(a.han, b.text)
  if (b.han !== null) return compareHanWithLetters(b.han, a.text)
  if (a.isTurned || b.isTurned) return compareTurned(a, b)
  return compareLatin(a, b)
}

function compareLatin(a: Token, b: Token): number {
  if (a.text === b.text) return 1
  if (a.sound === b.sound) return a.text.length <= 3 ? 0.9 : 0.96
  const spelled = mistakes(a.text, b.text)
  const heard = mistakes(a.sound, b.sound)
  return Math.max(
    Math.min(Math.max(spelled, heard * 0.97), mostOfTwoWords(a.text, b.text)),
    speltOtherwise(a.text, b.text),
  )
}

/** Whether a word carries marks that say something; a long vowel of Japanese is written with one or without. */
export function hasMarks({ text, marked, isTurned, han }: Token): boolean {
  return !isTurned && han === null && text !== marked && text !== marked.normalize('NFD').replaceAll('\u0304', '')
}

// By length of the longer word: what one, two and three mistakes leave. In a short word one letter makes another word.
const LEFT: readonly (readonly [longest: number, left: readonly number[]])[] = [
  [3, [1]],
  [4, [1, 0.5]],
  [5, [1, 0.8]],
  [7, [1, 0.88]],
  [9, [1, 0.9, 0.76]],
  [12, [1, 0.93, 0.84]],
  [Number.POSITIVE_INFINITY, [1, 0.95, 0.89, 0.8]],
]
const OTHER_START = 0.12
const MOST_STEPS = 3

function mistakes(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest <= 3) return a === b ? 1 : 0
  const steps = Math.abs(a.length - b.length) > MOST_STEPS ? Number.POSITIVE_INFINITY : distance(a, b)
  const left = LEFT.find(([length]) => longest <= length)?.[1][steps] ?? 0
  if (longest === 4 && steps === 1) {
    if (a.length !== b.length) return a[0] === b[0] ? 0.72 : 0.5
    if ([...a].toSorted().join('') === [...b].toSorted().join('')) return 0.8
  }
  // A beginning is rarely mistaken: northern and southern.
  if (a[0] !== b[0]) return left > 0 && steps === 1 ? left - OTHER_START : 0
  if (left > 0) return left
  return longest >= 8 && trigramShare(a, b) >= 0.66 ? 0.75 : 0
}

/** The same characters, or nearly so in a long name. */
function compareHan(a: string, b: string): number {
  const [left, right] = [plainShapes(a), plainShapes(b)]
  if (left === right) return 1
  const longest = Math.max([...left].length, [...right].length)
  const steps = distance(left, right)
  if (longest >= 5 && steps === 1) return 0.82
  // Simplified and traditional shapes that the table does not know, or one sound written in other characters.
  return longest >= 3 && steps < longest && mandarinReading(a) === mandarinReading(b) ? 0.85 : 0
}

function compareHanWithLetters(han: string, text: string): number {
  const target = soundOf(text)
  const japanese = 1 - latticeDistance(japanesePieces(han), text) / Math.max(1, target.length)
  const mandarin = closeness(soundOf(mandarinReading(han)), target)
  const best = Math.max(japanese, mandarin)
  if (best === 1) return target.length <= 3 ? 0.9 : 0.97
  return best >= (target.length >= 8 ? 0.8 : 0.86) ? best : 0
}

function closeness(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}

/** One went through another script: vowels are rough, voiced and unvoiced are not told apart. */
function compareTurned(a: Token, b: Token): number {
  if (a.text === b.text) return 1
  const heard = closeness(a.sound, b.sound)
  if (heard === 1) return 0.97
  // In one script a letter is meant; between two it is a matter of spelling.
  if (heard >= 0.85) return a.isTurned && b.isTurned ? heard - 0.14 : heard
  // In one script another letter is another name.
  if (a.isTurned && b.isTurned) return 0
  if (a.sound.replaceAll('y', 'r') === b.sound.replaceAll('y', 'r')) return 0.9
  const [left, right] = [skeletonOf(a.text), skeletonOf(b.text)]
  const longest = Math.max(left.length, right.length)
  if (longest < 2) return 0
  if (left === right && heard >= (longest >= 4 ? 0.34 : 0.5)) return longest >= 3 ? 0.9 : 0.82
  if (longest >= 5 && distance(left, right) === 1 && heard >= 0.55) return 0.82
  // Burmese writes one letter for y and r.
  const [quiet, still] = [left.replaceAll('R', ''), right.replaceAll('R', '')]
  if (quiet === still && quiet.length >= 2 && heard >= 0.55) return 0.8
  return longest >= 4 && distance(left, right) === 1 && heard >= 0.66 ? 0.78 : 0
}
