import { shownReadings } from '@/lib/i18n/readings'

/** What the worker's frame puts on its html element, for us alone. */
const MARK = /<html\b[^>]*\sdata-plain\b[^>]*>/u
const FAILED = /<html\b[^>]*\sid="__next_error__"[^>]*>/u
const OPENING = /<html\b[^>]*>/u

export type PageKind = 'plain' | 'failed' | 'other'

/** What kind of page begins like this; null while its html element has not come yet. */
export function kindOfPage(beginning: string): PageKind | null {
  if (!OPENING.test(beginning)) return null
  if (FAILED.test(beginning)) return 'failed'
  return MARK.test(beginning) ? 'plain' : 'other'
}

// Everywhere a `<` in words or attributes is written as an entity by React: a tag in this text is a tag.
const FOREIGN_SCRIPTS = /<script\b(?![^>]*\sdata-own\b)[^>]*>[\s\S]*?<\/script>/gu
const PRELOADS = /<link\b(?=[^>]*\srel="(?:preload|modulepreload|prefetch|preconnect|dns-prefetch)")[^>]*>/gu
const COMMENTS = /<!--(?!\[if)[\s\S]*?-->/gu
const EMPTY_HIDDEN = /<div hidden(?:="")?><\/div>/gu
const NOT_FOR_PHONES: readonly (readonly [RegExp, string])[] = [
  [/(<html\b[^>]*?)\sdata-plain(?:="[^"]*")?/u, '$1'],
  [/(<script\b[^>]*?)\sdata-own(?:="[^"]*")?/gu, '$1'],
  [/(<link\b[^>]*?)\snonce="[^"]*"/gu, '$1'],
  [/(<link\b[^>]*?)\sdata-precedence="[^"]*"/gu, '$1'],
  [/<meta name="next-size-adjust"[^>]*>/gu, ''],
]

/**
 * A worker page as it goes over the line: what the person reads and fills in, our own script (`data-own`), and nothing of
 * what a framework would need to take the page over in the browser.
 */
export function plainPage(html: string): string {
  let page = html.replace(FOREIGN_SCRIPTS, '').replace(PRELOADS, '').replace(COMMENTS, '').replace(EMPTY_HIDDEN, '')
  for (const [what, instead] of NOT_FOR_PHONES) page = page.replace(what, instead)
  return shownReadings(withTitlePart(page))
}

const TITLE_PART = /\sdata-title-part="([^"]*)"/u

/** "2 answers to check, Step 4 of 8 – Passage": who hears pages instead of seeing them hears it first. */
function withTitlePart(page: string): string {
  const part = TITLE_PART.exec(page)?.[1]
  if (part === undefined) return page
  return page.replace(TITLE_PART, '').replace('<title>', () => `<title>${part}, `)
}

/** Whether the shell of a failed page belongs to the staff, whose pages have their scripts and say by themselves what happened. */
export function isStaffShell(html: string): boolean {
  return html.includes('(staff)')
}

/** The number that the log has for the failure behind a shell; none for a page that is not there. */
export function digestIn(html: string): string | null {
  return /data-dgst="([^"]+)"/u.exec(html)?.[1] ?? /\\"digest\\":\\"([^"\\]+)\\"/u.exec(html)?.[1] ?? null
}
