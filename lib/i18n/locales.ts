/**
 * The languages a worker can choose, in the order of the language list. A new one is a line here, its facts below, and a
 * folder of messages; every other place derives its list from this one.
 */
export const LOCALES = ['vi', 'id', 'my', 'fil', 'km', 'ne', 'zh-Hans', 'th', 'en', 'ja'] as const

export type Locale = (typeof LOCALES)[number]

/** The languages of the staff side: cases, money, statistics and settings have words in these only. */
export const STAFF_LOCALES = ['en', 'ja', 'vi'] as const satisfies readonly Locale[]

export type StaffLocale = (typeof STAFF_LOCALES)[number]

/** The source language: every message is written here first. */
export const DEFAULT_LOCALE = 'en' satisfies StaffLocale

export type LocaleFacts = {
  /** The language's name as its own readers write it; never translated. */
  readonly ownName: string
  /** BCP 47 tag for Intl: separators and words. Digits are Latin in every language: people type, dial and say them. */
  readonly intlTag: string
  /** The same for dates in a sentence: the common calendar, in the digits the language writes dates with. */
  readonly dateTag: string
  readonly direction: 'ltr' | 'rtl'
}

export const LOCALE_FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  vi: { ownName: 'Tiếng Việt', intlTag: 'vi-VN', dateTag: 'vi-VN', direction: 'ltr' },
  id: { ownName: 'Bahasa Indonesia', intlTag: 'id-ID', dateTag: 'id-ID', direction: 'ltr' },
  my: { ownName: 'မြန်မာ', intlTag: 'my-MM-u-nu-latn', dateTag: 'my-MM-u-ca-gregory-nu-mymr', direction: 'ltr' },
  fil: { ownName: 'Filipino', intlTag: 'fil-PH', dateTag: 'fil-PH', direction: 'ltr' },
  km: { ownName: 'ភាសាខ្មែរ', intlTag: 'km-KH-u-nu-latn', dateTag: 'km-KH-u-ca-gregory-nu-latn', direction: 'ltr' },
  ne: { ownName: 'नेपाली', intlTag: 'ne-NP-u-nu-latn', dateTag: 'ne-NP-u-ca-gregory-nu-deva', direction: 'ltr' },
  'zh-Hans': { ownName: '简体中文', intlTag: 'zh-Hans-CN', dateTag: 'zh-Hans-CN', direction: 'ltr' },
  // Thai dates are Buddhist by default: 2569 for 2026. Papers from Japan are not.
  th: { ownName: 'ไทย', intlTag: 'th-TH-u-nu-latn', dateTag: 'th-TH-u-ca-gregory-nu-latn', direction: 'ltr' },
  en: { ownName: 'English', intlTag: 'en-GB', dateTag: 'en-GB', direction: 'ltr' },
  ja: { ownName: '日本語', intlTag: 'ja-JP', dateTag: 'ja-JP', direction: 'ltr' },
}

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value)
}

/** Whether the staff side speaks this language. */
export function isStaffLocale(value: string): value is StaffLocale {
  return (STAFF_LOCALES as readonly string[]).includes(value)
}

/** The locale of an address. proxy.ts lets only known ones through; anything else reads as the default. */
export function toLocale(value: string): Locale {
  return isLocale(value) ? value : DEFAULT_LOCALE
}
