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
} as const satisfies Record<string, Audience>

/** Something people are told of. */
export type NoticeKind = keyof typeof NOTICE_AUDIENCE

export const NOTICE_KINDS = Object.keys(NOTICE_AUDIENCE) as readonly NoticeKind[]

/** What nobody can put aside in the list: somebody may be in danger, or waits for this one person. Mail about it can be. */
export const ALWAYS_IN_APP: readonly NoticeKind[] = ['critical_report', 'critical_overdue', 'assigned']

/** Whether a stored word is a kind that this version knows. */
export function isNoticeKind(word: string): word is NoticeKind {
  return Object.hasOwn(NOTICE_AUDIENCE, word)
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
