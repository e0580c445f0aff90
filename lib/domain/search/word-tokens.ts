/** Longest word kept; what is longer is no word of a language (a web address, a run of letters). In characters. */
const LONGEST = 40
/** Scripts that put no spaces between words: they are found by pairs of letters. Thai, Lao, Burmese, Khmer, Han, kana. */
const UNSPACED =
  /\p{Script=Thai}|\p{Script=Lao}|\p{Script=Myanmar}|\p{Script=Khmer}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** A letter with what is written above, below and beside it: what a reader takes for one sign. */
const SIGN = /\P{M}\p{M}*|\p{M}+/gu
/** Joiners and breakers that are typed or not typed without a difference on paper. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu
/** Marks of Latin letters only: in Devanagari, Thai or Burmese a mark is a vowel and makes another word. */
const LATIN_MARKS = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu

/**
 * The words by which a text is found, each once. Letters in one form (NFKC), lower case, Latin ones without their marks, so that
 * `hộ chiếu` and `ho chieu` find each other, whoever typed which. Where a script has no spaces: every sign, and every pair of
 * neighbours.
 */
export function wordTokens(text: string): readonly string[] {
  return [
    ...new Set(runsOf(text).flatMap((run) => (isUnspaced(run) ? [...signsOf(run), ...pairsOf(run)] : [cut(run)]))),
  ]
}

/** What a search asks for: every one of these has to be there. Of a run of signs without spaces each pair of neighbours. */
export function queryTokens(text: string): readonly string[] {
  return [
    ...new Set(
      runsOf(text).flatMap((run) => {
        if (!isUnspaced(run)) return [cut(run)]
        const pairs = pairsOf(run)
        return pairs.length > 0 ? pairs : signsOf(run)
      }),
    ),
  ]
}

/** Runs of letters of one kind of script, folded: a Latin name inside Japanese stands for itself. */
function runsOf(text: string): string[] {
  return [...fold(text).matchAll(WORD)].flatMap(([word]) => splitScripts(word))
}

function fold(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(INVISIBLE, '').toLowerCase()
  return plain.normalize('NFD').replaceAll(LATIN_MARKS, '').replaceAll('đ', 'd').normalize('NFC')
}

function isUnspaced(run: string): boolean {
  return UNSPACED.test(run)
}

function splitScripts(word: string): string[] {
  const runs: string[] = []
  for (const sign of signsOf(word)) {
    const last = runs.at(-1)
    if (last !== undefined && isUnspaced(last) === isUnspaced(sign)) runs[runs.length - 1] = last + sign
    else runs.push(sign)
  }
  return runs
}

function signsOf(run: string): string[] {
  return run.match(SIGN) ?? []
}

function pairsOf(run: string): string[] {
  const signs = signsOf(run)
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`)
}

function cut(word: string): string {
  return Array.from(word).slice(0, LONGEST).join('')
}
