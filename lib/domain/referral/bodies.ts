import type { Line, LineLanguage, OpenHours, ReferralBody } from './referral-body'

const WEEKDAYS = [1, 2, 3, 4, 5] as const
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const
const CHECKED_ON = '2026-11-20'

/** The labour hotline's evenings and weekends: "17:00-22:00; Sat, Sun and public holidays 09:00-21:00". */
function hotlineHours(days: readonly number[]): readonly OpenHours[] {
  const evenings = days.filter((day) => day <= 5)
  const weekend = days.filter((day) => day > 5)
  return [
    ...(evenings.length > 0 ? [{ days: evenings, from: '17:00', to: '22:00' }] : []),
    ...(weekend.length > 0 ? [{ days: weekend, from: '09:00', to: '21:00' }] : []),
  ]
}

/**
 * Bodies in Japan that a worker can call. Left out on purpose: numbers found only in third-party data files, numbers
 * of home countries that do not serve callers in Japan, and language lines whose number no page showed.
 */
export const REFERRAL_BODIES: readonly ReferralBody[] = [
  {
    code: 'otit',
    nameJa: '外国人技能実習機構 母国語相談',
    // An older page (2018) gives Monday, Wednesday and Friday only for Vietnamese.
    // From 1 April 2027 a successor organisation takes over: expect new numbers.
    lines: [
      { number: '0120-250-168', languages: ['vi'], hours: [{ days: WEEKDAYS, from: '11:00', to: '19:00' }] },
      { number: '0120-250-169', languages: ['zh'], hours: [{ days: [1, 3, 5], from: '11:00', to: '19:00' }] },
      { number: '0120-250-192', languages: ['id'], hours: [{ days: [2, 4], from: '11:00', to: '19:00' }] },
      { number: '0120-250-197', languages: ['fil'], hours: [{ days: [2, 4], from: '11:00', to: '19:00' }] },
      { number: '0120-250-147', languages: ['en'], hours: [{ days: [2, 4], from: '11:00', to: '19:00' }] },
    ],
    languages: ['vi', 'zh', 'id', 'fil', 'en'],
    hours: [],
    closed: 'holidays',
    cost: 'free',
    isAnonymous: false,
    verified: 'other_page',
    source: 'Third-party copies of the OTIT consultation page; days of 2018 and later',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'labour_hotline',
    nameJa: '労働条件相談ほっとライン',
    lines: [
      { number: '0120-811-610', languages: ['ja'], hours: hotlineHours(EVERY_DAY) },
      { number: '0120-531-401', languages: ['en'], hours: hotlineHours(EVERY_DAY) },
      { number: '0120-531-402', languages: ['zh'], hours: hotlineHours(EVERY_DAY) },
      { number: '0120-531-405', languages: ['fil'], hours: hotlineHours([2, 3, 6]) },
      { number: '0120-531-406', languages: ['vi'], hours: hotlineHours([3, 5, 6]) },
      { number: '0120-531-408', languages: ['ne'], hours: hotlineHours([3, 7]) },
      { number: '0120-613-801', languages: ['ko'], hours: hotlineHours([4, 7]) },
      { number: '0120-613-803', languages: ['id'], hours: hotlineHours([4, 7]) },
    ],
    languages: ['ja', 'en', 'zh', 'fil', 'vi', 'ne', 'ko', 'id'],
    hours: [],
    closed: 'new_year',
    cost: 'free',
    isAnonymous: true,
    verified: 'other_page',
    source:
      'Hours: the ministry’s page of the hotline. Numbers: municipal copies; they change with the yearly contract',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'labour_daytime',
    nameJa: '外国人労働者向け相談ダイヤル',
    lines: [
      { number: '0570-001701', languages: ['en'] },
      { number: '0570-001702', languages: ['zh'] },
      { number: '0570-001703', languages: ['pt'] },
      { number: '0570-001704', languages: ['es'] },
    ],
    languages: ['en', 'zh', 'pt', 'es'],
    hours: [],
    closed: null,
    cost: 'call_charged',
    isAnonymous: false,
    verified: 'other_page',
    source: 'Municipal copies of the ministry’s list; numbers of later languages were not found',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'houterasu',
    nameJa: '法テラス 多言語情報提供サービス',
    lines: [
      { number: '0570-078377', languages: null },
      { number: '050-3754-5430', languages: null, remark: 'from_ip_phone' },
    ],
    languages: ['en', 'zh', 'ko', 'es', 'pt', 'vi', 'fil', 'ne', 'th', 'id'],
    hours: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }],
    closed: null,
    cost: 'call_charged',
    isAnonymous: false,
    verified: 'official_page',
    source: 'Legal Information for Foreign Nationals, houterasu.or.jp, undated copy',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'isa_info',
    nameJa: '外国人在留総合インフォメーションセンター',
    lines: [
      { number: '0570-013904', languages: null },
      { number: '03-5796-7112', languages: null, remark: 'from_abroad' },
    ],
    languages: ['ja', 'en', 'zh', 'ko', 'es', 'pt', 'vi', 'fil', 'ne', 'id', 'th', 'km', 'my', 'mn', 'fr', 'si', 'ur'],
    hours: [{ days: WEEKDAYS, from: '08:30', to: '17:15' }],
    closed: null,
    cost: null,
    isAnonymous: false,
    verified: 'other_page',
    source: 'News article of 1 July 2021 on the 17 languages; an administrative scrivener’s page agrees',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'human_rights',
    nameJa: '外国語人権相談ダイヤル',
    lines: [{ number: '0570-090911', languages: null }],
    languages: ['en', 'zh', 'ko', 'fil', 'pt', 'vi', 'ne', 'es', 'id', 'th'],
    hours: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }],
    closed: null,
    cost: 'call_charged',
    isAnonymous: false,
    verified: 'other_page',
    source: 'Public copies of the Ministry of Justice leaflet',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'yorisoi',
    nameJa: 'よりそいホットライン',
    // Foreign languages by day and hour, 10:00-22:00 on a page of 2015: not shown as hours, it is too old.
    lines: [
      { number: '0120-279-338', languages: null, remark: 'press_two' },
      { number: '0120-279-226', languages: null, remark: 'from_north_east' },
    ],
    languages: ['en', 'zh', 'ko', 'es', 'pt', 'th', 'vi', 'id', 'fil', 'ne'],
    hours: [],
    closed: null,
    cost: 'free',
    isAnonymous: false,
    verified: 'other_page',
    source: 'Public copies of the hotline’s leaflet, 2015 and later',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'fresc',
    nameJa: '外国人在留支援センター（フレスク）',
    lines: [
      { number: '0570-011000', languages: ['ja'] },
      { number: '03-5363-3013', languages: ['ja'], remark: 'from_abroad' },
    ],
    languages: ['ja'],
    hours: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }],
    closed: 'new_year',
    cost: null,
    isAnonymous: false,
    verified: 'other_page',
    source: 'Summary of the announcement of 12 June 2020; languages by phone not stated',
    checkedOn: CHECKED_ON,
  },
  {
    code: 'dv_plus',
    nameJa: 'DV相談プラス',
    // Ten languages are served by chat and mail; the phone is Japanese.
    lines: [{ number: '0120-279-889', languages: ['ja'], hours: [{ days: EVERY_DAY, from: '00:00', to: '24:00' }] }],
    languages: ['ja'],
    hours: [],
    closed: null,
    cost: 'free',
    isAnonymous: false,
    verified: 'other_page',
    source: 'Third-party copies of the Cabinet Office page',
    checkedOn: CHECKED_ON,
  },
]

/** Danger to life: police, and ambulance or fire. Day and night, free, in Japanese. General knowledge, no page read. */
export const EMERGENCY_NUMBERS = { police: '110', ambulance: '119' } as const

export type ReachableBody = { readonly body: ReferralBody; readonly lines: readonly Line[] }

/** The bodies that answer in a language, each with the numbers that do, in the order of the list. */
export function bodiesAnswering(language: LineLanguage): readonly ReachableBody[] {
  return REFERRAL_BODIES.map((body) => ({
    body,
    lines: body.lines.filter((line) => (line.languages ?? body.languages).includes(language)),
  })).filter(({ lines }) => lines.length > 0)
}
