import { CONSENT_KINDS } from '../consents'
import { ORIGIN_CODES } from '../countries'
import { WORKER_FEE_CATEGORIES } from '../fees/categories'
import { RATE_PERIODS } from '../fees/ledger/loan-terms'
import { LENDER_KINDS, PARTY_ROLES } from '../fees/payees'
import { PAYMENT_METHODS, RECEIPT_KINDS } from '../fees/payment-methods'
import { WORKER_GRIEVANCES } from '../grievances/catalog'
import { DANGER_CODES } from '../grievances/dangers'
import { CURRENCY_CODES } from '../money/currencies'
import { CONTACT_CHANNELS } from '../report/contact-channels'
import { PERSON_FIELDS, PERSON_LABELS, PERSON_LISTS } from '../report/person-facts'
import { FEE_SCREENS, REPORT_STEPS, type FeeScreen, type ReportStep } from '../report/report-steps'
import { SCHEME_CODES } from '../schemes'

/** So many payments of one report fit into one row of a file; more are added on the case. */
export const IMPORT_PAYMENTS = 3

/**
 * What a column of a file can be. `step` (and `screen` of the payment `fee`) and `name` say which field of which question its cells
 * are typed into; `codes` what may be chosen there, `labels` the list of their words; `isList`: several to a cell.
 * Steps left out: about the row itself; `person`: who reports, which is asked after the report.
 */
export type ImportField = {
  readonly key: string
  readonly step?: ReportStep | 'person'
  readonly screen?: FeeScreen
  /** Which payment, from 1. */
  readonly fee?: number
  readonly name: string
  readonly codes?: readonly string[]
  readonly labels?: string
  readonly isList?: boolean
}

const YES_NO = ['yes', 'no'] as const

/** Yes, no: a consent is given by a yes and by nothing else. */
export const CONSENT_FIELDS = CONSENT_KINDS.filter((kind) => kind !== 'send_to_body').map((kind) => ({
  kind,
  key: `consent_${kind}`,
}))

const ABOUT_THE_ROW: readonly ImportField[] = [
  { key: 'reference', name: 'reference' },
  { key: 'language', name: 'language', labels: 'language' },
]

const QUESTIONS: readonly ImportField[] = [
  {
    key: 'grievances',
    step: 'grievances',
    name: 'grievances',
    codes: WORKER_GRIEVANCES.map(({ code }) => code),
    labels: 'grievance_worker',
    isList: true,
  },
  { key: 'dangers', step: 'danger', name: 'dangers', codes: DANGER_CODES, labels: 'danger', isList: true },
  { key: 'origin', step: 'corridor', name: 'origin', codes: ORIGIN_CODES, labels: 'origin' },
  { key: 'scheme', step: 'scheme', name: 'scheme', codes: SCHEME_CODES, labels: 'scheme' },
  { key: 'roles', step: 'parties', name: 'roles', codes: PARTY_ROLES, labels: 'party_role', isList: true },
  ...PARTY_ROLES.map((role) => ({ key: `name_${role}`, step: 'party_names' as const, name: `name_${role}` })),
  { key: 'paid', step: 'paid', name: 'paid', codes: [...YES_NO, 'unsure'], labels: 'yes_no' },
  { key: 'borrowed', step: 'debt', name: 'borrowed', codes: YES_NO, labels: 'yes_no' },
  { key: 'lender', step: 'debt', name: 'lenderRole', codes: LENDER_KINDS, labels: 'lender_kind' },
  { key: 'owed', step: 'debt', name: 'owed' },
  { key: 'owed_currency', step: 'debt', name: 'currency', codes: CURRENCY_CODES },
  { key: 'rate', step: 'debt', name: 'ratePercent' },
  { key: 'rate_period', step: 'debt', name: 'ratePeriod', codes: RATE_PERIODS, labels: 'rate_period' },
  { key: 'contract_months', step: 'pay', name: 'contractMonths' },
  { key: 'contract_wage', step: 'pay', name: 'contractWage' },
  { key: 'first_month', step: 'pay', name: 'firstMonth' },
  { key: 'wage_currency', step: 'pay', name: 'currency', codes: CURRENCY_CODES },
  { key: 'story', step: 'story', name: 'story' },
  { key: 'channel', step: 'contact', name: 'channel', codes: CONTACT_CHANNELS, labels: 'contact_channel' },
  { key: 'contact', step: 'contact_details', name: 'detail' },
  { key: 'safe_times', step: 'contact_details', name: 'safeTimes' },
  { key: 'may_leave_message', step: 'contact_details', name: 'mayLeaveMessage', codes: YES_NO, labels: 'yes_no' },
  ...CONSENT_FIELDS.map(({ key }) => ({ key, step: 'consents' as const, name: key, codes: YES_NO, labels: 'yes_no' })),
]

const PERSON: readonly ImportField[] = PERSON_FIELDS.map((name) => ({
  key: PERSON_LABELS[name],
  step: 'person',
  name,
  codes: PERSON_LISTS[name],
  labels: PERSON_LABELS[name],
}))

const OF_A_PAYMENT: readonly Omit<ImportField, 'fee' | 'step'>[] = [
  { key: 'payee', screen: 'payee', name: 'payeeRole', codes: PARTY_ROLES, labels: 'party_role' },
  { key: 'payee_name', screen: 'payee', name: 'payeeName' },
  {
    key: 'category',
    screen: 'category',
    name: 'category',
    codes: WORKER_FEE_CATEGORIES.map(({ code }) => code),
    labels: 'fee_category',
    isList: true,
  },
  { key: 'amount', screen: 'amount', name: 'amount' },
  { key: 'currency', screen: 'amount', name: 'currency', codes: CURRENCY_CODES },
  { key: 'date', screen: 'amount', name: 'year' },
  { key: 'refunded', screen: 'amount', name: 'refunded' },
  { key: 'method', screen: 'how', name: 'method', codes: PAYMENT_METHODS, labels: 'payment_method' },
  { key: 'receipt', screen: 'how', name: 'receipt', codes: RECEIPT_KINDS, labels: 'receipt' },
  { key: 'told', screen: 'how', name: 'toldBeforeSigning', codes: YES_NO, labels: 'yes_no' },
]

const PAYMENTS: readonly ImportField[] = Array.from({ length: IMPORT_PAYMENTS }, (_, index) =>
  OF_A_PAYMENT.map((field) => ({
    ...field,
    key: `fee${index + 1}_${field.key}`,
    step: 'fees' as const,
    fee: index + 1,
  })),
).flat()

/** Where a field stands: the row itself first, then the questions in the order of the screens, payment by payment. */
function place({ step, screen, fee = 0 }: ImportField): number {
  const screenPlace = screen === undefined ? 0 : FEE_SCREENS.indexOf(screen)
  const stepPlace = step === undefined ? -1 : step === 'person' ? REPORT_STEPS.length : REPORT_STEPS.indexOf(step)
  return stepPlace * 1000 + fee * 10 + screenPlace
}

/** Everything a column can be, in the order of the questions. */
export const IMPORT_FIELDS: readonly ImportField[] = [...ABOUT_THE_ROW, ...QUESTIONS, ...PAYMENTS, ...PERSON].toSorted(
  (one, other) => place(one) - place(other),
)

const BY_KEY = new Map(IMPORT_FIELDS.map((field) => [field.key, field]))

/** The field of a key; undefined for a column that is not read. */
export function importField(key: string): ImportField | undefined {
  return BY_KEY.get(key)
}
