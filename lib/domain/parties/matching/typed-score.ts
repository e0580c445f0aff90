import { characterPairs } from './keys'
import type { Reading } from './read-name'

/** What the beginning of a name is worth at least, and how much its length adds. */
const BEGINNING = 0.6
const WHOLE = 0.35
const FEWEST_PAIRS = 2

/**
 * How likely what was typed so far goes on as this name: every word of it stands in the name, the last perhaps only half. 0 when not.
 * Chinese and Japanese by their characters, two by two.
 */
export function typedScore(
  typed: { readonly text: string; readonly readings: readonly Reading[] },
  name: { readonly text: string; readonly readings: readonly Reading[] },
): number {
  const shares = [
    pairShare(characterPairs(typed.text), characterPairs(name.text)),
    ...typed.readings.flatMap((one) => name.readings.map((two) => wordShare(one, two))),
  ]
  const share = Math.max(...shares)
  return share > 0 ? BEGINNING + WHOLE * share : 0
}

function pairShare(typed: readonly string[], name: readonly string[]): number {
  return typed.length >= FEWEST_PAIRS && typed.every((pair) => name.includes(pair)) ? typed.length / name.length : 0
}

function wordShare(typed: Reading, name: Reading): number {
  const asked = telling(typed)
  const last = asked.at(-1)
  if (!last) return 0
  const left = telling(name).map(({ sound }) => sound)
  const letters = left.join('').length
  let found = 0
  for (const { sound } of asked.slice(0, -1)) {
    const place = left.indexOf(sound)
    if (place === -1) return 0
    left.splice(place, 1)
    found += sound.length
  }
  // Of two that go on so, the one of which less is left to type.
  const going = left.filter((sound) => sound.startsWith(last.sound))
  return going.length === 0 ? 0 : Math.min(1, (found + last.sound.length) / Math.max(1, letters))
}

function telling(reading: Reading): Reading {
  return reading.filter(({ kind }) => kind !== 'legal' && kind !== 'common')
}
