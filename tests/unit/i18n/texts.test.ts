import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { unicodeBurmese } from '@/lib/domain/writing/zawgyi'
import type { Locale } from '@/lib/i18n/locales'
import { withoutReadings } from '@/lib/i18n/readings'
import { isReviewed, reviewsOf } from '@/lib/i18n/reviews'
import { ROOM_READERS, ROOMS } from '@/lib/i18n/rooms'
import { FILES, messagesOf } from './message-files'

/** The script a language is written in; Latin ones have no row. */
const SCRIPT: Partial<Record<Locale, RegExp>> = {
  my: /\p{Script=Myanmar}/u,
  km: /\p{Script=Khmer}/u,
  ne: /\p{Script=Devanagari}/u,
  th: /\p{Script=Thai}/u,
  'zh-Hans': /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
}

/** What stays as it is in any language: arguments, names of programmes and services, numbers, codes. */
const KEPT =
  /\{(?:[^{}]|\{[^{}]*\})*\}|\b(?:P\d+|Fair Passage|Passage|PDF|JPG|JPEG|PNG|HEIC|MP4|MP3|SMS|LINE|Messenger|Facebook|WhatsApp|Viber|Zalo|QR|CSV|ILO|OTIT|ISA|JPY|USD|MB|GB|PIN|SSW|TITP|ESD|Wi-?Fi|GPS|EXIF|Zawgyi|FRESC|JITCO|Android|iPhone|Word|Excel|A4|e-?mail|English|https?:\S+)\b/giu

/** Names: of bodies, programmes and currencies, which a language may leave in English, and of a file. */
const NAMES =
  /^(?:codes\.(?:body|programme|currency)\.|(?:common|rights)\.body_|report\.receipt_file_name$|codes\.scheme\.titp$)/u

/** A sentence, not a name or a sign: three words or more after what is kept. */
const wordsIn = (text: string) => text.replace(KEPT, ' ').match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []

function isUntranslated(locale: Locale, key: string, text: string, source: string): boolean {
  if (NAMES.test(key)) return false
  const script = SCRIPT[locale]
  if (script === undefined) return text === source && wordsIn(text).length >= 3
  return wordsIn(text).length >= 2 && !script.test(text)
}

/** On pages of the own case: who helps is no official of a state, and what was told is no lawsuit. */
const OF_STATE_AND_COURT: Partial<Record<Locale, RegExp>> = {
  vi: /cán bộ/iu,
  km: /មន្ត្រី|សំណុំរឿង/u,
  my: /အရာရှိ|အမှု/u,
  ne: /मुद्दा/u,
  fil: /opisyal/iu,
  'zh-Hans': /案件/u,
}
const OWN_CASE_ROOMS = ['report', 'track', 'files', 'offline']

describe.each(FILES.filter(([locale, room]) => locale in OF_STATE_AND_COURT && OWN_CASE_ROOMS.includes(room)))(
  '%s: %s',
  (locale, room) => {
    it('has no words of states and courts for who helps and what was told', () => {
      const found = Object.entries(messagesOf(locale, room)).filter(([, text]) =>
        OF_STATE_AND_COURT[locale]?.test(text),
      )
      expect(found).toEqual([])
    })
  },
)

describe.each(FILES)('%s: %s', (locale, room) => {
  const texts = Object.entries(messagesOf(locale, room))
  const source = messagesOf('en', room)

  it('is composed text without damage', () => {
    for (const [key, text] of texts) {
      expect(text.normalize('NFC'), key).toBe(text)
      expect(text.isWellFormed(), key).toBe(true)
      expect(text, key).not.toMatch(/[\p{Cc}\uFEFF\uFFF9-\uFFFD\u202A-\u202E\u2066-\u2069]/u)
      // One ends in a space, because the name of the language follows.
      if (source[key]?.trim() === source[key]) expect(text.trim(), key).toBe(text)
    }
  })

  it('has no long dash where the house writes a short one', () => {
    // Chinese has its own: two of them.
    for (const [key, text] of texts) expect(text.replaceAll('——', ''), key).not.toContain('—')
  })

  it('has its readings closed, and only in Japanese', () => {
    for (const [key, text] of texts) {
      const rest = withoutReadings(text)
      expect(rest, key).not.toMatch(/\[[^\]]*\||\|[^[]*\]/u)
      if (locale !== 'ja') expect(rest, key).toBe(text)
    }
  })

  it('has a review state, and what was reviewed is what stands there', () => {
    const review = reviewsOf(locale)[room]
    expect(review.state === 'source').toBe(locale === 'en')
    if (review.state !== 'reviewed') return
    expect(review.reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(review.by).not.toBe('')
    const words = createHash('sha256')
      .update(JSON.stringify(messagesOf(locale, room)))
      .digest('hex')
    expect(words.startsWith(review.words) && review.words.length >= 12).toBe(true)
  })
})

describe.each(FILES.filter(([locale]) => locale !== 'en'))('%s: %s', (locale, room) => {
  it('leaves no sentence in English', () => {
    const source = messagesOf('en', room)
    const left = Object.entries(messagesOf(locale, room)).filter(([key, text]) =>
      isUntranslated(locale, key, text, source[key] ?? ''),
    )
    expect(left.map(([key]) => key)).toEqual([])
  })
})

it.each(FILES.filter(([locale]) => locale === 'my'))('%s: %s is Unicode, not Zawgyi', (locale, room) => {
  for (const [key, text] of Object.entries(messagesOf(locale, room))) expect(unicodeBurmese(text).typed, key).toBeNull()
})

const READ_OUT = FILES.filter(([locale, room]) => locale === 'ja' && ROOM_READERS[room] === 'worker')

describe.each(READ_OUT)('%s: %s', (locale, room) => {
  const texts = Object.entries(messagesOf(locale, room))

  it('reads out every kanji', () => {
    const open = texts.filter(([, text]) => /\p{Script=Han}/u.test(text.replace(/\[[^\]|]+\|[^\]|]+\]/gu, '')))
    expect(open.map(([key]) => key)).toEqual([])
  })

  it('reads kanji in kana', () => {
    for (const [key, text] of texts) {
      for (const [, word = '', reading = ''] of text.matchAll(/\[([^[\]|]+)\|([^[\]|]+)\]/gu)) {
        expect(word, key).toMatch(/\p{Script=Han}/u)
        expect(reading, `${key} ${word}`).toMatch(/^[\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u)
      }
    }
  })
})

it('a language counts as reviewed when every room of the worker is', () => {
  expect(isReviewed('en')).toBe(true)
  for (const [locale] of FILES) {
    const states = ROOMS.filter((room) => ROOM_READERS[room] === 'worker').map((room) => reviewsOf(locale)[room].state)
    expect(isReviewed(locale)).toBe(!states.includes('draft'))
  }
})
