import { CORRIDOR_CODES } from '../../corridor'
import { ORIGIN_CODES } from '../../countries'
import { VERDICTS } from '../../fees/assessment/assessment'
import { FEE_CATEGORIES } from '../../fees/categories'
import { PARTY_ROLES } from '../../fees/payees'
import { PROGRAMMES } from '../../fees/rules/fee-rule'
import { GRIEVANCE_CODES } from '../../grievances/catalog'
import { INDICATOR_CODES } from '../../grievances/indicators'
import { INTAKE_CHANNELS } from '../../report/contact-channels'
import { SCHEME_CODES } from '../../schemes'
import { SEVERITIES } from '../../severity-levels'
import { CLOSING_CODES } from '../../workflow/outcomes'
import { STATES } from '../../workflow/states'
import type { DimensionCode } from './dimensions'

/** Sex of a reporter, as told. */
export const SEX_CODES = ['female', 'male', 'other'] as const

/** Age of a reporter in years. */
export const AGE_BANDS = ['under_18', '18_24', '25_34', '35_44', '45_plus'] as const

/** Line of work: the ones of the ISA/OTIT survey, and those of skilled workers beside them. */
export const SECTOR_CODES = [
  'agriculture',
  'fishery',
  'construction',
  'food_manufacturing',
  'textiles_clothing',
  'machinery_metal',
  'nursing_care',
  'cleaning',
  'hospitality',
  'other',
] as const

/** Languages a report can come in. Kept here because the domain knows no screens; a test holds it to the screens' list. */
export const LANGUAGE_CODES = ['vi', 'id', 'my', 'fil', 'km', 'ne', 'zh-Hans', 'th', 'en', 'ja'] as const

const LISTS: Partial<Record<DimensionCode, readonly string[]>> = {
  origin: ORIGIN_CODES,
  corridor: CORRIDOR_CODES,
  scheme: SCHEME_CODES,
  programme: PROGRAMMES,
  sex: SEX_CODES,
  age_band: AGE_BANDS,
  sector: SECTOR_CODES,
  channel: INTAKE_CHANNELS,
  language: LANGUAGE_CODES,
  severity: SEVERITIES,
  grievance: GRIEVANCE_CODES,
  indicator: INDICATOR_CODES,
  state: STATES,
  closing_code: CLOSING_CODES,
  fee_verdict: VERDICTS,
  payee_role: PARTY_ROLES,
  fee_category: FEE_CATEGORIES.map(({ code }) => code),
  line_verdict: VERDICTS,
}

/** The values of a dimension in their order, without `unknown`; null for time and offices, which the reports bring along. */
export function listedValues(dimension: DimensionCode): readonly string[] | null {
  return LISTS[dimension] ?? null
}
