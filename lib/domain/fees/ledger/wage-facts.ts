/**
 * What can be known of a worker's pay, each an amount for one month unless said otherwise. SDG 10.7.1 takes the earnings of
 * the first full month in the first job; the 2018 metadata text said the last month: both are held.
 */
export const WAGE_FACT_KINDS = [
  'told_before',
  'contract_basic_wage',
  'planned_monthly_pay',
  'first_month_actual',
  'last_month_actual',
  'last_month_overtime',
  'last_month_bonus',
  'deduction_tax',
  'deduction_social_insurance',
  'deduction_rent',
  'deduction_food_utilities',
  'deduction_recruitment_recovery',
  'deduction_other',
] as const

/** One kind of wage fact; labels under `codes.wage_fact`. Actual pay is what arrived, overtime and bonus in it, deductions off. */
export type WageFactKind = (typeof WAGE_FACT_KINDS)[number]

/** Whether a stored or posted text is a kind of wage fact. */
export function isWageFactKind(text: string): text is WageFactKind {
  return WAGE_FACT_KINDS.some((kind) => kind === text)
}
