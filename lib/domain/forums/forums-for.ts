import { isOriginCode } from '@/lib/domain/countries'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { claimedFrom, claimsOf, evidenceThere, type ForumFacts } from './case-claims'
import { FORUM_EFFECTS, type ClaimKind, type ForumRule, type LegalRule, type WantedEvidence } from './legal-rule'

/** A body for this case: what it could do about which claims, what it has to be shown that is there or still missing. */
export type Forum = {
  readonly rule: ForumRule
  readonly claims: readonly ClaimKind[]
  readonly evidenceThere: readonly WantedEvidence[]
  readonly evidenceMissing: readonly WantedEvidence[]
  /** The worker stays nameless here, which this body does not take. */
  readonly needsName: boolean
  /** A state that endangers its own people (domain notes, part 5): a second person confirms. */
  readonly isDangerous: boolean
}

/**
 * The bodies that can order or help a remedy in this case on a day ('YYYY-MM-DD'): those that decide first, and among them those
 * that answer most of its claims.
 */
export function forumsFor(facts: ForumFacts, rules: readonly LegalRule[], today: string): readonly Forum[] {
  const claims = claimsOf(facts)
  const there = evidenceThere(facts)
  return rules
    .filter((rule): rule is ForumRule => rule.kind === 'forum')
    .filter((rule) => isAbout(rule, facts) && isInForce(rule, today))
    .map((rule) => ({
      rule,
      claims: claims.filter((claim) => answers(rule, claim, facts)),
      evidenceThere: rule.evidence.filter((kind) => there.has(kind)),
      evidenceMissing: rule.evidence.filter((kind) => !there.has(kind)),
      needsName: facts.isAnonymous && !rule.acceptsAnonymous,
      isDangerous: needsSecondConfirmation(rule.jurisdiction),
    }))
    .filter(({ claims: answered }) => answered.length > 0)
    .toSorted(
      (a, b) =>
        FORUM_EFFECTS.indexOf(a.rule.effect) - FORUM_EFFECTS.indexOf(b.rule.effect) ||
        b.claims.length - a.claims.length ||
        (a.rule.id < b.rule.id ? -1 : 1),
    )
}

/** Whether a rule is about workers of this country and scheme. */
export function isAbout(rule: LegalRule, { origin, scheme }: ForumFacts): boolean {
  const isOrigin = rule.origins === '*' || (origin !== null && isOriginCode(origin) && rule.origins.includes(origin))
  // An unknown scheme shuts nothing out: the officer is told to ask.
  return isOrigin && (rule.schemes === '*' || scheme === null || scheme === 'not_sure' || rule.schemes.includes(scheme))
}

/** Whether a rule is about this claim, against those it would be made against here. */
export function answers(rule: LegalRule, claim: ClaimKind, facts: ForumFacts): boolean {
  if (!rule.claims.includes(claim)) return false
  if (rule.against === '*') return true
  const from = claimedFrom(claim, facts)
  return from === null || rule.against.some((role) => from.includes(role))
}

/** Whether a rule holds on a day. */
export function isInForce(rule: LegalRule, day: string): boolean {
  return (
    (rule.effectiveFrom === null || rule.effectiveFrom <= day) && (rule.effectiveTo === null || day <= rule.effectiveTo)
  )
}
