import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LOCALES, STAFF_LOCALES } from '@/lib/i18n/locales'
import { ROOMS } from '@/lib/i18n/rooms'
import { FILES, filesIn, messagesOf, roomsOf } from './message-files'

/** The arguments a message needs, those inside plurals too; a choice by words (select) with its words. */
function argumentsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const words = element.type === TYPE.select ? ` ${Object.keys(element.options).sort().join('|')}` : ''
      return [
        `${element.value}${words}`,
        ...Object.values(element.options).flatMap((option) => argumentsIn(option.value)),
      ]
    }
    return element.type === TYPE.tag ? argumentsIn(element.children) : [element.value]
  })
}

const argumentsOf = (text: string) => [...new Set(argumentsIn(parse(text, { ignoreTag: true })))].sort()

it('every file of the source language is a room', () => {
  expect(filesIn('en').sort()).toEqual([...ROOMS, 'review'].sort())
})

it.each(LOCALES)('%s has a file for every room it needs and no other', (locale) => {
  expect(filesIn(locale).sort()).toEqual([...roomsOf(locale), 'review'].sort())
})

it('the staff side has words in its three languages', () => {
  expect(STAFF_LOCALES.map((locale) => roomsOf(locale).length)).toEqual(STAFF_LOCALES.map(() => ROOMS.length))
})

describe.each(FILES)('%s: %s', (locale, room) => {
  const source = messagesOf('en', room)
  const messages = messagesOf(locale, room)

  it('has every key of the source language and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(source).sort())
  })

  it('writes every key in full and leaves none empty', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect(key.startsWith(`${room}.`), key).toBe(true)
      expect(text.trim(), key).not.toBe('')
    }
  })

  it('asks for the same arguments as the source language', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect(argumentsOf(text), key).toEqual(argumentsOf(source[key] ?? ''))
    }
  })
})
