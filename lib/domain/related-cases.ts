import type { PartyRole } from './fees/payees'
import type { Severity } from './severity-levels'
import type { ClosingCode } from './workflow/outcomes'
import type { CaseState } from './workflow/states'

/** How two cases belong together. `duplicate`: one person told the same twice; the one told again is closed. */
export const LINK_KINDS = ['duplicate', 'related'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What two cases can have in common; labels under `cases.related_reason_<code>`. A party says its role: `same_party:broker`. */
export type RelatedReason =
  | 'same_job_order'
  | `same_party:${string}`
  | 'same_amounts'
  | 'same_poster'
  | 'same_month'
  | 'same_corridor'
  | 'same_programme'

/** What the database found that two cases share, by keys, codes and amounts; no sealed word was opened. */
export type SharedTraits = {
  /** Roles of parties that are the same one: by the register, or by the keyed hash of their names. */
  readonly roles: readonly string[]
  readonly sameJobOrder: boolean
  readonly sameProgramme: boolean
  readonly samePoster: boolean
  readonly sameCorridor: boolean
  /** The same yen were paid in all. */
  readonly sameTotal: boolean
  /** How many single payments are of the same amount in the same currency. */
  readonly sameAmounts: number
  readonly sameLanguage: boolean
  /** Between the two reports. */
  readonly daysApart: number
}

/** Another case of the office, as it is named to an officer. */
export type OtherCase = {
  readonly id: string
  readonly number: string
  readonly state: CaseState
  readonly severity: Severity
  readonly closingCode: ClosingCode | null
  readonly receivedAt: Date
}

/** A case that is offered as related, with the reasons in the order of their weight. */
export type RelatedCandidate = OtherCase & {
  readonly reasons: readonly RelatedReason[]
  /** Perhaps the same person told it twice: an officer looks, nothing is merged. */
  readonly isPerhapsDuplicate: boolean
}

// House weights. A company or a go-between of a village is one event; a big sending organisation has hundreds of workers.
const PARTY_WEIGHT: Partial<Record<PartyRole, number>> = {
  accepting_company: 40,
  broker: 40,
  sending_organization: 30,
  supervising_organization: 25,
  supervising_support_organization: 25,
  registered_support_organization: 25,
  training_center: 25,
  lender: 25,
  authority: 0,
}
const OTHER_PARTY_WEIGHT = 15
const WEIGHT = {
  same_job_order: 45,
  same_amounts: 30,
  same_poster: 15,
  same_month: 10,
  same_corridor: 5,
  same_programme: 5,
} as const

/** Less than this is chance: the same poster and the same month alone are half of an office's cases. */
export const RELATED_FROM = 35
/** So many are offered: what a person looks at in a few seconds. */
export const RELATED_SHOWN = 5
/** Reports this near each other count as of the same month. */
const MONTH_DAYS = 31
/** Who tells it twice does so soon. */
const TWICE_WITHIN_DAYS = 14

/** The weight of what two cases share, and the reasons, the heaviest first. */
export function weighShared(shared: SharedTraits): {
  readonly score: number
  readonly reasons: readonly RelatedReason[]
} {
  const found: { reason: RelatedReason; weight: number }[] = shared.roles.map((role) => ({
    reason: `same_party:${role}`,
    weight: PARTY_WEIGHT[role as PartyRole] ?? OTHER_PARTY_WEIGHT,
  }))
  const add = (holds: boolean, reason: keyof typeof WEIGHT) => {
    if (holds) found.push({ reason, weight: WEIGHT[reason] })
  }
  add(shared.sameJobOrder, 'same_job_order')
  add(shared.sameTotal || shared.sameAmounts > 0, 'same_amounts')
  add(shared.samePoster, 'same_poster')
  add(shared.daysApart <= MONTH_DAYS, 'same_month')
  add(shared.sameCorridor, 'same_corridor')
  add(shared.sameProgramme, 'same_programme')
  const told = found.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return { score: told.reduce((sum, { weight }) => sum + weight, 0), reasons: told.map(({ reason }) => reason) }
}

/** Whether one person may have told the same twice: same party, same money, same language, soon after each other. */
export function isPerhapsTwice(shared: SharedTraits): boolean {
  return (
    shared.roles.length > 0 &&
    (shared.sameTotal || shared.sameAmounts > 0) &&
    shared.sameLanguage &&
    shared.daysApart <= TWICE_WITHIN_DAYS
  )
}

/** The best of what was found, explained; those below RELATED_FROM are not offered. */
export function bestRelated(
  found: readonly (OtherCase & SharedTraits)[],
  most: number = RELATED_SHOWN,
): readonly RelatedCandidate[] {
  return found
    .map((one) => ({ one, ...weighShared(one) }))
    .filter(({ score }) => score >= RELATED_FROM)
    .toSorted(
      (a, b) => b.score - a.score || a.one.daysApart - b.one.daysApart || a.one.number.localeCompare(b.one.number),
    )
    .slice(0, most)
    .map(({ one, reasons }) => ({
      id: one.id,
      number: one.number,
      state: one.state,
      severity: one.severity,
      closingCode: one.closingCode,
      receivedAt: one.receivedAt,
      reasons,
      isPerhapsDuplicate: isPerhapsTwice(one) && one.closingCode !== 'duplicate_merged',
    }))
}
