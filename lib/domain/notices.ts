/**
 * Who is told, among the people of the case's office (app.notify_case in the database knows the same words):
 * `holder` the assignee, otherwise the supervisors, of a critical case both; `assignee` the assignee alone; `supervisors` those
 * who do not hold the case themselves; `both` the assignee and the supervisors; `office` everybody who works on cases.
 */
export const AUDIENCES = ['holder', 'assignee', 'supervisors', 'both', 'office'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What people are told of, and who is. A new kind is its line here and a label `notices.kind_<kind>` in en, vi and ja. */
export const NOTICE_AUDIENCE = {
  critical_report: 'office',
  new_report: 'supervisors',
  assigned: 'assignee',
  handed_over: 'assignee',
  approval_asked: 'supervisors',
  worker_wrote: 'holder',
  worker_answered: 'holder',
  correction_proposed: 'holder',
  right_asked: 'holder',
  officer_asked: 'supervisors',
  remedy_answered: 'holder',
  remedy_not_arrived: 'holder',
  offer_answered: 'holder',
  party_answered: 'holder',
  appeal: 'supervisors',
  reopened: 'holder',
  withdrawn: 'both',
  consent_answered: 'holder',
  consent_withdrawn: 'holder',
  referral_answered: 'holder',
  deadline_soon: 'holder',
  deadline_due: 'holder',
  worker_silent: 'holder',
  others_overdue: 'holder',
  deadline_overdue: 'both',
  critical_overdue: 'both',
  referral_ran_out: 'holder',
  glass_broken: 'both',
} as const satisfies Record<string, Audience>

/** What people of the office of a case are told of. */
export type CaseNoticeKind = keyof typeof NOTICE_AUDIENCE

/**
 * What an office is told of a share that another office gave it: all who work on cases, once somebody took it on that person and
 * the supervisors (app.notify_share in the database, with the change itself).
 */
export const SHARE_NOTICES = ['share_received', 'share_withdrawn', 'share_ran_out'] as const

/** What supervisors and administrators are told of an incident with personal data (app.notify_breach in the database). */
export const BREACH_NOTICES = ['breach_reported', 'breach_due', 'breach_overdue'] as const

/** What somebody is told of a long act of their own, which they did not watch to its end. */
export const OWN_NOTICES = ['import_critical'] as const
export type OwnNoticeKind = (typeof OWN_NOTICES)[number]

/** What administrators are told of the installation: something of it needs somebody now (app.tell_administrators). */
export const SYSTEM_NOTICES = ['system_attention'] as const

/** What everybody is told of the own account: that something of it was changed (app.tell_of_account). Nobody puts it aside. */
export const ACCOUNT_NOTICES = ['account_changed'] as const

/** Something people are told of. */
export type NoticeKind =
  | CaseNoticeKind
  | (typeof SHARE_NOTICES)[number]
  | (typeof BREACH_NOTICES)[number]
  | (typeof SYSTEM_NOTICES)[number]
  | (typeof ACCOUNT_NOTICES)[number]
  | OwnNoticeKind

/** What who works on cases can be told of, and put aside. */
const CASE_STAFF_KINDS: readonly NoticeKind[] = [
  ...(Object.keys(NOTICE_AUDIENCE) as readonly CaseNoticeKind[]),
  ...SHARE_NOTICES,
  ...BREACH_NOTICES,
  ...OWN_NOTICES,
]
/** What an administrator can, who sees no case. */
const ADMINISTRATOR_KINDS: readonly NoticeKind[] = [...BREACH_NOTICES, ...SYSTEM_NOTICES]

/** What somebody of this role can be told of, and put aside. */
export function noticeKindsOf(role: string): readonly NoticeKind[] {
  return role === 'administrator' ? ADMINISTRATOR_KINDS : CASE_STAFF_KINDS
}

export const NOTICE_KINDS: readonly NoticeKind[] = [...CASE_STAFF_KINDS, ...SYSTEM_NOTICES, ...ACCOUNT_NOTICES]

/** Where a notice leads: to a case, to a share of another office's case, to an import, to an incident, to the own account, or to how the installation stands. */
export type NoticePlace =
  | { readonly kind: 'case'; readonly number: string }
  | { readonly kind: 'share'; readonly id: string }
  | { readonly kind: 'import'; readonly id: string }
  | { readonly kind: 'breach'; readonly id: string }
  | { readonly kind: 'account' }
  | { readonly kind: 'system' }

/** What nobody can put aside in the list: somebody may be in danger, or waits for this one person. Mail about it can be. */
export const ALWAYS_IN_APP: readonly NoticeKind[] = [
  'critical_report',
  'import_critical',
  'critical_overdue',
  'assigned',
  'glass_broken',
  'breach_overdue',
  'account_changed',
]

/** Whether a stored word is a kind that this version knows. */
export function isNoticeKind(word: string): word is NoticeKind {
  return (NOTICE_KINDS as readonly string[]).includes(word)
}

/** Hours without mail, in minutes of the day of one's own time zone; `from` after `to` goes over midnight. */
export type QuietHours = { readonly from: number; readonly to: number }

/** Where desks of the corridors stand; hours are said in one of them. */
export const NOTICE_TIME_ZONES = [
  'Asia/Tokyo',
  'Asia/Manila',
  'Asia/Ho_Chi_Minh',
  'Asia/Jakarta',
  'Asia/Bangkok',
  'Asia/Phnom_Penh',
  'Asia/Yangon',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'UTC',
] as const
