import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Page } from 'playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { WORKER_ROOMS } from '@/lib/i18n/rooms'

// What stands on a page and must not: English on a page of another language, a key where words belong, a parameter left open.

/** Shorter pieces may be a name, a brand or a code in any language. */
const LONG_ENOUGH = 20

/** Written with other letters: on their pages a row of Latin words is English, wherever it came from. */
const OWN_LETTERS: ReadonlySet<Locale> = new Set(['my', 'km', 'ne', 'zh-Hans', 'th', 'ja'])
const LATIN_WORDS = /(?:[A-Za-z][A-Za-z'’-]*,? ){6,}[A-Za-z'’-]+/g
/** Programmes and offices that people of a language call by their English names. */
const NAMES: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  fil: [
    'Technical intern training',
    'Specified skilled worker',
    'Immigration Services Agency',
    'Foreign Residents Support Center',
    'Ministry of Health, Labour and Welfare',
    'DV Hotline Plus, Cabinet Office',
  ],
}
const KEYS = new RegExp(String.raw`\b(?:${WORKER_ROOMS.join('|')})\.[a-z]\w*_\w+`, 'g')
const LEFT_OPEN = /\{[a-z]\w*[,}]|\[[^\]|\n]{1,40}\|[^\]\n]{1,40}\]|[\uFFF9-\uFFFB]/g

const messagesOf = (room: string) =>
  Object.values(
    JSON.parse(readFileSync(path.join('lib', 'i18n', 'messages', 'en', `${room}.json`), 'utf8')) as Record<
      string,
      string
    >,
  )

/** Every piece of an English sentence without its parameters. */
const PIECES: readonly string[] = [
  ...new Set(
    WORKER_ROOMS.flatMap(messagesOf)
      .flatMap((message) => literals(parse(message, { ignoreTag: true })))
      .map((piece) => piece.trim())
      .filter((piece) => piece.length > LONG_ENOUGH && piece.includes(' ') && /[a-z]{3}/.test(piece)),
  ),
]

function literals(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value]
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return Object.values(element.options).flatMap((option) => literals(option.value))
    return []
  })
}

/** What somebody sees or hears: texts, folded ones too, names of things and words for scripts. What says of itself that it is English may be. */
export async function wordsOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: string[] = [document.title]
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement
      if (!holder?.closest('[lang="en"]:not(html), script, style, noscript, textarea'))
        said.push(texts.currentNode.textContent ?? '')
    }
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[lang="en"]:not(html)')) continue
      for (const { name, value } of element.attributes)
        if (/^(?:aria-label|alt|title|placeholder)$/.test(name)) said.push(value)
        // A script fills these in.
        else if (name.startsWith('data-')) said.push(value.replaceAll(/\{\w+\}/g, ''))
    }
    return said.join('\n')
  })
}

/** What of `words` is not in the language of the page. */
export function foreignTo(locale: Locale, words: string): string[] {
  const found = [...(words.match(KEYS) ?? []), ...(words.match(LEFT_OPEN) ?? [])]
  if (locale === 'en') return found
  found.push(...PIECES.filter((piece) => words.includes(piece) && !NAMES[locale]?.includes(piece)))
  if (OWN_LETTERS.has(locale)) found.push(...(words.match(LATIN_WORDS) ?? []))
  return found
}
