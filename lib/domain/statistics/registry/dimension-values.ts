import { CORRIDOR_CODES } from '@/lib/domain/corridor'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { VERDICTS } from '@/lib/domain/fees/assessment/assessment'
import { FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PROGRAMMES } from '@/lib/domain/fees/rules/fee-rule'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { INDICATOR_CODES } from '@/lib/domain/grievances/indicators'
import { INTAKE_CHANNELS } from '@/lib/domain/report/contact-channels'
import { AGE_BANDS, SECTOR_CODES, SEX_CODES } from '@/lib/domain/report/person-facts'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { CLOSING_CODES } from '@/lib/domain/workflow/outcomes'
import { STATES } from '@/lib/domain/workflow/states'
import type { DimensionCode } from './dimensions'

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
