import { RETENTION, type KeptKind } from '../retention/periods'
import type { BreachData } from './breach'

/** Whom an activity is about; labels under `privacy.person_<kind>`. */
export type PersonKind = 'worker' | 'helper' | 'witness' | 'party' | 'staff' | 'anybody'

/** How it is kept from others; labels under `privacy.measure_<measure>`. */
export type Measure =
  | 'key_per_case'
  | 'row_security'
  | 'audit_chain'
  | 'two_people'
  | 'disclosure_control'
  | 'no_names'
  | 'hashes_only'
  | 'consent_asked'
  | 'password_hash'

/** One thing that is done with personal data, as APPI and GDPR art. 30 ask for it. Labels under `privacy.activity_<code>`. */
export type Activity = {
  readonly code: string
  readonly people: readonly PersonKind[]
  /** Of what kinds the data are; those that need special care are told apart by `SPECIAL_CARE`. */
  readonly data: readonly BreachData[]
  /** consent: a yes of the person; law: a duty; need: to run what was asked for. */
  readonly ground: 'consent' | 'law' | 'need'
  /** Whether what it holds leaves the office: to bodies and offices with a yes, to a party by a link, to the public as numbers. */
  readonly goesTo: 'nobody' | 'bodies' | 'parties' | 'public' | 'researchers' | 'mail_server'
  readonly kept: readonly KeptKind[]
  readonly measures: readonly Measure[]
}

const ALL_OF_A_CASE: readonly BreachData[] = [
  'story',
  'identity',
  'contact',
  'money',
  'files',
  'health',
  'violence',
  'crime',
  'union',
]

/** Every activity of the product. What is done with other data by who runs it stands in their own register. */
export const ACTIVITIES: readonly Activity[] = [
  {
    code: 'reports',
    people: ['worker', 'helper', 'witness', 'party'],
    data: ALL_OF_A_CASE,
    ground: 'consent',
    goesTo: 'nobody',
    kept: [
      'draft',
      'case_not_agreed',
      'case_deleted',
      'case_anonymised',
      'case_erased',
      'consent',
      'rights_request',
      'case_hold',
      'report_mark',
    ],
    measures: ['key_per_case', 'row_security', 'audit_chain', 'consent_asked', 'hashes_only'],
  },
  {
    code: 'files',
    people: ['worker', 'party'],
    data: ['files'],
    ground: 'consent',
    goesTo: 'nobody',
    kept: ['case_file'],
    measures: ['key_per_case', 'row_security', 'audit_chain'],
  },
  {
    code: 'referrals',
    people: ['worker'],
    data: ALL_OF_A_CASE,
    ground: 'consent',
    goesTo: 'bodies',
    kept: ['referral_pack'],
    measures: ['key_per_case', 'consent_asked', 'two_people', 'audit_chain'],
  },
  {
    code: 'answers',
    people: ['worker', 'party'],
    data: ['story', 'money'],
    ground: 'consent',
    goesTo: 'parties',
    kept: ['case_anonymised'],
    measures: ['key_per_case', 'consent_asked', 'no_names'],
  },
  {
    code: 'imports',
    people: ['worker'],
    data: ALL_OF_A_CASE,
    ground: 'consent',
    goesTo: 'nobody',
    kept: ['report_import'],
    measures: ['key_per_case', 'row_security'],
  },
  {
    code: 'statistics',
    people: ['worker'],
    data: ['money'],
    ground: 'consent',
    goesTo: 'public',
    kept: ['statistic_question'],
    measures: ['disclosure_control', 'no_names', 'consent_asked'],
  },
  {
    code: 'microdata',
    people: ['worker'],
    data: ['money'],
    ground: 'consent',
    goesTo: 'researchers',
    kept: ['microdata_file'],
    measures: ['disclosure_control', 'no_names', 'two_people', 'audit_chain'],
  },
  {
    code: 'staff_accounts',
    people: ['staff'],
    data: ['staff', 'contact'],
    ground: 'need',
    goesTo: 'mail_server',
    kept: ['staff_session', 'staff_invitation', 'staff_secret', 'staff_identity', 'notice', 'mail_attempt'],
    measures: ['password_hash', 'row_security', 'audit_chain'],
  },
  {
    code: 'trail',
    people: ['staff', 'worker'],
    data: ['staff'],
    ground: 'law',
    goesTo: 'nobody',
    kept: ['audit_event', 'emergency_opening', 'retention_confirmation'],
    measures: ['audit_chain', 'no_names'],
  },
  {
    code: 'incidents',
    people: ['worker', 'staff'],
    data: ['story', 'staff'],
    ground: 'law',
    goesTo: 'bodies',
    kept: ['incident'],
    measures: ['key_per_case', 'two_people', 'audit_chain'],
  },
  {
    code: 'wrong_tries',
    people: ['anybody'],
    data: ['contact'],
    ground: 'need',
    goesTo: 'nobody',
    kept: ['wrong_try'],
    measures: ['hashes_only'],
  },
]

/** The kinds of things that no activity names; a test holds that there is none but what is no personal data. */
export function unnamedKinds(): readonly KeptKind[] {
  const named = new Set(ACTIVITIES.flatMap(({ kept }) => kept))
  return (Object.keys(RETENTION) as KeptKind[]).filter((kind) => !named.has(kind))
}
