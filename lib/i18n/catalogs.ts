import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_LOCALE, isStaffLocale, type Locale } from './locales'
import type { MessageKey } from './message-key'
import { ROOM_READERS, ROOMS } from './rooms'

export type Catalog = Readonly<Record<MessageKey, string>>

// Every command starts in the project's folder. Read and not imported: ten languages stay out of every bundle.
const MESSAGES = path.join(process.cwd(), 'lib', 'i18n', 'messages')

const catalogs = new Map<Locale, Catalog>()

/**
 * All words of a language. What a language lacks stands in English, so that a page is whole in any case;
 * tests/unit/i18n/catalogs.test.ts tells what is missing.
 */
export function catalogFor(locale: Locale): Catalog {
  const known = catalogs.get(locale)
  if (known !== undefined) return known
  const own = ROOMS.filter((room) => ROOM_READERS[room] === 'worker' || isStaffLocale(locale))
  const words = Object.assign({}, ...own.map((room) => wordsIn(locale, room)))
  const catalog: Catalog = locale === DEFAULT_LOCALE ? words : { ...catalogFor(DEFAULT_LOCALE), ...words }
  catalogs.set(locale, catalog)
  return catalog
}

function wordsIn(locale: Locale, room: string): Record<string, string> {
  const file = path.join(/* turbopackIgnore: true */ MESSAGES, locale, `${room}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}
