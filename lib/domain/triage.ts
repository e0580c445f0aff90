import { isBlank } from './workflow/blank'
import { DANGER_CODES, type DangerCode } from './grievances/dangers'
import { err, ok, type Result } from './result'
import { assessSeverity, type SeverityFacts, type SeverityReason } from './severity'
import type { Severity } from './severity-levels'

/** How triage ends: ours and given to somebody, not ours and sent on, told twice, or not decided yet. */
export const TRIAGE_DECISIONS = ['assign', 'signpost', 'duplicate', 'later'] as const
export type TriageDecision = (typeof TRIAGE_DECISIONS)[number]

/** What an officer found out about one danger: it holds now, or was asked about and does not. Not asked: neither. */
export type DangerFinding = 'now' | 'not'
export type DangerFindings = { readonly [code in DangerCode]?: DangerFinding }

/** What triage looks at: the facts of the severity, with the dangers as the worker told them, and how the case stands. */
export type TriageFacts = SeverityFacts & {
  readonly severity: Severity
  readonly isOverridden: boolean
}

/** What the officer asks for. `severity` null: as the rules propose. */
export type TriageWish = {
  readonly findings: DangerFindings
  readonly severity: Severity | null
  readonly severityReason: string | undefined
  readonly decision: TriageDecision
}

/** What triage writes about the severity of a case. */
export type TriagePlan = {
  readonly dangers: readonly DangerCode[]
  readonly proposed: Severity
  readonly reasons: readonly SeverityReason[]
  readonly severity: Severity
  readonly isOverridden: boolean
  /** It was not critical before: people are told at once. */
  readonly becomesCritical: boolean
}

/** `severity_reason_missing`: another severity than the proposed one needs a reason. */
export type TriagePlanError = { readonly code: 'severity_reason_missing' }

/** The dangers that count now. What the worker told counts until somebody asked and it does not hold: silence of an officer is no all-clear. */
export function dangersNow(told: readonly DangerCode[], findings: DangerFindings): readonly DangerCode[] {
  return DANGER_CODES.filter((code) => findings[code] === 'now' || (told.includes(code) && findings[code] !== 'not'))
}

/**
 * What follows for the severity from what the officer found. Another severity than the proposed one stands with a reason; one that
 * was chosen before, with its reason, needs no second one while nothing new was found.
 */
export function planTriage(facts: TriageFacts, wish: TriageWish): Result<TriagePlan, TriagePlanError> {
  const dangers = dangersNow(facts.dangers, wish.findings)
  const { severity: proposed, reasons } = assessSeverity({ ...facts, dangers })
  const severity = wish.severity ?? proposed
  const isOverridden = severity !== proposed
  const isAsBefore = facts.isOverridden && severity === facts.severity && proposed === assessSeverity(facts).severity
  if (isOverridden && !isAsBefore && isBlank(wish.severityReason)) return err({ code: 'severity_reason_missing' })
  return ok({
    dangers,
    proposed,
    reasons,
    severity,
    isOverridden,
    becomesCritical: severity === 'critical' && facts.severity !== 'critical',
  })
}
