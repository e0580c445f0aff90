import type { PartyRole } from './fees/payees'

// Forms of companies in the languages of the corridors: they come and go with who writes the name down.
const COMPANY_SIGNS =
  /株式会社|有限会社|合同会社|\(株\)|\(有\)|有限公司|股份|c[oô]ng ty|c[oổ] ph[aầ]n|tr[aá]ch nhi[eệ]m h[uữ]u h[aạ]n/gu
const COMPANY_WORDS = new Set(
  'co company ltd limited inc corp corporation jsc llc plc pt cv pvt private kk gk tnhh cp mtv'.split(' '),
)

// How a person is addressed, in the languages of the corridors: with one given name after it, half a village is meant.
const ADDRESS_WORDS = new Set(
  'anh chị chú cô bác ông bà em cậu dì thầy mr mrs ms miss pak bapak bu ibu mas mbak bang kuya ate aling mang'.split(
    ' ',
  ),
)
/** Parties that are mostly people, known by what everybody calls them. */
const PEOPLE: readonly PartyRole[] = ['broker', 'lender', 'other']
const FEWEST_WORDS = 2
const FEWEST_LETTERS = 6

/**
 * Whether a name says enough to take two parties of one name for the same one. Of a person at least two words, or six letters,
 * beside the form of address: "chú Ba" is somebody else in every village.
 */
export function isTellingPartyName(role: PartyRole, name: string): boolean {
  if (foldPartyName(name) === '') return false
  if (!PEOPLE.includes(role)) return true
  const words = wordsOf(name).filter((word) => !ADDRESS_WORDS.has(word))
  return words.length >= FEWEST_WORDS || words.join('').replaceAll(/\P{L}/gu, '').length >= FEWEST_LETTERS
}

/**
 * A party's name as it is compared: one form of every letter (NFKC), lower case, without spaces, punctuation and the words for
 * the form of a company. Empty when nothing else is left.
 */
export function foldPartyName(name: string): string {
  return wordsOf(name).join('')
}

function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(COMPANY_SIGNS, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.filter((word) => word !== '' && !COMPANY_WORDS.has(word))
}
