/**
 * The group of a fee category. `rf` recruitment fee, `rc` related cost, `il` illegitimate cost,
 * `fin` the price of borrowing, which is kept apart from fees.
 */
export type FeeGroup = 'rf' | 'rc' | 'il' | 'fin'

/**
 * Whether a worker may ever be charged under the ILO text: never, or only where a national
 * authority has made a narrow exception that was disclosed before acceptance. Interest is not in
 * the ILO list at all.
 */
export type IloChargeable = 'no' | 'exception_possible' | 'not_covered'

/** Where a category comes from: the ILO definition, or our own split for clearer counting. */
export type FeeCategorySource = 'ilo_2019' | 'own_split' | 'sdg_10_7_1'

/**
 * The full texts behind the short source codes. The item list of the definition was not read in
 * full; a reviewer should hold paragraphs 9 to 15 beside this table.
 */
export const FEE_CATEGORY_SOURCES: Record<FeeCategorySource, string> = {
  ilo_2019: 'ILO, Definition of recruitment fees and related costs (2019), paras 9-15',
  own_split: 'Fair Passage, a finer split of an item of the ILO definition (2019)',
  sdg_10_7_1: 'ILO and World Bank, SDG indicator 10.7.1 metadata (2018): cost of borrowing',
}

/** One kind of payment. `workerOrder`: place in the worker's list, null when only staff use it. */
type FeeCategoryRow = {
  readonly code: string
  readonly group: FeeGroup
  readonly iloChargeable: IloChargeable
  readonly source: FeeCategorySource
  readonly pictogram: string
  readonly workerOrder: number | null
}

function category<const Code extends string>(
  code: Code,
  group: FeeGroup,
  iloChargeable: IloChargeable,
  source: FeeCategorySource,
  pictogram: string,
  workerOrder: number | null,
): FeeCategoryRow & { readonly code: Code } {
  return { code, group, iloChargeable, source, pictogram, workerOrder }
}

/** Every fee category; adding one is one line here and its label in each messages file. */
export const FEE_CATEGORIES = [
  category('rf_placement_service', 'rf', 'no', 'ilo_2019', 'desk', 1),
  category('rf_broker_introduction', 'rf', 'no', 'ilo_2019', 'gobetween', 3),
  category('rf_third_party_hire', 'rf', 'no', 'ilo_2019', 'hireout', null),
  category('rf_direct_employer', 'rf', 'no', 'ilo_2019', 'factory', 15),
  category('rf_recovery_from_worker', 'rf', 'no', 'ilo_2019', 'takeback', 16),
  category('rc_medical', 'rc', 'exception_possible', 'ilo_2019', 'care', 5),
  category('rc_insurance', 'rc', 'exception_possible', 'ilo_2019', 'umbrella', 17),
  category('rc_skills_language_test', 'rc', 'exception_possible', 'ilo_2019', 'certificate', 9),
  category('rc_training_orientation', 'rc', 'exception_possible', 'ilo_2019', 'book', 2),
  category('rc_equipment', 'rc', 'exception_possible', 'ilo_2019', 'helmet', 18),
  category('rc_travel_international', 'rc', 'exception_possible', 'own_split', 'plane', 7),
  category('rc_travel_domestic', 'rc', 'exception_possible', 'own_split', 'bus', 19),
  category('rc_lodging_subsistence', 'rc', 'exception_possible', 'own_split', 'bed', 8),
  category('rc_return_repatriation', 'rc', 'exception_possible', 'own_split', 'sendback', 20),
  category('rc_passport_id', 'rc', 'exception_possible', 'own_split', 'passport', 10),
  category('rc_visa_permit', 'rc', 'exception_possible', 'own_split', 'stamp', 6),
  category('rc_contract_legalisation', 'rc', 'exception_possible', 'own_split', 'contract', 21),
  category('rc_background_clearance', 'rc', 'exception_possible', 'own_split', 'records', 22),
  category('rc_representation_documents', 'rc', 'exception_possible', 'own_split', 'folder', 11),
  category('rc_banking', 'rc', 'exception_possible', 'own_split', 'bank', 23),
  category('other_related', 'rc', 'exception_possible', 'own_split', 'more', 31),
  category('il_bribe', 'il', 'no', 'ilo_2019', 'envelope', 12),
  category('il_tribute_gift', 'il', 'no', 'ilo_2019', 'gift', 24),
  category('il_extortion', 'il', 'no', 'ilo_2019', 'threat', 25),
  category('il_kickback', 'il', 'no', 'ilo_2019', 'kickback', null),
  category('il_bond', 'il', 'no', 'ilo_2019', 'bond', null),
  category('il_deposit_security', 'il', 'no', 'own_split', 'deposit', 4),
  category('il_collateral', 'il', 'no', 'ilo_2019', 'homekey', 26),
  category('il_illicit_cost_recovery', 'il', 'no', 'ilo_2019', 'takeback', null),
  category('il_penalty_early_termination', 'il', 'no', 'own_split', 'badge', 13),
  category('il_wage_deduction_fabricated', 'il', 'no', 'own_split', 'payslip', 27),
  category('il_forced_savings', 'il', 'no', 'own_split', 'lock', 28),
  category('il_inflated', 'il', 'no', 'own_split', 'tagup', null),
  category('il_undisclosed', 'il', 'no', 'own_split', 'hidden', null),
  category('il_tied_purchase', 'il', 'no', 'own_split', 'mobile', 29),
  category('fin_loan_interest', 'fin', 'not_covered', 'sdg_10_7_1', 'percent', 14),
] as const

/** What a payment was for. */
export type FeeCategoryCode = (typeof FEE_CATEGORIES)[number]['code']

/** A category with all it says about itself. */
export type FeeCategory = FeeCategoryRow & { readonly code: FeeCategoryCode }

/** All category codes, by group. */
export const FEE_CATEGORY_CODES: readonly FeeCategoryCode[] = FEE_CATEGORIES.map((row) => row.code)

/** Categories a worker can choose, the commonest first. The others need a trained eye. */
export const WORKER_FEE_CATEGORIES: readonly FeeCategory[] = FEE_CATEGORIES.filter(
  (row) => row.workerOrder !== null,
).toSorted((a, b) => (a.workerOrder ?? 0) - (b.workerOrder ?? 0))

/** How many of WORKER_FEE_CATEGORIES are shown before "other kinds of payment". */
export const FIRST_FEE_CHOICES = 8

/** Whether a stored or posted text is a fee category. */
export function isFeeCategoryCode(text: string): text is FeeCategoryCode {
  return FEE_CATEGORY_CODES.some((code) => code === text)
}

/** The entry of a category. */
export function feeCategory(code: FeeCategoryCode): FeeCategory {
  const found = FEE_CATEGORIES.find((row) => row.code === code)
  if (found === undefined) throw new TypeError(`unknown fee category: ${code}`)
  return found
}
