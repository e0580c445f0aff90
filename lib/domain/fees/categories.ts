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

/** Every fee category; adding one is one entry here and its label in each messages file. */
export const FEE_CATEGORIES = [
  {
    code: 'rf_placement_service',
    group: 'rf',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'desk',
    workerOrder: 1,
  },
  {
    code: 'rf_broker_introduction',
    group: 'rf',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'gobetween',
    workerOrder: 3,
  },
  {
    code: 'rf_third_party_hire',
    group: 'rf',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'hireout',
    workerOrder: null,
  },
  {
    code: 'rf_direct_employer',
    group: 'rf',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'factory',
    workerOrder: 15,
  },
  {
    code: 'rf_recovery_from_worker',
    group: 'rf',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'takeback',
    workerOrder: 16,
  },
  {
    code: 'rc_medical',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'ilo_2019',
    pictogram: 'care',
    workerOrder: 5,
  },
  {
    code: 'rc_insurance',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'ilo_2019',
    pictogram: 'umbrella',
    workerOrder: 17,
  },
  {
    code: 'rc_skills_language_test',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'ilo_2019',
    pictogram: 'certificate',
    workerOrder: 9,
  },
  {
    code: 'rc_training_orientation',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'ilo_2019',
    pictogram: 'book',
    workerOrder: 2,
  },
  {
    code: 'rc_equipment',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'ilo_2019',
    pictogram: 'helmet',
    workerOrder: 18,
  },
  {
    code: 'rc_travel_international',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'plane',
    workerOrder: 7,
  },
  {
    code: 'rc_travel_domestic',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'bus',
    workerOrder: 19,
  },
  {
    code: 'rc_lodging_subsistence',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'bed',
    workerOrder: 8,
  },
  {
    code: 'rc_return_repatriation',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'sendback',
    workerOrder: 20,
  },
  {
    code: 'rc_passport_id',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'passport',
    workerOrder: 10,
  },
  {
    code: 'rc_visa_permit',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'stamp',
    workerOrder: 6,
  },
  {
    code: 'rc_contract_legalisation',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'contract',
    workerOrder: 21,
  },
  {
    code: 'rc_background_clearance',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'records',
    workerOrder: 22,
  },
  {
    code: 'rc_representation_documents',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'folder',
    workerOrder: 11,
  },
  {
    code: 'rc_banking',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'bank',
    workerOrder: 23,
  },
  {
    code: 'other_related',
    group: 'rc',
    iloChargeable: 'exception_possible',
    source: 'own_split',
    pictogram: 'more',
    workerOrder: 31,
  },
  { code: 'il_bribe', group: 'il', iloChargeable: 'no', source: 'ilo_2019', pictogram: 'envelope', workerOrder: 12 },
  { code: 'il_tribute_gift', group: 'il', iloChargeable: 'no', source: 'ilo_2019', pictogram: 'gift', workerOrder: 24 },
  { code: 'il_extortion', group: 'il', iloChargeable: 'no', source: 'ilo_2019', pictogram: 'threat', workerOrder: 25 },
  {
    code: 'il_kickback',
    group: 'il',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'kickback',
    workerOrder: null,
  },
  { code: 'il_bond', group: 'il', iloChargeable: 'no', source: 'ilo_2019', pictogram: 'bond', workerOrder: null },
  {
    code: 'il_deposit_security',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'deposit',
    workerOrder: 4,
  },
  {
    code: 'il_collateral',
    group: 'il',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'homekey',
    workerOrder: 26,
  },
  {
    code: 'il_illicit_cost_recovery',
    group: 'il',
    iloChargeable: 'no',
    source: 'ilo_2019',
    pictogram: 'takeback',
    workerOrder: null,
  },
  {
    code: 'il_penalty_early_termination',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'badge',
    workerOrder: 13,
  },
  {
    code: 'il_wage_deduction_fabricated',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'payslip',
    workerOrder: 27,
  },
  {
    code: 'il_forced_savings',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'lock',
    workerOrder: 28,
  },
  { code: 'il_inflated', group: 'il', iloChargeable: 'no', source: 'own_split', pictogram: 'tagup', workerOrder: null },
  {
    code: 'il_undisclosed',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'hidden',
    workerOrder: null,
  },
  {
    code: 'il_tied_purchase',
    group: 'il',
    iloChargeable: 'no',
    source: 'own_split',
    pictogram: 'mobile',
    workerOrder: 29,
  },
  {
    code: 'fin_loan_interest',
    group: 'fin',
    iloChargeable: 'not_covered',
    source: 'sdg_10_7_1',
    pictogram: 'percent',
    workerOrder: 14,
  },
] as const satisfies readonly FeeCategoryRow[]

/** What a payment was for. */
export type FeeCategoryCode = (typeof FEE_CATEGORIES)[number]['code']

/** A category with all it says about itself. */
export type FeeCategory = FeeCategoryRow & { readonly code: FeeCategoryCode }

/** All category codes, by group. */
export const FEE_CATEGORY_CODES: readonly FeeCategoryCode[] = FEE_CATEGORIES.map((row) => row.code)

/** Categories a worker can choose, the commonest first. The others need a trained eye. */
export const WORKER_FEE_CATEGORIES: readonly FeeCategory[] = FEE_CATEGORIES.filter(
  (row) => row.workerOrder !== null,
).toSorted((a, b) => a.workerOrder - b.workerOrder)

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
