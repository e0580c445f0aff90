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

const KEPT = /(\uFFF9[^\uFFF9-\uFFFB]{0,40}\uFFFA[^\uFFF9-\uFFFB]{0,80}\uFFFB)/u
const KEPT_WHOLE = /^\uFFF9/u

/** A tag, an element that holds text only, or a run of other text. */
const PARTS = /<(title|option|textarea|script|style|svg)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>|[^<]+/gu

/**
 * The HTML of a page with its marked readings as `<ruby>`; in attributes, titles, options and drawings they are left out.
 * On Japanese pages dates get theirs here. React writes every `<` and `>` of a text as an entity: a tag here is a tag.
 * Words with a reading stay one piece (`<span>`): in a button, whose parts stand side by side, each would be a part of its own.
 */
export function shownReadings(html: string): string {
  const isJapanese = /<html\b[^>]*\slang="ja"/u.test(html)
  if (!isJapanese && !html.includes('\uFFF9')) return html
  return html.replace(PARTS, (part) => {
    if (part.startsWith('<')) return part.replace(MARKED, '$1')
    // A date inside a word that has its reading already keeps that one.
    const words = isJapanese
      ? part
          .split(KEPT)
          .map((piece) => (KEPT_WHOLE.test(piece) ? piece : markedDates(piece)))
          .join('')
      : part
    const shown = words.replace(MARKED, '<ruby>$1<rt>$2</rt></ruby>')
    return shown === words ? words : `<span>${shown}</span>`
  })
}
