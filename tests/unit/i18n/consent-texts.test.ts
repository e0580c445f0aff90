import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { messagesOf } from './message-files'

// What people agree to is known later by its version. Beside each version stand the fingerprints of its words in every language:
// words that change need a new version (lib/domain/consents.ts) and a new entry here, and the old entries stay. A language that
// is added gets its line under the version of the day.
const FINGERPRINTS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'consent-texts.json'), 'utf8')) as Record<
  string,
  Partial<Record<Locale, string>>
>

const CONSENT_WORDS = [
  { room: 'common', key: /^common\.information_/u },
  { room: 'report', key: /^report\.consents?_/u },
  { room: 'codes', key: /^codes\.consent_kind\./u },
] as const

function fingerprintOf(locale: Locale): string {
  const words = CONSENT_WORDS.flatMap(({ room, key }) =>
    Object.entries(messagesOf(locale, room))
      .filter(([name]) => key.test(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  expect(words.length, locale).toBeGreaterThan(20)
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
}

it.each(LOCALES)('%s: what people agree to is what its version says', (locale) => {
  const told = FINGERPRINTS[CONSENT_TEXT_VERSION]?.[locale]
  expect(fingerprintOf(locale), `the words of consent in ${locale} changed: they need a new CONSENT_TEXT_VERSION`).toBe(
    told,
  )
})

it('no two versions have the same words in every language', () => {
  const all = Object.values(FINGERPRINTS).map((entry) => JSON.stringify(entry))
  expect(new Set(all).size).toBe(all.length)
})
