import { formatInstant, formatWeekdayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Nearer than this, a promise is said with its hour. */
const SOON_MS = 48 * 3_600_000

/** By when news comes: a day, or near to it the hour too, and in whose time that is. */
export function sayNewsTime(t: Translator, newsBy: Date, now: Date): string {
  return newsBy.getTime() - now.getTime() < SOON_MS
    ? t('track.japan_time', { when: formatInstant(newsBy, t.locale) })
    : formatWeekdayOf(newsBy, t.locale)
}
