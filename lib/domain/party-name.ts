// Forms of companies in the languages of the corridors: they come and go with who writes the name down.
const COMPANY_SIGNS =
  /株式会社|有限会社|合同会社|\(株\)|\(有\)|有限公司|股份|c[oô]ng ty|c[oổ] ph[aầ]n|tr[aá]ch nhi[eệ]m h[uữ]u h[aạ]n/gu
const COMPANY_WORDS = new Set(
  'co company ltd limited inc corp corporation jsc llc plc pt cv pvt private kk gk tnhh cp mtv'.split(' '),
)

/**
 * A party's name as it is compared: one form of every letter (NFKC), lower case, without spaces, punctuation and the words for
 * the form of a company. Empty when nothing else is left.
 */
export function foldPartyName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(COMPANY_SIGNS, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.filter((word) => !COMPANY_WORDS.has(word)).join('')
}
