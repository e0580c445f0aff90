import type { SharedItem } from './request'

/** What is known of the reporter and of those on their side; none of it ever goes to a party. */
export type ReporterFields = {
  readonly names: readonly string[]
  /** Telephone numbers, addresses, names in messengers. */
  readonly contacts: readonly string[]
  readonly caseNumber: string
  /** Where the worker works, except of the party that is asked. */
  readonly workplaces: readonly string[]
}

/** What a text would give away. `word` is what was found, to show it to the officer. */
export type Reveal = {
  readonly kind: 'name' | 'contact' | 'case_number' | 'amount' | 'date' | 'workplace'
  readonly word: string
}

const CODE = /\b\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}\b/u
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.[\p{L}]{2,}/u
const PHONE = /(?:\+?\d[\d\s().-]{7,}\d)/u
const AMOUNT =
  /[¥￥₫$€₱฿₩៛]\s?\d|\d[\d.,\s]*\s?(?:yen|JPY|VND|USD|PHP|IDR|NPR|KHR|MMK|CNY|THB|đồng|dong|peso|rupiah|rupees|triệu|million|円|万|億|千円|元|ドン)/iu
const DATE =
  /\b\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|(?:19|20)\d{2}\s?年|\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|tháng\s?\d{1,2}|ngày\s?\d{1,2}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,4}\b|\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:in|since|from|năm)\s+(?:19|20)\d{2}\b/iu

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Parts of names shorter than this are everybody's. */
const FEWEST_LETTERS = 2

/**
 * What a text for a party would give away of the reporter, and sums, days or the workplace where the worker did not allow them. Names are looked
 * for whole and, from two words on, by each of their longer words, despite diacritics and case. It finds what is written, not
 * what can be guessed: the officer is asked to read the text as the party would.
 */
export function revealsIn(text: string, reporter: ReporterFields, allowed: readonly SharedItem[]): Reveal[] {
  const plain = text.normalize('NFKC')
  const folded = ` ${wordsOf(plain).join(' ')} `
  const found: Reveal[] = []
  for (const name of reporter.names) {
    const words = wordsOf(name).filter((word) => word.length >= FEWEST_LETTERS)
    const whole = words.join(' ')
    if (whole === '') continue
    const isCjk = CJK.test(name)
    const hit = isCjk
      ? plain.replaceAll(/\s/gu, '').includes(name.normalize('NFKC').replaceAll(/\s/gu, ''))
        ? name
        : undefined
      : [whole, ...words.filter((word) => word.length > FEWEST_LETTERS)].find((word) => folded.includes(` ${word} `))
    if (hit !== undefined) found.push({ kind: 'name', word: hit })
  }
  const compact = plain.replaceAll(/[\s().-]/gu, '').toLowerCase()
  for (const contact of reporter.contacts) {
    const key = contact
      .normalize('NFKC')
      .replaceAll(/[\s().-]/gu, '')
      .toLowerCase()
    if (key.length >= 4 && compact.includes(key)) found.push({ kind: 'contact', word: contact })
  }
  const code = CODE.exec(plain)
  if (compact.includes(reporter.caseNumber.replaceAll('-', '').toLowerCase()))
    found.push({ kind: 'case_number', word: reporter.caseNumber })
  if (code) found.push({ kind: 'case_number', word: code[0] })
  const mail = MAIL.exec(plain) ?? (code ? null : phoneIn(plain))
  if (mail && found.every(({ kind }) => kind !== 'contact')) found.push({ kind: 'contact', word: mail[0] })
  const amount = allowed.includes('amounts') ? null : AMOUNT.exec(plain)
  if (amount) found.push({ kind: 'amount', word: amount[0].trim() })
  const date = allowed.includes('dates') ? null : DATE.exec(plain)
  if (date) found.push({ kind: 'date', word: date[0].trim() })
  const workplace = allowed.includes('workplace')
    ? undefined
    : reporter.workplaces.find((name) => isNamed(name, plain, folded))
  if (workplace !== undefined) found.push({ kind: 'workplace', word: workplace })
  return found
}

/** Whether an organisation is named, written as it was given. */
function isNamed(name: string, plain: string, folded: string): boolean {
  const tight = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')
  if (CJK.test(name)) return tight(plain).includes(tight(name))
  const whole = wordsOf(name).join(' ')
  return whole.length >= FEWEST_LETTERS && folded.includes(` ${whole} `)
}

/** A number to call: nine digits or more in one run, and no sum of money. */
function phoneIn(text: string): RegExpExecArray | null {
  const found = PHONE.exec(text)
  if (!found || AMOUNT.test(text.slice(Math.max(0, found.index - 2), found.index + found[0].length + 8))) return null
  return found[0].replaceAll(/\D/gu, '').length >= 9 ? found : null
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ/giu, 'd')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
