import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isStaffLocale, LOCALES, type Locale } from '@/lib/i18n/locales'
import { ROOM_READERS, ROOMS, type Room } from '@/lib/i18n/rooms'

const MESSAGES = path.resolve('lib/i18n/messages')

/** The rooms a language must have words for: staff rooms only in the languages of the staff. */
export function roomsOf(locale: Locale): readonly Room[] {
  return ROOMS.filter((room) => ROOM_READERS[room] === 'worker' || isStaffLocale(locale))
}

/** Every file there must be, as `[locale, room]`. */
export const FILES = LOCALES.flatMap((locale) => roomsOf(locale).map((room) => [locale, room] as const))

/** What lies in the folder of a language, by room name. */
export function filesIn(locale: string): string[] {
  return readdirSync(path.join(MESSAGES, locale)).map((file) => path.basename(file, '.json'))
}

/** The messages as they are written; an absent file has none. */
export function messagesOf(locale: string, room: string): Record<string, string> {
  return filesIn(locale).includes(room) ? JSON.parse(fileOf(locale, room)) : {}
}

/** The text of the file itself. */
export function fileOf(locale: string, room: string): string {
  return readFileSync(path.join(MESSAGES, locale, `${room}.json`), 'utf8')
}
