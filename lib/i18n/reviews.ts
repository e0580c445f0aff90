import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locale } from './locales'
import { ROOMS, WORKER_ROOMS, type Room } from './rooms'

/**
 * What is known about the words of one file. `source` is English, from which all others are made. `draft`: no native reader
 * has passed it. `reviewed`: one has, on a day; `words` is the fingerprint of what was read, so that a later change asks again.
 */
export type Review =
  | { readonly state: 'source' | 'draft' }
  | { readonly state: 'reviewed'; readonly reviewedOn: string; readonly by: string; readonly words: string }

const MESSAGES = path.join(process.cwd(), 'lib', 'i18n', 'messages')

const reviews = new Map<Locale, Readonly<Record<Room, Review>>>()

/** The review state of each message file of a language, from its `review.json`; what is not in there is a draft. */
export function reviewsOf(locale: Locale): Readonly<Record<Room, Review>> {
  const known = reviews.get(locale)
  if (known !== undefined) return known
  const file = path.join(/* turbopackIgnore: true */ MESSAGES, locale, 'review.json')
  const told = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Room, Review>>) : {}
  const all = ROOMS.map((room) => [room, told[room] ?? { state: 'draft' }] as const)
  const found = Object.fromEntries(all) as Record<Room, Review>
  reviews.set(locale, found)
  return found
}

/** Whether native readers have passed every word a worker meets in this language; otherwise its pages say so. */
export function isReviewed(locale: Locale): boolean {
  const states = reviewsOf(locale)
  return WORKER_ROOMS.every((room) => states[room].state !== 'draft')
}
