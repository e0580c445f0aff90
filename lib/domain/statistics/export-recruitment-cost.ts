import { DEFAULT_EARNINGS, EARNINGS_KINDS, type EarningsKind } from '../fees/measures/earnings'
import { CODES_VERSION } from './codes-version'
import { aboutFields, decimal, tableOf, type ExportFacts, type ExportTable, type Field } from './export-table'
import { FEWEST_FOR_QUARTILES, type ShownIndicator, type ShownRecruitmentCost } from './shown-recruitment-cost'

/**
 * The recruitment cost table, one row per country, months with one decimal. The columns after the figures are its footnotes: which
 * earnings, how means and percentiles were made, whose payments, which rates, codes and rules.
 */
export function recruitmentCostExport(
  rows: readonly ShownRecruitmentCost[],
  facts: ExportFacts & { readonly rulesAsOf: string | null },
): ExportTable {
  return tableOf(
    rows.map((row) => [
      ['origin', row.origin],
      ['reports', row.reports],
      ['cost_people', row.costs],
      ['cost_mean_jpy', row.meanCostJpy],
      ...EARNINGS_KINDS.flatMap((kind) => indicatorFields(kind, row.indicator[kind])),
      ['judged_payments', row.over.payments],
      ['judged_payments_above_limit_pct', decimal(row.over.tenths)],
      ['above_limit_people', row.cap.people],
      ['above_limit_sum_jpy', row.cap.jpy],
      ['above_zero_fee_people', row.zeroFee.people],
      ['above_zero_fee_sum_jpy', row.zeroFee.jpy],
      ['indicator', 'sdg_10_7_1_not_the_official_series'],
      ['default_earnings', DEFAULT_EARNINGS],
      ['mean_of_ratios', 'mean_over_people_of_cost_by_earnings'],
      ['ratio_of_means', 'mean_cost_by_mean_earnings'],
      ['percentiles', 'linear_interpolation'],
      ['fewest_for_quartiles', FEWEST_FOR_QUARTILES],
      ['first_job_abroad', 'first_or_not_told'],
      ['cost_rates', 'of_the_month_of_each_payment'],
      ['judged_by', 'rules_in_force_when_paid_likely_is_not_above'],
      ['open_cases_rules_as_of', facts.rulesAsOf],
      ['closed_cases_rules_as_of', 'the_day_of_closing'],
      ['codes_version', CODES_VERSION],
      ...aboutFields(facts),
    ]),
  )
}

function indicatorFields(kind: EarningsKind, of: ShownIndicator): readonly Field[] {
  return [
    [`${kind}_people`, of.people],
    [`${kind}_mean_of_ratios_months`, decimal(of.meanOfRatios)],
    [`${kind}_ratio_of_means_months`, decimal(of.ratioOfMeans)],
    [`${kind}_median_months`, decimal(of.median)],
    [`${kind}_p25_months`, decimal(of.p25)],
    [`${kind}_p75_months`, decimal(of.p75)],
    [`${kind}_p80_months`, decimal(of.p80)],
    ...of.above.flatMap((above, index): readonly Field[] => [
      [`${kind}_above_${index + 1}_people`, above.people],
      [`${kind}_above_${index + 1}_share_pct`, decimal(above.tenths)],
    ]),
  ]
}
