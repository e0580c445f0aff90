import { isConsentValid, type ConsentDates } from './consents'
import type { CaseState } from './workflow/states'

/** What a group of cases is about. */
export const GROUP_KINDS = ['party', 'event'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** A group is looked at by a person and acted on in one go: more cases than this belong into two. */
export const GROUP_MOST = 200

/** What can be done for all cases of a group at once. */
export const GROUP_ACTS = ['message', 'note'] as const
export type GroupActKind = (typeof GROUP_ACTS)[number]

/**
 * What came of a group's act for one case: it is done, it waits because the act was cut short, or why it was left out.
 * Labels under `cases.group_outcome_<code>`.
 */
export const GROUP_OUTCOMES = [
  'done',
  'waiting',
  'erased',
  'closed',
  'proxy_unconfirmed',
  'no_contact_consent',
  'no_words_in_language',
  'left_group',
] as const
export type GroupOutcome = (typeof GROUP_OUTCOMES)[number]
/** Why a case is left out of a group's act. */
export type LeftOut = Exclude<GroupOutcome, 'done' | 'waiting'>

/** What decides whether a case takes part in an act of its group. */
export type GroupCaseFacts = {
  readonly isErased: boolean
  readonly state: CaseState
  /** How the worker wants to be reached; `here_only`: by the own page, where a message waits. */
  readonly contactChannel: string | null
  /** Filed by family or an NGO, and the worker has not confirmed it. */
  readonly isProxyUnconfirmed: boolean
  readonly consents: readonly (ConsentDates & { readonly kind: string })[]
}

/**
 * Why a case is left out of an act of its group; null when it takes part. Notes stay in the office and need only a case that can be
 * read. A message is begun by the office, not by the worker's question: it goes to open cases whose worker confirmed the report and
 * either reads only the own page or agreed to be contacted, and that yes still holds.
 */
export function leftOutOf(act: GroupActKind, facts: GroupCaseFacts, at: Date): LeftOut | null {
  if (facts.isErased) return 'erased'
  if (act === 'note') return null
  if (facts.state === 'closed') return 'closed'
  if (facts.isProxyUnconfirmed) return 'proxy_unconfirmed'
  if (facts.contactChannel === 'here_only') return null
  const mayContact = facts.consents.some(({ kind, ...dates }) => kind === 'contact_worker' && isConsentValid(dates, at))
  return mayContact ? null : 'no_contact_consent'
}
