import type { OriginCode } from '@/lib/domain/countries'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { LineInput } from './line-input'
import type { LedgerLoan, LedgerPlacement, LedgerWage } from './ledger'
import type { SupportLevel } from './support-levels'
import type { SplitPart } from './split-line'

/** The form an officer changes a ledger with: the case, and one id per form shown, so that the same form posted twice counts once. */
export type LedgerForm = { readonly number: string; readonly requestId: string }

/** A form about something that is there: the version the page showed, and why it is changed. */
type Edit = LedgerForm & { readonly version: number; readonly reason: string }
type LineEdit = Edit & { readonly lineId: string }

/** A payment that is not in the ledger yet; `amountAsTyped` is what stood in the field. */
export type LineAddition = LedgerForm & { readonly line: LineInput; readonly amountAsTyped: string | null }
/** Another reading of a payment. What the worker typed stays beside it. */
export type LineCorrection = LineEdit & { readonly line: LineInput }
/** One lump made into its parts (lib/domain/fees/ledger/split-line.ts). */
export type LineSplit = LineEdit & { readonly parts: readonly SplitPart[] }
/** A payment taken out of the ledger, or put back. */
export type LineRemoval = LineEdit
/**
 * An officer's own rate, units of the currency of the line for one US dollar, as decimal text; null takes it back. `isSure`: it is
 * meant, however far it is from the official one.
 */
export type RateOverride = LineEdit & { readonly unitsPerUsd: string | null; readonly isSure?: boolean }
/** How well a payment is supported, and why. */
export type SupportRating = LineEdit & { readonly level: SupportLevel }

/** A loan as it is written down. `ratePercent` is decimal text with at most four places. */
export type LoanInput = Pick<
  LedgerLoan,
  | 'lenderKind'
  | 'lenderName'
  | 'principalMinor'
  | 'outstandingMinor'
  | 'monthlyRepaymentMinor'
  | 'currency'
  | 'ratePercent'
  | 'ratePeriod'
  | 'termMonths'
  | 'collateral'
  | 'borrowedOn'
>
/** A loan that is new (`loanId` null: version 0, no reason needed) or another reading of one. */
export type LoanEdit = Edit & { readonly loanId: string | null; readonly loan: LoanInput }
/** A loan taken out of the ledger, or put back. */
export type LoanRemoval = Edit & { readonly loanId: string }

/** One fact about pay as it is written down. */
export type WageInput = Pick<LedgerWage, 'kind' | 'amount' | 'forMonth' | 'hours'>
/** All that is known of the pay from now on; `version` is `wagesVersion` of the ledger. A reason is needed where one goes or changes. */
export type WagesEdit = Edit & { readonly wages: readonly WageInput[] }
/** The way to the job, which the case itself keeps; null is not known. */
export type WayInput = { readonly origin: OriginCode | null; readonly scheme: SchemeCode | null }
/**
 * The job; `version` is 0 while none is written down. A reason is needed where something known changes. Without a `way` the way
 * stays as it is.
 */
export type PlacementEdit = Edit & { readonly placement: Omit<LedgerPlacement, 'version'>; readonly way?: WayInput }

/** A difference a changed rule or rate made, seen; `assessedAt` is `unseenChange.after.assessedAt` as the page showed it. */
export type ChangeSeen = LedgerForm & { readonly assessedAt: Date }

/**
 * Why a change was refused. `not_found`: no such case of this office, or no such thing in it. `case_gone`: its key was destroyed.
 * `changed_meanwhile`: somebody changed it since the page was shown.
 */
export type LedgerError<Own extends string = never> = {
  readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' | Own
}

/** `reason_missing`: nothing existing is changed without a reason. */
export type ReasonMissing = 'reason_missing'
/** `line_set_aside`: a removed or a split payment is not edited; put it back first. */
export type LineSetAside = 'line_set_aside'
