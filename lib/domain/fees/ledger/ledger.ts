import type { CaseHead, StaffName } from '@/lib/domain/case-file'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import type { CaseAssessment } from '../assessment/assessment'
import type { CaseFeeFacts } from '../assessment/facts'
import type { AssessmentChange } from '../assessment/assessment-changes'
import type { FeeCategoryCode } from '../categories'
import type { LenderKind, PartyRole } from '../payees'
import type { PaymentMethod, Precision, ReceiptKind } from '../payment-methods'
import type { FeeRule, Programme, RuleCondition } from '../rules/fee-rule'
import type { Collateral, RatePeriod } from './loan-terms'
import type { SupportLevel } from './support-levels'
import type { WageFactKind } from './wage-facts'

/**
 * One payment as officers see it. Amounts are minor units of `currency`; `amountMaxMinor` only where a range was remembered;
 * `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A line with `splitAt` counts no more: its parts name it in `splitFromId`.
 */
export type LedgerLine = {
  readonly id: string
  readonly position: number
  readonly version: number
  readonly payeeRole: PartyRole | null
  readonly payeeName: string | null
  readonly casePartyId: string | null
  readonly category: FeeCategoryCode | null
  readonly lumpCategories: readonly FeeCategoryCode[]
  readonly amountMinor: bigint | null
  readonly amountMaxMinor: bigint | null
  readonly currency: CurrencyCode | null
  readonly amountAsTyped: string | null
  readonly precision: Precision
  readonly paidOn: string | null
  readonly method: PaymentMethod | null
  readonly instalments: number | null
  readonly receipt: ReceiptKind | null
  readonly toldBeforeSigning: boolean | null
  readonly paidBy: string | null
  readonly refundedMinor: bigint | null
  readonly jpyMinor: bigint | null
  readonly usdMinor: bigint | null
  readonly ratePeriod: string | null
  readonly rateBasis: string | null
  readonly rateSource: string | null
  readonly rateOverride: string | null
  readonly rateReason: string | null
  readonly supportLevel: SupportLevel | null
  readonly supportReason: string | null
  readonly supportBy: StaffName | null
  readonly supportAt: Date | null
  readonly splitFromId: string | null
  readonly splitAt: Date | null
  readonly removedAt: Date | null
  readonly addedByKind: string
  readonly addedBy: StaffName | null
  readonly createdAt: Date
}

/** Money borrowed on the way to the job; amounts in minor units of `currency`. `ratePercent` is decimal text. */
export type LedgerLoan = {
  readonly id: string
  readonly version: number
  readonly lenderKind: LenderKind | null
  readonly lenderName: string | null
  readonly principalMinor: bigint | null
  readonly outstandingMinor: bigint | null
  readonly monthlyRepaymentMinor: bigint | null
  readonly currency: CurrencyCode | null
  readonly amountAsTyped: string | null
  readonly ratePercent: string | null
  readonly ratePeriod: RatePeriod | null
  readonly termMonths: number | null
  readonly collateral: Collateral | null
  readonly borrowedOn: string | null
  readonly outstandingJpy: bigint | null
  readonly removedAt: Date | null
}

/** One fact about the worker's pay. */
export type LedgerWage = {
  readonly id: string
  readonly version: number
  readonly kind: WageFactKind
  readonly amount: Money
  readonly amountAsTyped: string | null
  readonly forMonth: string | null
  readonly hours: number | null
}

/** The job the payments led to. Months are `YYYY-MM`. */
export type LedgerPlacement = {
  readonly version: number
  readonly contractMonths: number | null
  readonly contractSignedOn: string | null
  readonly workStartedOn: string | null
  readonly workEndedOn: string | null
  readonly isFirstJobAbroad: boolean | null
  readonly toldTotal: Money | null
  readonly programmes: readonly Programme[]
  readonly conditionsMet: readonly RuleCondition[]
  readonly conditionsNotMet: readonly RuleCondition[]
}

/** A party of the case that a payment can be to. */
export type LedgerParty = { readonly id: string; readonly role: PartyRole; readonly name: string | null }

/** What a subject was before an edit, who edited it, and why. `before` holds the fields as they were; of what was added, as it was added. */
export type LedgerRevision = {
  readonly id: string
  readonly subject: 'fee_line' | 'loan' | 'wage_fact' | 'placement'
  readonly subjectId: string
  readonly change: 'added' | 'changed' | 'removed' | 'restored' | 'split' | 'rate_overridden' | 'support_rated'
  readonly before: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
  readonly reason: string | null
  readonly by: StaffName | null
  readonly changedAt: Date
}

/** A verdict as it was stored, with what it was reached from and the versions of the rules it names. */
export type StoredAssessment = {
  readonly id: string
  readonly cause: string
  readonly assessedAt: Date
  readonly facts: CaseFeeFacts
  readonly assessment: CaseAssessment
  readonly rules: readonly FeeRule[]
}

/** The money side of a case, as its page shows it. `lines` are those that count; `setAside` the removed and the split ones. */
export type Ledger = {
  readonly head: CaseHead
  readonly isReadable: boolean
  readonly lines: readonly LedgerLine[]
  readonly setAside: readonly LedgerLine[]
  readonly loans: readonly LedgerLoan[]
  readonly wages: readonly LedgerWage[]
  /** Raised by every change of the pay; the form of the pay sends it back. */
  readonly wagesVersion: number
  readonly placement: LedgerPlacement | null
  readonly parties: readonly LedgerParty[]
  readonly revisions: readonly LedgerRevision[]
  readonly assessment: StoredAssessment | null
  /** What a changed rule or rate changed and no officer has seen yet. */
  readonly unseenChange: AssessmentChange | null
}
