import { remember } from './remember'

/** A word as it sounds to somebody who only heard it: the differences between ways to write one sound are gone. */
export const soundOf = remember(findSound)

function findSound(text: string): string {
  return text
    .replaceAll('tch', 'C')
    .replaceAll('chh', 'C')
    .replaceAll('cch', 'C')
    .replaceAll('ch', 'C')
    .replaceAll('tsu', 'tu')
    .replaceAll('ts', 'z')
    .replaceAll(/ty(?=[auo])/gu, 'C')
    .replaceAll(/([sz])y(?=[auo])/gu, '$1')
    .replaceAll('shi', 'si')
    .replaceAll('sh', 's')
    .replaceAll('ph', 'f')
    .replaceAll(/([ktgdbj])h/gu, '$1')
    .replaceAll('ck', 'k')
    .replaceAll(/[cq]/gu, 'k')
    .replaceAll('x', 's')
    .replaceAll('j', 'z')
    .replaceAll(/C(?=i)/gu, 't')
    .replaceAll('hu', 'fu')
    .replaceAll(/oe$/gu, 'o')
    .replaceAll('fw', 'f')
    .replaceAll(/ou|oo|ow(?=[^aeiouy]|$)|oh(?=[^aeiouy]|$)/gu, 'o')
    .replaceAll('uu', 'u')
    .replaceAll('aa', 'a')
    .replaceAll('ee', 'i')
    .replaceAll('ii', 'i')
    .replaceAll(/m(?=[bp])/gu, 'n')
    .replaceAll(/y(?![aeiou])/gu, 'i')
    .replaceAll(/(.)\1+/gu, '$1')
}

/** Only the consonants, in a few classes: what is left of a word that went through another script and back. */
export const skeletonOf = remember(findSkeleton)

function findSkeleton(text: string): string {
  return text
    .replaceAll(/tch|chh|ch|[kg]y(?=[aeiou])|dge?|j/gu, 'C')
    .replaceAll(/sh|ts|c(?=[eiy])|[zxs]/gu, 'S')
    .replaceAll(/ng|ny|n|m(?=[bpfv])/gu, 'N')
    .replaceAll(/[kgqc]h?/gu, 'K')
    .replaceAll(/[bpfv]h?/gu, 'P')
    .replaceAll(/[dt]h?/gu, 'T')
    .replaceAll(/[lr]/gu, 'R')
    .replaceAll(/[aeiouwyh]/gu, '')
    .replaceAll(/(.)\1+/gu, '$1')
}

/** Restricted Damerau–Levenshtein distance: letters left out, added, exchanged, and neighbours swapped. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** Share of three-letter pieces two words have in common (Dice). */
export function trigramShare(a: string, b: string): number {
  const left = trigrams(a)
  const right = trigrams(b)
  let shared = 0
  for (const piece of left) if (right.has(piece)) shared += 1
  return (2 * shared) / Math.max(1, left.size + right.size)
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, place) => padded.slice(place, place + 3)))
}
