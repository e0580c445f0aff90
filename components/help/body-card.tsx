import { CallCard } from '@/components/ui/call-card'
import type { Line, OpenHours, ReferralBody, Verification } from '@/lib/domain/referral/referral-body'
import { formatDay, weekdayName } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

const REMARK_KEYS = {
  press_two: 'common.help_press_two',
  from_ip_phone: 'common.help_from_ip_phone',
  from_abroad: 'common.help_from_abroad',
  from_north_east: 'common.help_from_north_east',
} as const satisfies Record<NonNullable<Line['remark']>, MessageKey>

const SOURCE_KEYS = {
  official_page: 'common.help_source_official',
  other_page: 'common.help_source_other',
  general_knowledge: 'common.help_source_known',
} as const satisfies Record<Verification, MessageKey>

const BODY_KEYS: Readonly<Record<string, { readonly name: MessageKey; readonly who: MessageKey }>> = {
  houterasu: { name: 'common.body_houterasu', who: 'common.body_houterasu_who' },
  isa_info: { name: 'common.body_isa_info', who: 'common.body_isa_info_who' },
  fresc: { name: 'common.body_fresc', who: 'common.body_fresc_who' },
  labour_hotline: { name: 'common.body_labour_hotline', who: 'common.body_labour_hotline_who' },
  labour_daytime: { name: 'common.body_labour_daytime', who: 'common.body_labour_daytime_who' },
  otit: { name: 'common.body_otit', who: 'common.body_otit_who' },
  human_rights: { name: 'common.body_human_rights', who: 'common.body_human_rights_who' },
  yorisoi: { name: 'common.body_yorisoi', who: 'common.body_yorisoi_who' },
  dv_plus: { name: 'common.body_dv_plus', who: 'common.body_dv_plus_who' },
}

/** One body with the number that answers in the reader's language, when, at what cost, and how we know it. */
export function BodyCard({ t, body, lines }: { t: Translator; body: ReferralBody; lines: readonly Line[] }) {
  const [line, ...others] = lines
  const keys = BODY_KEYS[body.code]
  if (line === undefined || keys === undefined) return null
  const details = [
    { name: t('common.help_days'), value: openText(t, line.hours ?? body.hours, body.closed) },
    ...(body.cost === null
      ? []
      : [
          {
            name: t('common.help_cost'),
            value: t(body.cost === 'free' ? 'common.help_free' : 'common.help_call_charged'),
          },
        ]),
    ...(body.isAnonymous ? [{ name: t('common.help_name'), value: t('common.help_name_not_needed') }] : []),
    ...others.map((other) => ({
      name: other.remark === undefined ? t('common.help_other_phone') : t(REMARK_KEYS[other.remark]),
      value: (
        <a href={`tel:${other.number.replaceAll('-', '')}`} lang="en" className="num">
          {other.number}
        </a>
      ),
    })),
  ]
  return (
    <CallCard
      name={t(keys.name)}
      body={
        <>
          {t(keys.who)}
          {line.remark === undefined ? null : `. ${t(REMARK_KEYS[line.remark])}`}
        </>
      }
      number={line.number}
      details={details}
      source={t(SOURCE_KEYS[body.verified], { day: formatDay(body.checkedOn, t.locale) })}
    />
  )
}

function openText(t: Translator, hours: readonly OpenHours[], closed: ReferralBody['closed']): string {
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
