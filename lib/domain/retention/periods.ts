/** How long something stays: a count of hours, days or years; `case`: as long as the case it belongs to; `none`: it is not kept at all. */
export type KeptFor = { readonly count: number; readonly unit: 'hours' | 'days' | 'years' } | 'case' | 'none'

/** What happens at the end: the row goes, what is counted stays without anybody, or the key goes and every word with it. */
export type Ending = 'deleted' | 'anonymised' | 'key_destroyed' | 'never_kept'

/** Why so long: labels under `privacy.basis_<basis>`. */
export type RetentionBasis =
  | 'consent'
  | 'claims'
  | 'accountability'
  | 'needed_to_serve'
  | 'security'
  | 'asked_by_worker'
  | 'research_agreement'

type Rule = {
  readonly kept: KeptFor
  /** From what it is counted: a label under `privacy.from_<from>`. */
  readonly from:
    | 'last_change'
    | 'filing'
    | 'closing'
    | 'disabling'
    | 'request'
    | 'event'
    | 'end'
    | 'reading'
    | 'making'
    | 'use'
    | 'case'
  readonly ending: Ending
  readonly basis: RetentionBasis
  /** The job that does it; `retention` after an administrator confirmed it. */
  readonly job: 'retention' | 'sweep' | 'imports' | 'microdata' | 'notices' | null
}

const days = (count: number): KeptFor => ({ count, unit: 'days' })
const years = (count: number): KeptFor => ({ count, unit: 'years' })
const hours = (count: number): KeptFor => ({ count, unit: 'hours' })

/**
 * Every kind of thing that is kept, how long, why, and what happens then (domain notes, part 10, requirement 3; where the product
 * was stricter it stays so, ADR 053). The notes name no period for holds, emergencies, incidents, confirmations and accounts: a hold
 * stays as long as the claims it was about, what must be provable as long as the trail that tells of it, and 30 days are long enough
 * to undo a mistake; no lawyer has looked at these. What the job `retention` does stands in app.retention_period too, and a test compares.
 */
export const RETENTION = {
  draft: { kept: hours(24), from: 'last_change', ending: 'deleted', basis: 'needed_to_serve', job: 'sweep' },
  receipt: { kept: hours(2), from: 'filing', ending: 'deleted', basis: 'needed_to_serve', job: 'sweep' },
  waiting_receipt: { kept: days(30), from: 'filing', ending: 'deleted', basis: 'needed_to_serve', job: 'sweep' },
  case_not_agreed: { kept: days(30), from: 'filing', ending: 'key_destroyed', basis: 'consent', job: 'sweep' },
  case_deleted: { kept: days(30), from: 'request', ending: 'key_destroyed', basis: 'asked_by_worker', job: 'sweep' },
  case_anonymised: { kept: years(3), from: 'closing', ending: 'anonymised', basis: 'claims', job: 'retention' },
  case_erased: { kept: years(3), from: 'closing', ending: 'key_destroyed', basis: 'claims', job: 'retention' },
  case_file: { kept: years(1), from: 'closing', ending: 'key_destroyed', basis: 'claims', job: 'retention' },
  referral_pack: { kept: years(1), from: 'closing', ending: 'deleted', basis: 'accountability', job: 'retention' },
  consent: { kept: 'case', from: 'case', ending: 'deleted', basis: 'accountability', job: 'retention' },
  rights_request: { kept: 'case', from: 'case', ending: 'deleted', basis: 'accountability', job: 'retention' },
  case_hold: { kept: years(3), from: 'end', ending: 'deleted', basis: 'claims', job: 'retention' },
  emergency_opening: { kept: years(5), from: 'end', ending: 'deleted', basis: 'accountability', job: 'retention' },
  report_mark: { kept: days(14), from: 'filing', ending: 'deleted', basis: 'security', job: 'sweep' },
  identity_number: { kept: 'none', from: 'case', ending: 'never_kept', basis: 'consent', job: null },
  audit_event: { kept: years(5), from: 'event', ending: 'deleted', basis: 'accountability', job: 'retention' },
  staff_session: { kept: days(30), from: 'end', ending: 'deleted', basis: 'security', job: 'retention' },
  staff_invitation: { kept: days(30), from: 'end', ending: 'deleted', basis: 'security', job: 'retention' },
  staff_secret: { kept: days(30), from: 'disabling', ending: 'deleted', basis: 'security', job: 'retention' },
  staff_identity: { kept: days(30), from: 'disabling', ending: 'deleted', basis: 'security', job: 'retention' },
  incident: { kept: years(5), from: 'closing', ending: 'key_destroyed', basis: 'accountability', job: 'retention' },
  retention_confirmation: { kept: years(5), from: 'end', ending: 'deleted', basis: 'accountability', job: 'retention' },
  worker_session: { kept: hours(0), from: 'end', ending: 'deleted', basis: 'security', job: 'sweep' },
  spent_challenge: { kept: hours(1), from: 'making', ending: 'deleted', basis: 'security', job: 'sweep' },
  wrong_try: { kept: hours(1), from: 'event', ending: 'deleted', basis: 'security', job: 'sweep' },
  notice_read: { kept: days(90), from: 'making', ending: 'deleted', basis: 'needed_to_serve', job: 'notices' },
  notice: { kept: days(365), from: 'making', ending: 'deleted', basis: 'needed_to_serve', job: 'notices' },
  mail_attempt: { kept: days(90), from: 'event', ending: 'deleted', basis: 'security', job: 'notices' },
  report_import: { kept: days(14), from: 'making', ending: 'key_destroyed', basis: 'needed_to_serve', job: 'imports' },
  microdata_file: { kept: days(30), from: 'making', ending: 'deleted', basis: 'research_agreement', job: 'microdata' },
  statistic_question: { kept: days(365), from: 'use', ending: 'deleted', basis: 'accountability', job: 'sweep' },
  translation_comment: { kept: days(180), from: 'making', ending: 'deleted', basis: 'needed_to_serve', job: 'sweep' },
} as const satisfies Readonly<Record<string, Rule>>

export type KeptKind = keyof typeof RETENTION

export const KEPT_KINDS = Object.keys(RETENTION) as readonly KeptKind[]

/** What the job `retention` takes away, and a dry run counts. */
export const RETAINED_KINDS = [
  'case_anonymised',
  'case_erased',
  'case_file',
  'referral_pack',
  'audit_event',
  'staff_session',
  'staff_invitation',
  'staff_secret',
  'staff_identity',
  'incident',
  'retention_confirmation',
  'emergency_opening',
  'case_hold',
] as const satisfies readonly KeptKind[]
export type RetainedKind = (typeof RETAINED_KINDS)[number]

/** Whether a stored word is a kind that this version takes away. */
export function isRetainedKind(word: string): word is RetainedKind {
  return (RETAINED_KINDS as readonly string[]).includes(word)
}

/** The name of these periods, as app.retention_periods has it. Change both with a period: it has to be confirmed anew. */
export const RETENTION_PERIODS = '2026-11-22'
