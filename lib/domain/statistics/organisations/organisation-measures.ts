/**
 * What is told of an organisation by name, once approved. Labels under `statistics.organisation_measure_<code>`. Reports are the base
 * unless said otherwise: `paid_share` of those that answered about fees, `paid_mean` and `paid_median` (yen) of those that paid it,
 * `above_share` of those with a payment to it under a rule that is certain, `remedy_share` of the closed ones, `repaid_share` yen
 * over yen claimed from it.
 */
export const ORGANISATION_MEASURES = [
  'paid_share',
  'paid_mean',
  'paid_median',
  'above_share',
  'prohibited_share',
  'closed_share',
  'remedy_share',
  'repaid_share',
] as const
export type OrganisationMeasure = (typeof ORGANISATION_MEASURES)[number]

/** Where approval begins. */
export const LEAST_REPORTERS = 5
