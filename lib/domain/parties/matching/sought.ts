import { shortForms } from './acronyms'
import { characterPairs, consonants, HAN_READINGS, plainKey, tellingWords } from './keys'
import { readName, type Reading, type Token } from './read-name'

const MOST_READINGS = 3
const MOST_WORDS = 7
/** Initials of a longer name are shared by many: they are looked for as they are. */
const FEWEST_INITIALS = 3

/**
 * What to look for in the register for a name, the likeliest first, as `app.party_candidates` takes it: words set apart by spaces,
 * other spellings of a word by `|`; `*` behind a word that may be half written, `!` behind one that says little by itself.
 */
export function soughtWords(name: string, isTyping: boolean): readonly string[] {
  const readings = readName(name).slice(0, MOST_READINGS)
  const pairs = characterPairs(name)
  const sought = [
    ...(pairs.length > 0 ? [pairs.slice(0, MOST_WORDS).map(asIs).join(' ')] : []),
    ...readings.map((reading) => wordsOf(tellingWords(reading), isTyping)),
    exactly(readings),
  ]
  return [...new Set(sought.filter(Boolean))]
}

const asIs = (word: string) => word

function wordsOf(words: Reading, isTyping: boolean): string {
  const last = isTyping ? words.at(-1) : undefined
  const spelt = words.map((token) => {
    const spellings = spellingsOf(token)
    if (spellings === '') return ''
    if (token.kind !== 'name') return `${spellings}!`
    return token === last && token.han === null ? `${spellings}*` : spellings
  })
  return [...new Set(spelt.filter(Boolean))].slice(0, MOST_WORDS).join(' ')
}

function spellingsOf(token: Token): string {
  const all = token.han === null ? [token.sound] : HAN_READINGS.map((read) => read(token))
  return [...new Set(all.map(plainKey).filter(Boolean))].join('|')
}

/** Written together or apart, and shortened on either side. */
function exactly(readings: readonly Reading[]): string {
  const forms = readings.flatMap((reading) => [
    ...consonants(reading),
    ...shortForms(reading)
      .map(plainKey)
      .filter((form) => form.length >= FEWEST_INITIALS),
    ...(reading.filter(({ kind }) => kind === 'name').length === 1
      ? reading.flatMap(({ kind, isTurned, text }) => (kind === 'name' && !isTurned ? [`=${plainKey(text)}`] : []))
      : []),
  ])
  return forms.length === 0 ? '' : `${[...new Set(forms)].join('|')}!`
}
