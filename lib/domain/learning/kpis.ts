/** The criteria of UNGP principle 31 for a grievance mechanism, and fees, in the order of the page. */
export const CRITERIA = [
  'legitimate',
  'accessible',
  'predictable',
  'equitable',
  'transparent',
  'rights_compatible',
  'continuous_learning',
  'dialogue',
  'fees',
] as const
export type Criterion = (typeof CRITERIA)[number]

/**
 * How a measure reads. `share`: hits of base. `hours`: an amount of hours over base cases. `count`: hits alone. `money`: minor units
 * of the currency that `part` names. `score`: a mean of one to five, with the share of four and five. `days`: hits alone, of no report.
 */
export type KpiForm = 'share' | 'hours' | 'count' | 'money' | 'score' | 'days'

/** A measure of our own work: what it belongs to, how it reads, what divides it, who sees it, what it should be. */
export type Kpi = {
  readonly code: string
  readonly criterion: Criterion
  readonly form: KpiForm
  readonly parts: 'none' | 'channel' | 'language' | 'severity' | 'currency' | 'group'
  readonly shownTo: 'all' | 'officer' | 'administrator'
  /** What we aim at; null where more is not better. */
  readonly target: number | null
  /** It says what workers met with, said or got, not how we work: few on one side of it are held back too. */
  readonly isAboutWorkers: boolean
}

const ABOUT_WORKERS: ReadonlySet<string> = new Set([
  'trust_return_rate',
  'language_mix',
  'anonymous_share',
  'support_person_share',
  'fee_to_complain',
  'status_view_rate',
  'remedy_rate',
  'remedy_value',
  'retaliation_rate',
  'satisfaction',
  'satisfaction_response',
  'over_cap_share',
  'zero_fee_share',
])

function kpi(
  code: string,
  criterion: Criterion,
  shownTo: Kpi['shownTo'],
  form: KpiForm = 'share',
  { parts = 'none', target = null }: { parts?: Kpi['parts']; target?: number | null } = {},
): Kpi {
  return { code, criterion, form, parts, shownTo, target, isAboutWorkers: ABOUT_WORKERS.has(code) }
}

/**
 * The measures and who sees them. Source: domain notes, part 4, after UN Guiding Principles on Business and Human Rights, principle
 * 31. Formulas: `app.kpi_counts` (migration measures_held_back), kept by month as migration desk_counts says; in words under `learning.formula_<code>`.
 */
export const KPIS: readonly Kpi[] = [
  kpi('independence_share', 'legitimate', 'administrator', 'share', { target: 1 }),
  kpi('trust_return_rate', 'legitimate', 'administrator'),
  kpi('named_party_access_events', 'legitimate', 'administrator', 'count', { target: 0 }),
  kpi('language_coverage', 'accessible', 'all', 'share', { target: 1 }),
  kpi('channel_mix', 'accessible', 'administrator', 'share', { parts: 'channel' }),
  kpi('language_mix', 'accessible', 'administrator', 'share', { parts: 'language' }),
  kpi('form_completion', 'accessible', 'administrator', 'share', { parts: 'language' }),
  kpi('anonymous_share', 'accessible', 'administrator'),
  kpi('ttfr_median', 'predictable', 'all', 'hours'),
  kpi('ttfr_p90', 'predictable', 'all', 'hours'),
  kpi('within_target_first_reply', 'predictable', 'all', 'share', { target: 1 }),
  kpi('within_target_triage', 'predictable', 'all', 'share', { target: 1 }),
  kpi('ttc_median', 'predictable', 'all', 'hours'),
  kpi('overdue_open', 'predictable', 'officer', 'share', { parts: 'severity', target: 0 }),
  kpi('outcome_gap', 'equitable', 'administrator', 'share', { parts: 'group' }),
  kpi('support_person_share', 'equitable', 'administrator'),
  kpi('fee_to_complain', 'equitable', 'all', 'share', { target: 0 }),
  kpi('status_freshness', 'transparent', 'officer', 'share', { target: 1 }),
  kpi('status_view_rate', 'transparent', 'administrator'),
  kpi('public_report_age_days', 'transparent', 'all', 'days'),
  kpi('remedy_rate', 'rights_compatible', 'all'),
  kpi('remedy_value', 'rights_compatible', 'all', 'money', { parts: 'currency' }),
  kpi('remedy_value_median', 'rights_compatible', 'all', 'money', { parts: 'currency' }),
  kpi('remedy_claimed', 'rights_compatible', 'all', 'money', { parts: 'currency' }),
  kpi('consent_coverage', 'rights_compatible', 'administrator', 'share', { target: 1 }),
  kpi('vital_interest_referrals', 'rights_compatible', 'administrator'),
  kpi('retaliation_rate', 'rights_compatible', 'administrator', 'share', { target: 0 }),
  kpi('retaliation_checked', 'rights_compatible', 'administrator', 'share', { target: 1 }),
  kpi('recurrence', 'continuous_learning', 'administrator'),
  kpi('systemic_flags', 'continuous_learning', 'officer', 'count'),
  kpi('reopen_rate', 'continuous_learning', 'administrator'),
  kpi('appeal_overturn_rate', 'continuous_learning', 'administrator'),
  kpi('satisfaction', 'dialogue', 'all', 'score'),
  kpi('satisfaction_response', 'dialogue', 'all'),
  kpi('mediated_agreement_rate', 'dialogue', 'administrator'),
  kpi('over_cap_share', 'fees', 'administrator'),
  kpi('zero_fee_share', 'fees', 'all'),
]

/** The measures a role sees. Supervisors answer for their office and see what administrators see of it. */
export function kpisFor(role: 'caseworker' | 'supervisor' | 'administrator'): readonly Kpi[] {
  return role === 'caseworker' ? KPIS.filter(({ shownTo }) => shownTo !== 'administrator') : KPIS
}
