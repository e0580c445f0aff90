import { LOCALES, type Locale } from './locales'

// Old and neighbouring names of our languages: browsers of the Philippines still say "tl", old Android phones "in".
const ALSO: ReadonlyMap<string, Locale> = new Map([
  ['zh', 'zh-Hans'],
  ['tl', 'fil'],
  ['in', 'id'],
])

/**
 * Our language for a tag a browser sends or an address carries, in any spelling of capitals: `vi-VN` is `vi`, `zh-CN` and
 * `zh` are `zh-Hans`, `tl` is `fil`. Who reads traditional characters reads simplified ones before English. Null for
 * languages we do not have.
 */
export function localeOfTag(tag: string): Locale | null {
  const asked = tag.trim().toLowerCase()
  const language = asked.split('-')[0] ?? ''
  return LOCALES.find((locale) => locale.toLowerCase() === asked || locale === language) ?? ALSO.get(language) ?? null
}
