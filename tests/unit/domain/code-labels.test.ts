import { describe, expect, it } from 'vitest'
import { ARRIVED } from '@/lib/domain/arrival'
import { DATE_ERROR_CODES } from '@/lib/domain/calendar/month-year'
import { CASE_NUMBER_ERROR_CODES } from '@/lib/domain/case-number'
import { CONSENT_KINDS } from '@/lib/domain/consents'
import { CORRECTION_FIELDS } from '@/lib/domain/corrections'
import { RIGHTS, RIGHTS_OUTCOMES } from '@/lib/domain/privacy/rights-request'
import { DESTINATION_CODES, ORIGIN_CODES } from '@/lib/domain/countries'
import { DEADLINE_KINDS } from '@/lib/domain/deadlines'
import { LINE_NOTES, VERDICTS } from '@/lib/domain/fees/assessment/assessment'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { SUPPORT_LEVELS } from '@/lib/domain/fees/ledger/support-levels'
import { WAGE_FACT_KINDS } from '@/lib/domain/fees/ledger/wage-facts'
import { LENDER_KINDS, PARTY_ROLES } from '@/lib/domain/fees/payees'
import { FILE_FAMILIES } from '@/lib/domain/files/formats'
import { FILE_PURPOSES } from '@/lib/domain/files/purposes'
import { REMOVED_CODES } from '@/lib/domain/files/refusals'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import { BINDINGS, PROGRAMMES, RULE_CONDITIONS } from '@/lib/domain/fees/rules/fee-rule'
import { JAPAN_BODY_CODES, ORIGIN_BODY_KINDS } from '@/lib/domain/grievances/bodies'
import { GRIEVANCE_CODES, WORKER_GRIEVANCES } from '@/lib/domain/grievances/catalog'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { GRIEVANCE_GROUPS } from '@/lib/domain/grievances/grievance-row'
import { INDICATOR_CODES } from '@/lib/domain/grievances/indicators'
import { ASKED_RESULTS, IDENTITY_FACTS, MET_HOWS } from '@/lib/domain/identity-check'
import { AMOUNT_ERROR_CODES } from '@/lib/domain/money/amount-errors'
import { CURRENCY_CODES } from '@/lib/domain/money/currencies'
import { OFFICER_PREFERENCES } from '@/lib/domain/officer-change'
import { CONTACT_CHANNELS, INTAKE_CHANNELS } from '@/lib/domain/report/contact-channels'
import { AGE_BANDS, EDUCATION_LEVELS, SECTOR_CODES, SEX_CODES } from '@/lib/domain/report/person-facts'
import { STATIONS } from '@/lib/domain/report/report-steps'
import { DATA_ITEMS } from '@/lib/domain/referral/data-items'
import { REFERRAL_PURPOSES } from '@/lib/domain/referral/purposes'
import { SATISFACTION_SCORES } from '@/lib/domain/satisfaction'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { SECRET_CODE_ERROR_CODES } from '@/lib/domain/secret-code'
import { SEVERITY_REASONS } from '@/lib/domain/severity'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { CLOSING_CODES, REMEDY_TYPES, REOPENING_REASONS } from '@/lib/domain/workflow/outcomes'
import { STATES } from '@/lib/domain/workflow/states'
import en from '@/lib/i18n/messages/en/codes.json'
import vi from '@/lib/i18n/messages/vi/codes.json'

const LISTS: Record<string, readonly string[]> = {
  age_band: AGE_BANDS,
  amount_error: AMOUNT_ERROR_CODES,
  arrived: ARRIVED,
  asked_result: ASKED_RESULTS,
  binding: Object.keys(BINDINGS),
  body: JAPAN_BODY_CODES,
  case_number_error: CASE_NUMBER_ERROR_CODES,
  closing_code: CLOSING_CODES,
  collateral: COLLATERALS,
  consent_kind: CONSENT_KINDS,
  contact_channel: CONTACT_CHANNELS,
  correction_field: CORRECTION_FIELDS,
  right: RIGHTS,
  right_outcome: RIGHTS_OUTCOMES,
  currency: CURRENCY_CODES,
  danger: DANGER_CODES,
  // A file is one item of its own, whatever its id.
  data_item: [...DATA_ITEMS, 'file'],
  date_error: DATE_ERROR_CODES,
  deadline: DEADLINE_KINDS,
  destination: DESTINATION_CODES,
  education: EDUCATION_LEVELS,
  fee_category: FEE_CATEGORY_CODES,
  fee_category_help: FEE_CATEGORY_CODES,
  fee_group: ['rf', 'rc', 'il', 'fin'],
  grievance: GRIEVANCE_CODES,
  file_family: FILE_FAMILIES,
  file_purpose: FILE_PURPOSES,
  file_removed: REMOVED_CODES,
  grievance_group: GRIEVANCE_GROUPS,
  grievance_worker: WORKER_GRIEVANCES.map(({ code }) => code),
  identity_fact: IDENTITY_FACTS,
  indicator: INDICATOR_CODES,
  intake_channel: INTAKE_CHANNELS,
  lender_kind: LENDER_KINDS,
  met_how: MET_HOWS,
  move_error: MOVE_ERROR_CODES,
  officer_preference: OFFICER_PREFERENCES,
  origin: ORIGIN_CODES,
  origin_body_kind: ORIGIN_BODY_KINDS,
  party_role: PARTY_ROLES,
  party_role_help: PARTY_ROLES,
  payer: PAYER_KINDS,
  payment_method: PAYMENT_METHODS,
  precision: PRECISIONS,
  programme: PROGRAMMES,
  rate_basis: ['month', 'year', 'nearest'],
  rate_period: RATE_PERIODS,
  receipt: RECEIPT_KINDS,
  referral_purpose: REFERRAL_PURPOSES,
  remedy_type: REMEDY_TYPES,
  reopening_reason: REOPENING_REASONS,
  rule_condition: RULE_CONDITIONS,
  satisfaction_score: SATISFACTION_SCORES.map(String),
  scheme: SCHEME_CODES,
  scheme_help: SCHEME_CODES,
  sector: SECTOR_CODES,
  secret_code_error: SECRET_CODE_ERROR_CODES,
  severity: SEVERITIES,
  severity_reason: SEVERITY_REASONS,
  sex: SEX_CODES,
  staff_role: ['caseworker', 'supervisor', 'administrator'],
  state: STATES,
  state_worker: STATES,
  station: STATIONS,
  support_level: SUPPORT_LEVELS,
  told_before_signing: ['yes', 'no'],
  // A verdict that rests on a ban nobody has read in full is said in words of its own.
  verdict: [...VERDICTS, 'likely_ban', 'likely_within', ...LINE_NOTES],
  wage_fact: WAGE_FACT_KINDS,
}
const EXPECTED = Object.entries(LISTS).flatMap(([list, codes]) => codes.map((code) => `codes.${list}.${code}`))

describe.each([
  ['en', en],
  ['vi', vi],
] as const)('the words for codes in %s', (_locale, words) => {
  it('name every code once and nothing else', () => {
    expect(Object.keys(words).toSorted()).toEqual(EXPECTED.toSorted())
  })

  it('are never blank and ask for the same parameters as English', () => {
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('')
      const source = (en as Record<string, string>)[key] ?? ''
      expect(text.match(/\{\w+\}/gu), key).toEqual(source.match(/\{\w+\}/gu))
    }
  })

  it('tell labels of one list apart', () => {
    for (const list of Object.keys(LISTS)) {
      const labels = Object.entries(words).filter(([key]) => key.startsWith(`codes.${list}.`))
      expect(new Set(labels.map(([, text]) => text)).size, list).toBe(labels.length)
    }
  })

  it('do not blame and do not use officers’ words to workers', () => {
    const forWorkers = Object.entries(words).filter(([key]) => /_worker\.|danger\.|consent_kind\./u.test(key))
    const blaming = /runaway|abscond|illegal|victim|accuse|traffick|bỏ trốn|tố cáo|mua bán người|công an/iu
    expect(forWorkers.filter(([, text]) => blaming.test(text))).toEqual([])
  })
})
