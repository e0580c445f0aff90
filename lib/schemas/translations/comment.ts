import { z } from 'zod'

const WORDS_MAXIMUM = 1000
const SEGMENTS_MAXIMUM = 8

/** A segment of an address that can name nobody: words of ours, country codes, small numbers. */
const PLAIN_SEGMENT = /^(?:[A-Za-z_-]{1,40}|\d{1,3})$/u

/**
 * The page somebody writes about, as `/report/story`: no language, no query, and a star for whatever could name a case. Anything
 * that is no path is the first page.
 */
export function pageOf(posted: unknown): string {
  if (typeof posted !== 'string' || !posted.startsWith('/')) return '/'
  const [path = ''] = posted.split(/[?#]/u)
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, SEGMENTS_MAXIMUM)
  return `/${segments.map((segment) => (PLAIN_SEGMENT.test(segment) ? segment : '*')).join('/')}`
}

/** What a reader says about the words of a page. */
export const commentSchema = z.object({
  page: z.unknown().transform(pageOf),
  wrong: z
    .string()
    .trim()
    .min(1, { error: 'errors.message_required' })
    .max(WORDS_MAXIMUM, { error: 'errors.too_long' }),
  better: z
    .string()
    .trim()
    .max(WORDS_MAXIMUM, { error: 'errors.too_long' })
    .transform((text) => (text === '' ? null : text)),
})

export type CommentInput = z.output<typeof commentSchema>
