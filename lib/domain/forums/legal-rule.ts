import type { OriginCode } from '@/lib/domain/countries'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { Confidence } from '@/lib/domain/fees/rules/fee-rule'
import type { SchemeCode } from '@/lib/domain/schemes'

/** What a worker can ask for, as far as the way to it and the time for it differ. */
export const CLAIM_KINDS = [
  'fees',
  'deposit_penalty',
  'wages',
  'deductions',
  'injury',
  'documents',
  'harm',
  'deception',
  'pension',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** What a body can do about a claim: decide it, bring both to one table, look into it and ask for correction, pay for help, stand beside. */
export const FORUM_EFFECTS = ['orders', 'mediates', 'inspects', 'funds', 'supports'] as const
export type ForumEffect = (typeof FORUM_EFFECTS)[number]

/** What a body wants to see. */
export const WANTED_EVIDENCE = [
  'own_account',
  'contract',
  'receipt',
  'payslip',
  'time_record',
  'bank_record',
  'chat',
  'passport',
  'medical_certificate',
] as const
export type WantedEvidence = (typeof WANTED_EVIDENCE)[number]

/** What a forum costs the worker. `means_tested`: free or lent to who has little. */
export const FORUM_COSTS = ['free', 'court_fee', 'membership', 'means_tested'] as const
export type ForumCost = (typeof FORUM_COSTS)[number]

/** What a period is counted from. */
export const LIMITATION_STARTS = [
  'payment',
  'pay_day',
  'act',
  'knowledge',
  'injury',
  'work_end',
  'return_home',
] as const
export type LimitationStart = (typeof LIMITATION_STARTS)[number]

/** A length of time in the calendar: three years, ninety days. */
export type Period = { readonly count: number; readonly unit: 'years' | 'months' | 'days' }

type Common = {
  readonly id: string
  readonly version: number
  /** Where it holds: ISO 3166-1 alpha-2. */
  readonly jurisdiction: string
  readonly claims: readonly ClaimKind[]
  readonly origins: '*' | readonly OriginCode[]
  readonly schemes: '*' | readonly SchemeCode[]
  /** Who the claim is against; `*`: anybody. */
  readonly against: '*' | readonly PartyRole[]
  /** First and last day ('YYYY-MM-DD') on which the start of the period, or the case, must lie; null: no border known. */
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly source: { readonly title: string; readonly article: string | null; readonly url: string | null }
  readonly verification: {
    readonly isVerified: boolean
    readonly confidence: Confidence
    /** The day somebody last looked at the source. */
    readonly readOn: string
  }
  readonly note: string | null
  /** Set when an administrator took it out of use. */
  readonly isWithdrawn: boolean
}

/** A body that can order or help a repayment or another remedy, with what it wants, how long it takes, what it costs. */
export type ForumRule = Common & {
  readonly kind: 'forum'
  /** A body a case can be passed to (referral-choice.ts), as `JP_LSIO` or `VN_regulator`, or a court (`COURT_CODES`). */
  readonly body: string
  readonly effect: ForumEffect
  readonly evidence: readonly WantedEvidence[]
  /** Usual months from asking to an outcome; null: no figure known. */
  readonly monthsFrom: number | null
  readonly monthsTo: number | null
  readonly cost: ForumCost
  readonly acceptsAnonymous: boolean
}

/** How long a claim can be made. */
export type LimitationRule = Common & {
  readonly kind: 'limitation'
  readonly period: Period
  readonly start: LimitationStart
}

/** One version of a rule on forums or time limits; never rewritten, a later version of the same id takes its place. */
export type LegalRule = ForumRule | LimitationRule

/** Courts and boards that decide; a case is not passed to them by us, so they are no referral bodies. */
export const COURT_CODES = [
  'JP_LABOUR_TRIBUNAL',
  'JP_SUMMARY_COURT',
  'JP_DISTRICT_COURT',
  'VN_COURT',
  'PH_NLRC',
  'NP_TRIBUNAL',
  'CN_LABOUR_ARBITRATION',
] as const
export type CourtCode = (typeof COURT_CODES)[number]

/** The rules in use: the highest version of each id, unless it was taken out. */
export function rulesInUse(versions: readonly LegalRule[]): readonly LegalRule[] {
  const latest = new Map<string, LegalRule>()
  for (const rule of versions) if ((latest.get(rule.id)?.version ?? 0) < rule.version) latest.set(rule.id, rule)
  return [...latest.values()].filter(({ isWithdrawn }) => !isWithdrawn)
}
