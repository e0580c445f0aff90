import { soundOf } from './sound'

const VIETNAMESE_SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?(?:a[iouy]?|e[ou]?|i(?:eu?|u|a)?|o(?:a[iy]?|e|i)?|u(?:a|e|i|o[iu]?|u|y(?:e|a)?)?|y(?:eu?)?)(?:ch|ng|nh|[cmnpt])?$/u
const JAPANESE_WORD = /^(?:(?:kk|ss|tt|pp|ssh|tch|sh|ch|ts|[kgnhbmpr]y|[kgsztdnhbpmrywfj])?[aeiou]|n(?![aeiou]))+$/u
const LONGEST_SURE = 6

/** What two words that differ can be at most: with another letter another syllable or name stands there, so that it is no mistake. */
const OTHER_SYLLABLE = 0.5
const OTHER_NAME = 0.58

/** "Thăng" and "Thanh", "Sato" and "Saito": both are words as they are. Mistakes mostly leave none ("Hoag"). */
export function mostOfTwoWords(a: string, b: string): number {
  if (VIETNAMESE_SYLLABLE.test(a) && VIETNAMESE_SYLLABLE.test(b)) return OTHER_SYLLABLE
  const isShort = Math.max(a.length, b.length) <= LONGEST_SURE
  return isShort && JAPANESE_WORD.test(a) && JAPANESE_WORD.test(b) ? OTHER_NAME : 1
}

const SHORTEST_FOLDED = 5
const SAME_SPELT_OTHERWISE = 0.88

/** Two customs of writing one sound: Indonesian before 1972 (Djaja, Soekarno), and Nepali b and v, a and o at the end (Bishwo, Vishwa). */
export function speltOtherwise(a: string, b: string): number {
  if (/dj|tj|nj|sj|oe/u.test(a + b) && modernIndonesian(a) === modernIndonesian(b)) return SAME_SPELT_OTHERWISE
  if (/[vw]/u.test(a + b) && soundOf(a.replaceAll('w', 'v')) === soundOf(b.replaceAll('w', 'v')))
    return SAME_SPELT_OTHERWISE
  if (Math.min(a.length, b.length) < SHORTEST_FOLDED || mostOfTwoWords(a, b) < 1) return 0
  return plainNepali(a) === plainNepali(b) ? SAME_SPELT_OTHERWISE : 0
}

// What is modern already stays: its y and j are not turned again.
function modernIndonesian(word: string): string {
  if (!/dj|tj|nj|sj|oe/u.test(word)) return word
  return word
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'J')
    .replaceAll('nj', 'ny')
    .replaceAll('sj', 'sy')
    .replaceAll('j', 'y')
    .toLowerCase()
}

function plainNepali(word: string): string {
  return soundOf(word.replaceAll(/ksh|ks|x/gu, 'chh'))
    .replaceAll(/[vw]/gu, 'b')
    .replace(/[ao]$/u, '')
    .replaceAll(/(.)\1+/gu, '$1')
}
