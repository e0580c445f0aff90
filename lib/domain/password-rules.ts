/** What somebody chooses a password with. */
export type PasswordSituation = {
  /** Passwords that many people have, in lower case. */
  readonly common: ReadonlySet<string>
  /** What somebody who attacks this person tries first: the e-mail, the name, the office. */
  readonly personal: readonly string[]
}
/** Why a password is not taken; nothing is said of capitals, digits or signs. */
export type PasswordProblem = 'common' | 'personal'

const FEWEST_CHARACTERS = 5
/** What has to be left of a password without the words that anybody would try. */
const FEWEST_LEFT = 8
const SHORTEST_WORD = 3
const PRODUCT = ['fairpassage', 'passage', 'fair']
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz']
/** Signs that stand for letters. */
const MEANT: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
}

/**
 * What stands against a password that is long enough; null when nothing does. `common`: many people have it, alone, doubled or with
 * something before or behind, or it is a run of keys. `personal`: little is left without the words that are known of this person.
 */
export function passwordProblem(password: string, { common, personal }: PasswordSituation): PasswordProblem | null {
  const folded = password.normalize('NFKC').toLowerCase()
  if (new Set(folded).size < FEWEST_CHARACTERS || isRun(folded)) return 'common'
  if (versionsOf(folded).some((version) => common.has(version))) return 'common'
  const words = [...personal.flatMap(wordsOf), ...PRODUCT].toSorted((a, b) => b.length - a.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), folded)
  const isPersonal = left !== folded && [...left.replaceAll(/[^\p{L}\p{N}]/gu, '')].length < FEWEST_LEFT
  return isPersonal ? 'personal' : null
}

/** The password, without what stands around its letters, with signs read as letters, and once where it says the same twice. */
function versionsOf(folded: string): readonly string[] {
  const bare = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const meant = [...folded].map((sign) => MEANT[sign] ?? sign).join('')
  const bareMeant = [...bare].map((sign) => MEANT[sign] ?? sign).join('')
  const all = [folded, bare, meant, bareMeant, meant.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')]
  return [...all, ...all.map(once)].filter((text) => text.length >= SHORTEST_WORD)
}

function once(text: string): string {
  return /^(.+?)[\s\-_.]?(?:\1[\s\-_.]?)+$/u.exec(text)?.[1] ?? text
}

/** Whether it is keys beside each other, forth or back, once or several times. */
function isRun(folded: string): boolean {
  const rows = KEYS.flatMap((row) => [row.repeat(4), [...row].toReversed().join('').repeat(4)])
  let rest = folded
  let pieces = 0
  while (rest.length > 0 && pieces < 4) {
    const length = longestRun(rest, rows)
    if (length < Math.min(SHORTEST_WORD, rest.length)) return false
    rest = rest.slice(length)
    pieces += 1
  }
  return rest.length === 0
}

function longestRun(text: string, rows: readonly string[]): number {
  let length = 0
  while (length < text.length && rows.some((row) => row.includes(text.slice(0, length + 1)))) length += 1
  return length
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD)
}
