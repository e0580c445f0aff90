import { daysBetween } from './calendar/day'
import type { FeeCategoryCode } from './fees/categories'
import { PLEDGES, type Collateral } from './fees/ledger/loan-terms'
import { RECRUITING_LENDERS, type LenderKind } from './fees/payees'
import { grievance, indicatorsOf, type GrievanceCode } from './grievances/catalog'
import type { DangerCode } from './grievances/dangers'
import { speaksOfSelfHarm } from './grievances/self-harm-words'
import { moreSevere, type Severity } from './severity-levels'

/** Why a case got its severity; labels under `codes.severity_reason`. */
export const SEVERITY_REASONS = [
  'grievance_default',
  'debt_to_recruiter',
  'collateral_given',
  'immediate_danger',
  'departure_within_7_days',
  'injury_without_care',
  'minor',
  'pregnancy_and_threat',
  'self_harm',
  'retaliation',
  'three_indicators',
] as const

/** One reason for a severity. */
export type SeverityReason = (typeof SEVERITY_REASONS)[number]

/** What a first assessment looks at. `departureOn` and `today` are days `YYYY-MM-DD`. */
export type SeverityFacts = {
  readonly grievances: readonly GrievanceCode[]
  readonly dangers: readonly DangerCode[]
  readonly feeCategories: readonly (FeeCategoryCode | null)[]
  readonly lender: LenderKind | null
  readonly collateral: Collateral | null
  readonly story: string | null
  readonly departureOn: string | null
  readonly today: string
}

/** A return this near makes a case critical (house rule, after OTIT's practice at its SOS desk). */
export const DEPARTURE_ALARM_DAYS = 7

/** So many different forced-labour signs together make a case critical. */
export const INDICATOR_ALARM = 3

const RAISED_BY_DANGER: Record<DangerCode, SeverityReason> = {
  in_danger_now: 'immediate_danger',
  sent_home_within_7_days: 'departure_within_7_days',
  injured_without_care: 'injury_without_care',
  thinking_of_self_harm: 'self_harm',
  punished_for_complaining: 'retaliation',
  pregnant_and_threatened: 'pregnancy_and_threat',
  under_18: 'minor',
}

/**
 * The severity a case starts with and every reason for it: the highest default of its grievances,
 * then what raises it. A proposal: an officer may change it with a reason of their own.
 */
export function assessSeverity(facts: SeverityFacts): {
  readonly severity: Severity
  readonly reasons: readonly SeverityReason[]
} {
  const standard = facts.grievances.map((code) => grievance(code).defaultSeverity).reduce(moreSevere, 'low')
  const high = highReasons(facts)
  const critical = criticalReasons(facts)
  let severity = standard
  if (high.length > 0) severity = moreSevere(severity, 'high')
  if (critical.length > 0) severity = 'critical'
  const reasons: readonly SeverityReason[] = [...critical, ...high]
  return { severity, reasons: severity === standard ? ['grievance_default', ...reasons] : reasons }
}

function highReasons(facts: SeverityFacts): SeverityReason[] {
  if (!facts.grievances.includes('fees_debt')) return []
  const reasons: SeverityReason[] = []
  if (facts.lender !== null && RECRUITING_LENDERS.includes(facts.lender)) {
    reasons.push('debt_to_recruiter')
  }
  const isPledged = facts.collateral !== null && PLEDGES.includes(facts.collateral)
  if (isPledged || facts.feeCategories.includes('il_collateral')) reasons.push('collateral_given')
  return reasons
}

function criticalReasons(facts: SeverityFacts): SeverityReason[] {
  const has = (code: GrievanceCode) => facts.grievances.includes(code)
  const reasons = new Set(facts.dangers.map((danger) => RAISED_BY_DANGER[danger]))
  if (leavesSoon(facts)) reasons.add('departure_within_7_days')
  if (has('osh_injury') && has('healthcare_denied')) reasons.add('injury_without_care')
  if (has('pregnancy_maternity') && (has('threats') || has('forced_return'))) {
    reasons.add('pregnancy_and_threat')
  }
  if (facts.story !== null && speaksOfSelfHarm(facts.story)) reasons.add('self_harm')
  if (indicatorsOf(facts.grievances).length >= INDICATOR_ALARM) reasons.add('three_indicators')
  return SEVERITY_REASONS.filter((reason) => reasons.has(reason))
}

function leavesSoon({ departureOn, today }: SeverityFacts): boolean {
  if (departureOn === null) return false
  const days = daysBetween(today, departureOn)
  return days >= 0 && days <= DEPARTURE_ALARM_DAYS
}
