/** Language codes as the bodies themselves list them; `fil` stands for Filipino and Tagalog. */
export type LineLanguage =
  | 'en'
  | 'es'
  | 'fil'
  | 'fr'
  | 'id'
  | 'ja'
  | 'km'
  | 'ko'
  | 'mn'
  | 'my'
  | 'ne'
  | 'pt'
  | 'si'
  | 'th'
  | 'ur'
  | 'vi'
  | 'zh'

/** Weekdays by ISO number (1 is Monday) and Japan time. */
export type OpenHours = { readonly days: readonly number[]; readonly from: string; readonly to: string }

export type Line = {
  /** As dialled in Japan. */
  readonly number: string
  /** Who is answered on this number; null: everybody the body serves. */
  readonly languages: readonly LineLanguage[] | null
  /** When it differs from the body's own hours. */
  readonly hours?: readonly OpenHours[]
  readonly remark?: 'press_two' | 'from_ip_phone' | 'from_abroad' | 'from_north_east'
}

/**
 * How we know a number. `official_page`: read on the operator's own page. `other_page`: read on another public page.
 * `general_knowledge`: no page read. None of them was dialled; an operator checks every entry before release.
 */
export type Verification = 'official_page' | 'other_page' | 'general_knowledge'

export type ReferralBody = {
  readonly code: string
  readonly nameJa: string
  readonly lines: readonly Line[]
  readonly languages: readonly LineLanguage[]
  /** Empty: known only as "office hours". */
  readonly hours: readonly OpenHours[]
  readonly closed: 'holidays' | 'new_year' | null
  readonly cost: 'free' | 'call_charged' | null
  readonly isAnonymous: boolean
  readonly verified: Verification
  readonly source: string
  readonly checkedOn: string
}
