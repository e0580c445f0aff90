import type { Line, OpenHours, Place, ReferralBody, Verification } from '@/lib/domain/referral/referral-body'
import { formatDay, weekdayName } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

const REMARK_KEYS = {
  press_two: 'common.help_press_two',
  from_ip_phone: 'common.help_from_ip_phone',
  from_abroad: 'common.help_from_abroad',
  from_north_east: 'common.help_from_north_east',
  inside_country: 'rights.inside_country',
} as const satisfies Record<NonNullable<Line['remark']>, MessageKey>

const SOURCE_KEYS = {
  official_page: 'common.help_source_official',
  other_page: 'common.help_source_other',
  general_knowledge: 'rights.checked_on',
} as const satisfies Record<Verification, MessageKey>

export const PLACE_KEYS = {
  national: 'rights.place_national',
  prefecture: 'rights.place_prefecture',
  online: 'rights.place_online',
  embassy: 'rights.place_embassy',
  origin: 'rights.place_origin',
} as const satisfies Record<Place, MessageKey>

/** What a body is for, in a few words. */
export function bodyName(t: Translator, body: ReferralBody): string {
  return wordOf(t, body, '')
}

/** Who is behind it. */
export function bodyWho(t: Translator, body: ReferralBody): string {
  return wordOf(t, body, '_who')
}

// Bodies in Japan came first and have their words beside those of the page; a unit test holds that each has them.
function wordOf(t: Translator, { code, country }: ReferralBody, ending: '' | '_who'): string {
  const key = `${country === 'JP' ? 'common' : 'rights'}.body_${code}${ending}`
  return t.has(key) ? t(key) : code
}

/** What to know about a number: "Then press 2". */
export function remarkText(t: Translator, remark: NonNullable<Line['remark']>): string {
  return t(REMARK_KEYS[remark])
}

/** How a body is known, and the day it was looked up. */
export function verifiedText(t: Translator, { verified, checkedOn }: ReferralBody): string {
  return t(SOURCE_KEYS[verified], { day: formatDay(checkedOn, t.locale) })
}

/** The name of a language in the reader's own: "Vietnamese", "tiếng Việt". */
export function spokenName(t: Translator, code: string): string {
  return new Intl.DisplayNames([t.locale], { type: 'language', fallback: 'code' }).of(code) ?? code
}

/** When a number answers. */
export function openText(t: Translator, hours: readonly OpenHours[], closed: ReferralBody['closed']): string {
  if (hours.length === 0) return t('common.help_hours_unknown')
  const open = hours
    .map(({ days, from, to }) =>
      isDayAndNight(from, to) ? t('common.help_day_and_night') : `${daysText(t, days)} ${from}–${to}`,
    )
    .join('; ')
  if (closed === null) return open
  return `${open}. ${t(closed === 'holidays' ? 'common.help_holidays_closed' : 'common.help_new_year_closed')}`
}

/** "Monday to Friday" when three or more follow each other, otherwise the days one by one. */
function daysText(t: Translator, days: readonly number[]): string {
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  if (days.length === 7) return t('common.help_every_day')
  if (days.length > 2 && last - first === days.length - 1) {
    return t('common.help_day_range', { first: weekdayName(first, t.locale), last: weekdayName(last, t.locale) })
  }
  return days.map((day) => weekdayName(day, t.locale)).join(', ')
}

function isDayAndNight(from: string, to: string): boolean {
  return from === '00:00' && to === '24:00'
}
