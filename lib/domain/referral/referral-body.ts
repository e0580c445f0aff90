import type { OriginCode } from '../countries'
import type { JapanBodyCode, OriginBodyKind } from '../grievances/bodies'
import type { GrievanceGroup } from '../grievances/grievance-row'
import type { SchemeCode } from '../schemes'

/** Language codes as the bodies themselves list them; `fil` stands for Filipino and Tagalog. */
export type LineLanguage =
  | 'bn'
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
  readonly remark?: 'press_two' | 'from_ip_phone' | 'from_abroad' | 'from_north_east' | 'inside_country'
}

/** Where a body can be reached: all of Japan, a counter in one prefecture, by chat or mail, at an embassy, at home. */
export const PLACES = ['national', 'prefecture', 'online', 'embassy', 'origin'] as const
export type Place = (typeof PLACES)[number]

/**
 * How we know a number. `official_page`: read on the operator's own page. `other_page`: read on another public page.
 * `general_knowledge`: no page read. None of them was dialled; an operator checks every entry before release.
 */
export type Verification = 'official_page' | 'other_page' | 'general_knowledge'

export type ReferralBody = {
  readonly code: string
  /** The country whose body it is. */
  readonly country: 'JP' | OriginCode
  readonly places: readonly Place[]
  /** What staff call it when they pass a case on (grievances/bodies.ts); says which problems it is for. */
  readonly actsAs: readonly (JapanBodyCode | OriginBodyKind)[]
  /** Problems it is for beside those, where its own page says so. */
  readonly alsoFor?: readonly GrievanceGroup[]
  readonly schemes: '*' | readonly SchemeCode[]
  /** Null for a body of another country. */
  readonly nameJa: string | null
  /** Empty: the body is known, but no number that a public page shows. */
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
