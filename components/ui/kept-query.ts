/** Pages that show a secret code, or lie behind one: nothing of an address is repeated there. */
const SECRET = /^\/[^/]+\/(?:(?:report|cases\/new)\/receipt|track)(?:\/|$)/u

/** What worker pages understand: a poster, the way back, the filters of the directory and of rights, the page of a comment. */
const KNOWN = ['via', 'back', 'of', 'from', 'scheme', 'lang', 'place', 'problem', 'page']
/** The checker keeps what was typed in its address. */
const CHECKER = /^\/[^/]+\/fees(?:\/|$)/u
/** Staff pages keep their filters; who is signed in sees no secret code there. */
const STAFF = /^\/[^/]+\/(?:cases|statistics|settings|posters|sign-in)(?:\/|$)/u
/** The look-up of organisations keeps what is looked for; nothing there is secret. */
const LOOK_UP = /^\/[^/]+\/data\/organisations$/u
const LONGEST = 2_000

/**
 * The part of a query that goes along to the same page in another language, with its question mark; empty for nothing. A page
 * that repeats whatever an address holds lets others measure, by its compressed length, what else stands on it (BREACH).
 */
export function keptQuery(pathname: string, query: URLSearchParams): string {
  if (SECRET.test(pathname)) return ''
  const takesAll = CHECKER.test(pathname) || STAFF.test(pathname) || LOOK_UP.test(pathname)
  const kept = new URLSearchParams([...query].filter(([name]) => takesAll || KNOWN.includes(name))).toString()
  return kept === '' || kept.length > LONGEST ? '' : `?${kept}`
}
