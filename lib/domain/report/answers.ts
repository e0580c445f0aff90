import type { ConsentKind } from '../consents'
import type { DestinationCode, OriginCode } from '../countries'
import type { FeeCategoryCode } from '../fees/categories'
import type { Collateral, RatePeriod } from '../fees/ledger/loan-terms'
import type { LenderKind, PartyRole } from '../fees/payees'
import type { PayerKind, PaymentMethod, Precision, ReceiptKind } from '../fees/payment-methods'
import type { GrievanceCode } from '../grievances/catalog'
import type { DangerCode } from '../grievances/dangers'
import type { CurrencyCode } from '../money/currencies'
import type { SchemeCode } from '../schemes'
import type { ContactChannel } from './contact-channels'
import type { PersonFacts } from './person-facts'

/**
 * One payment as the worker tells it; everything may be left out.
 * `amountText` is what was typed, `amountMinor` its digits in minor units of `currency` once it
 * could be read. `paidOn` is `YYYY` or `YYYY-MM`.
 */
export type FeeLineAnswer = {
  payeeRole?: PartyRole | undefined
  payeeName?: string | undefined
  category?: FeeCategoryCode | undefined
  amountText?: string | undefined
  amountMinor?: string | undefined
  currency?: CurrencyCode | undefined
  precision?: Precision | undefined
  /** The upper end of a remembered range, typed and read. */
  amountMaxText?: string | undefined
  amountMaxMinor?: string | undefined
  /** One lump for several things. */
  lumpCategories?: FeeCategoryCode[] | undefined
  paidOn?: string | undefined
  method?: PaymentMethod | undefined
  receipt?: ReceiptKind | undefined
  toldBeforeSigning?: 'yes' | 'no' | undefined
  /** Months over which it was taken from pay. */
  instalments?: number | undefined
  paidBy?: PayerKind | undefined
  refundedText?: string | undefined
  refundedMinor?: string | undefined
}

/** What the worker still owes for coming to Japan; amounts as in FeeLineAnswer. */
export type DebtAnswer = {
  borrowed: 'yes' | 'no'
  lenderRole?: LenderKind | undefined
  owedText?: string | undefined
  owedMinor?: string | undefined
  currency?: CurrencyCode | undefined
  principalText?: string | undefined
  principalMinor?: string | undefined
  monthlyText?: string | undefined
  monthlyMinor?: string | undefined
  /** Decimal text, and what it is for. */
  ratePercent?: string | undefined
  ratePeriod?: RatePeriod | undefined
  collateral?: Collateral | undefined
}

/** What the worker knows of the contract and the pay; amounts as in FeeLineAnswer, all in one currency. */
export type PayAnswer = {
  contractMonths?: number | undefined
  contractWageText?: string | undefined
  contractWageMinor?: string | undefined
  firstMonthText?: string | undefined
  firstMonthMinor?: string | undefined
  /** The monthly pay in the plan of the stay, in its own currency: asked by the fee checker only. */
  plannedText?: string | undefined
  plannedMinor?: string | undefined
  plannedCurrency?: CurrencyCode | undefined
  currency?: CurrencyCode | undefined
}

/** A party the worker named: the part it plays and, if known, its name. */
export type PartyAnswer = { role: PartyRole; name?: string | undefined }

/** How the worker can be reached without harm; `here_only` means only on the tracking page. */
export type ContactAnswer = {
  channel: ContactChannel
  detail?: string | undefined
  safeTimes?: string | undefined
  mayLeaveMessage?: boolean | undefined
}

/** All answers of a report, finished or not. Absent means not answered. */
export type ReportAnswers = {
  grievances: GrievanceCode[]
  dangers: DangerCode[]
  origin?: OriginCode | undefined
  destination: DestinationCode
  scheme?: SchemeCode | undefined
  parties: PartyAnswer[]
  paid?: 'yes' | 'no' | 'unsure' | undefined
  fees: FeeLineAnswer[]
  debt?: DebtAnswer | undefined
  pay?: PayAnswer | undefined
  story?: string | undefined
  /** Asked after the report, and in files; kept with a yes to statistics only. */
  person?: PersonFacts | undefined
  contact: ContactAnswer
  consents: ConsentKind[]
}

/** The answers of somebody who has not answered anything yet. */
export function noAnswers(): ReportAnswers {
  return {
    grievances: [],
    dangers: [],
    destination: 'JP',
    parties: [],
    fees: [],
    contact: { channel: 'here_only' },
    consents: [],
  }
}
