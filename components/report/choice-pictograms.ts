import type { PictogramName } from '@/components/ui/pictogram-shapes'
import type { ConsentKind } from '@/lib/domain/consents'
import type { Collateral } from '@/lib/domain/fees/ledger/loan-terms'
import type { LenderKind } from '@/lib/domain/fees/payees'
import type { PayerKind, PaymentMethod, Precision, ReceiptKind } from '@/lib/domain/fees/payment-methods'
import type { DangerCode } from '@/lib/domain/grievances/dangers'
import type { ContactChannel } from '@/lib/domain/report/contact-channels'
import type { SchemeCode } from '@/lib/domain/schemes'

type Pictures<Code extends string> = Readonly<Record<Code, PictogramName>>

const DANGERS: Pictures<DangerCode> = {
  in_danger_now: 'alert',
  sent_home_within_7_days: 'sendback',
  injured_without_care: 'plaster',
  thinking_of_self_harm: 'lifebuoy',
  punished_for_complaining: 'bounce',
  pregnant_and_threatened: 'baby',
  under_18: 'person',
}
const SCHEMES: Pictures<SchemeCode> = {
  titp: 'factory',
  ssw: 'certificate',
  esd: 'book',
  engineer_humanities: 'desk',
  other_migrant_worker: 'idcard',
  not_sure: 'other',
}
const CHANNELS: Pictures<ContactChannel> = {
  here_only: 'lock',
  phone: 'phone',
  sms: 'mobile',
  line: 'mobile',
  messenger: 'mobile',
  whatsapp: 'mobile',
  email: 'envelope',
}
const CONSENTS: Pictures<ConsentKind> = {
  keep_complaint: 'folder',
  keep_special_care: 'care',
  contact_worker: 'mobile',
  contact_party: 'office',
  send_to_body: 'bank',
  statistics: 'chart',
}
const METHODS: Pictures<PaymentMethod> = {
  cash: 'wallet',
  bank: 'bank',
  deduction: 'payslip',
  goods: 'gift',
  labour: 'factory',
}
const RECEIPTS: Pictures<ReceiptKind> = { none: 'hidden', partial: 'payslip', full: 'records' }
const PRECISIONS: Pictures<Precision> = { exact: 'coins', about: 'scale', range: 'list', forgotten: 'other' }
const PAYERS: Pictures<PayerKind> = { worker: 'person', family: 'home', lender: 'bond', other: 'other' }
const LENDERS: Pictures<LenderKind> = {
  bank: 'bank',
  family: 'home',
  sending_organization: 'office',
  broker: 'gobetween',
  moneylender: 'percent',
  other: 'other',
}
const COLLATERALS: Pictures<Collateral> = {
  none: 'noentry',
  land_title: 'stamp',
  house: 'homekey',
  relatives_house: 'home',
  guarantor: 'group',
  documents: 'passport',
  other: 'other',
}

const BY_LIST: Readonly<Record<string, Readonly<Record<string, PictogramName>>>> = {
  collateral: COLLATERALS,
  consent: CONSENTS,
  contact_channel: CHANNELS,
  danger: DANGERS,
  lender_kind: LENDERS,
  payer: PAYERS,
  payment_method: METHODS,
  precision: PRECISIONS,
  receipt: RECEIPTS,
  scheme: SCHEMES,
  told_before_signing: { yes: 'contract', no: 'hidden' },
}

/** The picture of an answer; a country has the globe, because flags divide. Undefined for lists that only staff see. */
export function pictureOf(list: string, code: string): PictogramName | undefined {
  return list === 'origin' ? 'globe' : BY_LIST[list]?.[code]
}
