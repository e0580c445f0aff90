/**
 * The languages a reader can choose today. A language is listed here only when its
 * message files are complete; every other place derives its list from this one.
 */
export const LOCALES = ['en', 'vi'] as const

export type Locale = (typeof LOCALES)[number]

/** The source language: every message is written here first. */
export const DEFAULT_LOCALE: Locale = 'en'

export type LocaleFacts = {
  /** The language's name as its own readers write it; never translated. */
  readonly ownName: string
  /** BCP 47 tag for Intl: decides digits, separators and the order of a date. */
  readonly intlTag: string
  readonly direction: 'ltr' | 'rtl'
  /** False until a native reader has passed the texts; worker pages then say so in the foot. */
  readonly isReviewed: boolean
}

export const LOCALE_FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  en: { ownName: 'English', intlTag: 'en-GB', direction: 'ltr', isReviewed: true },
  vi: { ownName: 'Tiếng Việt', intlTag: 'vi-VN', direction: 'ltr', isReviewed: false },
}

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value)
}

/** The locale of an address. proxy.ts lets only known ones through; anything else reads as the default. */
export function toLocale(value: string): Locale {
  return isLocale(value) ? value : DEFAULT_LOCALE
}
