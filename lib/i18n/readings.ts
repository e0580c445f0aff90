import { markedDates } from './date-readings'

/** How a message carries the reading of a word: `[漢字|かんじ]`. Nothing else in a message has this form. */
const WRITTEN = /\[([^[\]|]+)\|([^[\]|]+)\]/gu

/** The same inside a finished sentence: Unicode's marks for a word, its annotation, and the end of it (UAX 45, U+FFF9 to FFFB). */
const MARKED = /\uFFF9([^\uFFF9-\uFFFB]{0,40})\uFFFA([^\uFFF9-\uFFFB]{0,80})\uFFFB/gu

/** The words of a message without their readings. */
export function withoutReadings(message: string): string {
  return message.replace(WRITTEN, '$1')
}

/** A message whose readings go along, marked so that no word of a person can be taken for one. Only for `shownReadings`. */
export function markedReadings(message: string): string {
  return message.replace(WRITTEN, '\uFFF9$1\uFFFA$2\uFFFB')
}

/** A tag, an element that holds text only, a marked word, or a run of other text. */
const PARTS =
  /<(title|option|textarea|script|style|svg)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>|\uFFF9[^\uFFF9-\uFFFB<]{0,40}\uFFFA[^\uFFF9-\uFFFB<]{0,80}\uFFFB|[^<\uFFF9]+|\uFFF9/gu

/**
 * The HTML of a page with its marked readings as `<ruby>`; in attributes, titles, options and drawings they are left out.
 * On Japanese pages dates get theirs here. React writes every `<` and `>` of a text as an entity: a tag here is a tag.
 */
export function shownReadings(html: string): string {
  const isJapanese = /<html\b[^>]*\slang="ja"/u.test(html)
  if (!isJapanese && !html.includes('\uFFF9')) return html
  return html.replace(PARTS, (part) => {
    if (part.startsWith('<')) return part.replace(MARKED, '$1')
    const words = isJapanese && !part.startsWith('\uFFF9') ? markedDates(part) : part
    return words.replace(MARKED, '<ruby>$1<rt>$2</rt></ruby>')
  })
}
