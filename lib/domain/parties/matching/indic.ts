/** Devanagari, Khmer and Burmese in plain letters: ISO 15919, UNGEGN and BGN/MLC simplified to what people type. */

const DEVANAGARI: Readonly<Record<string, string>> = pairs(
  'क k ख kh ग g घ gh ङ ng च ch छ chh ज j झ jh ञ ny ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ ph ब b भ bh म m य y र r ल l व w श sh ष sh स s ह h ळ l',
)
const DEVANAGARI_VOWELS: Readonly<Record<string, string>> = pairs(
  'अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au ऑ o ऍ e',
)
const DEVANAGARI_SIGNS: Readonly<Record<string, string>> = pairs('ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ॉ o ॅ e')

/** One word of Devanagari. The vowel that every consonant carries is silent at the end and before a vowelled last syllable. */
export function romaniseDevanagari(word: string): string {
  const letters = [...word.normalize('NFC').replaceAll('\u093c', '')]
  let text = ''
  letters.forEach((letter, place) => {
    const next = letters[place + 1]
    const consonant = DEVANAGARI[letter]
    if (consonant !== undefined) {
      const isBare = next === undefined || next in DEVANAGARI_SIGNS || next === '्'
      text += consonant + (isBare ? '' : 'a')
    } else if (letter in DEVANAGARI_VOWELS) text += DEVANAGARI_VOWELS[letter]
    else if (letter in DEVANAGARI_SIGNS) text += DEVANAGARI_SIGNS[letter]
    else if (letter === 'ं' || letter === 'ँ') text += next !== undefined && 'पफबभम'.includes(next) ? 'm' : 'n'
  })
  return text
}

const KHMER: Readonly<Record<string, string>> = pairs(
  'ក k ខ kh គ k ឃ kh ង ng ច ch ឆ chh ជ ch ឈ chh ញ nh ដ d ឋ th ឌ d ឍ th ណ n ត t ថ th ទ t ធ th ន n ប b ផ ph ព p ភ ph ម m យ y រ r ល l វ v ស s ហ h ឡ l',
)
const KHMER_SIGNS: Readonly<Record<string, string>> = pairs(
  'ា a ិ i ី i ឹ oe ឺ eu ុ o ូ ou ួ uo ើ aeu ឿ oea ៀ ie េ e ែ ae ៃ ai ោ o ៅ au ំ m ះ h ឥ e ឦ ei ឧ o ឩ ou ឪ ov ឫ roe ឬ reu ឭ loe ឮ leu ឯ ae ឰ ai ឱ o ឲ o ឳ au',
)
const KHMER_COENG = '\u17d2'

/** Khmer writes no spaces within a name; vowels differ by series and are only roughly said. */
export function romaniseKhmer(word: string): string {
  const letters = [...word.normalize('NFC').replaceAll(/[\u17c9-\u17d1\u17d3\u200b]/gu, '')]
  let text = ''
  letters.forEach((letter, place) => {
    const next = letters[place + 1]
    if (letter === 'អ') {
      text += next !== undefined && next in KHMER_SIGNS && next !== 'ំ' ? '' : 'a'
      return
    }
    const consonant = KHMER[letter]
    if (consonant !== undefined) {
      const isVowelled = next !== undefined && next in KHMER_SIGNS && next !== 'ំ' && next !== 'ះ'
      const afterNext = letters[place + 2]
      // A consonant before another that carries no vowel of its own ends a syllable; a first one has the inherent vowel.
      const isFirst = text === '' || /[aeiouhm]$/u.test(text) === false
      const takesVowel =
        next !== undefined && next !== KHMER_COENG && !isVowelled && isFirst && letters[place - 1] !== KHMER_COENG
      text += consonant + (takesVowel && afterNext !== KHMER_COENG ? 'o' : takesVowel ? 'a' : '')
    } else if (letter in KHMER_SIGNS) text += KHMER_SIGNS[letter]
  })
  return text
}

const BURMESE: Readonly<Record<string, string>> = pairs(
  'က k ခ kh ဂ g ဃ g င ng စ s ဆ s ဇ z ဈ z ဉ ny ည ny ဋ t ဌ t ဍ d ဎ d ဏ n တ t ထ t ဒ d ဓ d န n ပ p ဖ p ဗ b ဘ b မ m ယ y ရ y လ l ဝ w သ th ဟ h ဠ l အ - ဿ th ဣ i ဤ i ဥ u ဦ u ဧ e ဩ aw ဪ aw',
)
/** Rhymes: vowel signs and the killed last letter, the longest first. */
const BURMESE_RHYMES: readonly (readonly [string, string])[] = Object.entries(
  pairs(
    'ိုက် aik ိုင် aing ောက် auk ောင် aung ော် aw ော aw ေါင် aung ေါက် auk ေါ် aw ေါ aw ို o ိတ် eik ိပ် eik ိန် ein ိမ် ein ိံ ein ုတ် ok ုပ် ok ုန် on ုမ် on ုံ on ွတ် ut ွပ် ut ွန် un ွမ် un ွင် win ွက် wet ွံ un က် et င် in စ် it ည် i ဉ် in ဥ် in တ် at ပ် at န် an ဏ် an မ် an ံ an ယ် e လ် l သ် t ာ a ါ a ိ i ီ i ု u ူ u ေ e ဲ e',
  ),
).toSorted(([a], [b]) => b.length - a.length)

/** Burmese syllable by syllable: a consonant, what is joined to it, and a rhyme. Tones are not written. */
export function romaniseBurmese(word: string): string {
  // Stacked letters and the small nga are written out as ending the syllable before.
  let rest = word
    .normalize('NFC')
    .replaceAll(/[\u1037\u1038\u200b]/gu, '')
    .replaceAll('\u1004\u103a\u1039', '\u1004\u103a')
    .replaceAll(/([\u1000-\u1021])\u1039/gu, '$1\u103a')
  let text = ''
  while (rest !== '') {
    const letter = rest[0] ?? ''
    rest = rest.slice(1)
    const consonant = BURMESE[letter]
    if (consonant === undefined) {
      if (letter === '\u104e' || /\d/u.test(letter)) text += letter
      continue
    }
    const joined = /^[\u103b-\u103e]*/u.exec(rest)?.[0] ?? ''
    // A joined w belongs to some rhymes.
    const beforeRhyme = rest.slice(joined.endsWith('ွ') ? joined.length - 1 : joined.length)
    const rhyme = BURMESE_RHYMES.find(([signs]) => beforeRhyme.startsWith(signs))
    const hasOwnW = rhyme?.[0].startsWith('ွ') ?? false
    const plain = rhyme ?? BURMESE_RHYMES.find(([signs]) => rest.slice(joined.length).startsWith(signs))
    const used = hasOwnW ? joined.slice(0, -1) : joined
    const start = initialOf(consonant, used)
    const isKilled = rest.slice(joined.length).startsWith('\u103a')
    rest = hasOwnW
      ? beforeRhyme.slice(rhyme?.[0].length ?? 0)
      : rest.slice(joined.length + (plain?.[0].length ?? 0) + (plain === undefined && isKilled ? 1 : 0))
    text += isKilled && plain === undefined ? consonant : start + (plain?.[1] ?? (/[aeiou]$/u.test(start) ? '' : 'a'))
  }
  return text
}

function initialOf(consonant: string, joined: string): string {
  const base = consonant === '-' ? '' : consonant
  const w = joined.includes('ွ') ? 'w' : ''
  const hasY = /[\u103b\u103c]/u.test(joined)
  if (joined.includes('ှ'))
    return ((base === 'y' && !hasY) || base === 'th' ? 'sh' : hasY && base === 'l' ? 'sh' : `h${base}`) + w
  if (!hasY) return base + w
  if (base === 'kh') return `ch${w}`
  return `${base}y${w}`
}

function pairs(list: string): Record<string, string> {
  const parts = list.split(' ')
  return Object.fromEntries(parts.flatMap((part, place) => (place % 2 === 0 ? [[part, parts[place + 1] ?? '']] : [])))
}
