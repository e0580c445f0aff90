/** What an interest rate is for: a day, a month or a year; `total` is one sum for the whole loan. Labels under `codes.rate_period`. */
export const RATE_PERIODS = ['day', 'month', 'year', 'total'] as const
export type RatePeriod = (typeof RATE_PERIODS)[number]

/** What stands for a loan; `none` is an answer. Labels under `codes.collateral`. */
export const COLLATERALS = [
  'none',
  'land_title',
  'house',
  'relatives_house',
  'guarantor',
  'documents',
  'other',
] as const
export type Collateral = (typeof COLLATERALS)[number]

/** What a family can lose with a loan: the label of `collateral_given` names the same. */
export const PLEDGES: readonly Collateral[] = ['land_title', 'house', 'relatives_house', 'guarantor']
