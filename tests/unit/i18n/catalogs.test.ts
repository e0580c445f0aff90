import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'

const MESSAGES = path.resolve('lib/i18n/messages')
const NAMESPACES = readdirSync(path.join(MESSAGES, 'en')).map((file) => path.basename(file, '.json'))

function messagesOf(locale: string, namespace: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(MESSAGES, locale, `${namespace}.json`), 'utf8'))
}

/** The names a message needs, those inside plurals too. */
function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))]
    }
    return element.type === TYPE.tag ? namesIn(element.children) : [element.value]
  })
}

const namesOf = (text: string) => [...new Set(namesIn(parse(text, { ignoreTag: true })))].sort()

it('there are message files to check', () => {
  expect(NAMESPACES.length).toBeGreaterThan(5)
})

describe.each(LOCALES)('messages in %s', (locale) => {
  it.each(NAMESPACES)('%s has every key of the source language and no other', (namespace) => {
    const keys = Object.keys(messagesOf(locale, namespace)).sort()
    expect(keys).toEqual(Object.keys(messagesOf('en', namespace)).sort())
  })

  it.each(NAMESPACES)('%s writes every key in full and leaves none empty', (namespace) => {
    for (const [key, text] of Object.entries(messagesOf(locale, namespace))) {
      expect(key.startsWith(`${namespace}.`), key).toBe(true)
      expect(text.trim(), key).not.toBe('')
    }
  })

  it.each(NAMESPACES)('%s asks for the same names as the source language', (namespace) => {
    const source = messagesOf('en', namespace)
    for (const [key, text] of Object.entries(messagesOf(locale, namespace))) {
      expect(namesOf(text), key).toEqual(namesOf(source[key] ?? ''))
    }
  })
})
