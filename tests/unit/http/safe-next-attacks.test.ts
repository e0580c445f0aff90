import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNext } from '@/lib/http/safe-next'
import { LOCALES } from '@/lib/i18n/locales'

const HOME = 'https://us.example'
/** Pieces that lead elsewhere in one browser or another, alone and joined. */
const PIECES = [
  '/', '//', '///', '\\', '/\\', '\\\\', '.', '..', '/./', '/../', '@', ':', '?', '#', '&', '=', ';', '%', ' ',
  '\t', '\n', '\r', '\0', '\u{2028}', '\u{FF0F}', '\u{29F8}', '\u{3002}', '\u{202E}', '\u{00A0}', '\u{FEFF}', '\u{00AD}',
  '%2f', '%2F', '%5c', '%252f', '%09', '%0a', '%0d%0a', '%2e%2e', '%2e', '%00', '%40', '%u2215',
  'http:', 'https:', 'javascript:', 'data:text/html,', 'java\tscript:', 'them.example', 'us.example', '127.0.0.1', '[::1]',
  'en', 'vi', 'zh-Hans', 'xx', 'cases', 'report', 'sign-in', 'sign-out', 'api', 'alert(1)', 'Set-Cookie: a=b', '<script>',
] // prettier-ignore

const hostile = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 14,
})
const addresses = fc.oneof(
  hostile.map((pieces) => pieces.join('')),
  hostile.map((pieces) => `/en/${pieces.join('')}`),
  hostile.map((pieces) => `/en/cases${pieces.join('')}`),
)

const RUNS = process.env['LONG_TESTS'] === undefined ? 3_000 : 100_000

test('wherever it leads, it is a page of ours in one of our languages, as every browser reads it', () => {
  let kept = 0
  fc.assert(
    fc.property(addresses, (address) => {
      const next = safeNext(address)
      if (next === null) return
      kept += 1
      // As a browser resolves a Location, after decoding once or twice on the way.
      for (const read of [next, decodedOnce(next), decodedOnce(decodedOnce(next))]) {
        const led = new URL(read, `${HOME}/en/sign-in`)
        expect(led.origin).toBe(HOME)
        expect(led.username + led.password).toBe('')
      }
      const led = new URL(next, `${HOME}/en/sign-in`)
      expect(led.pathname).toBe(next.split('?')[0])
      const [, locale = '', room = ''] = led.pathname.split('/')
      expect(LOCALES).toContain(locale)
      expect(['', 'sign-in', 'sign-out']).not.toContain(room)
      // Nothing that could end a header or begin another element.
      expect(next).toMatch(/^[\x21-\x7e]+$/u)
      expect(next).not.toMatch(/["'<>\\]/u)
    }),
    { numRuns: RUNS },
  )
  expect(kept, 'some of them are pages of ours').toBeGreaterThan(RUNS / 200)
})

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
