const SEGMENTS_MAXIMUM = 8

/** A segment of an address that can name nobody: words of ours, country codes, small numbers. */
const PLAIN_SEGMENT = /^(?:[A-Za-z_-]{1,40}|\d{1,3})$/u

/**
 * The page somebody writes about, as `/report/story`: the path after its language, no query, and a star for whatever could name a
 * case. Anything that is no path is the first page.
 */
export function pagePathOf(posted: unknown): string {
  if (typeof posted !== 'string' || !posted.startsWith('/')) return '/'
  const [path = ''] = posted.split(/[?#]/u)
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, SEGMENTS_MAXIMUM)
  return `/${segments.map((segment) => (PLAIN_SEGMENT.test(segment) ? segment : '*')).join('/')}`
}
