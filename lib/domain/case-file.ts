import type { CaseEvidence } from '@/lib/domain/files/evidence'
import type { ConsentDates } from './consents'
import type { DeadlineKind } from './deadlines'
import type { AnswerCode } from './open-questions'
import type { Severity } from './severity-levels'
import type { ClosingCode } from './workflow/outcomes'
import type { CaseState } from './workflow/states'

/** A member of staff as colleagues see them. */
export type StaffName = { readonly id: string; readonly displayName: string }

/** Facts of a case that need no unsealing. Codes are stored texts; one without words is shown as it is. */
export type CaseHead = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: CaseState
  readonly stateChangedAt: Date
  readonly severity: Severity
  readonly severityReasons: readonly string[]
  readonly isSeverityOverridden: boolean
  readonly scheme: string | null
  readonly origin: string | null
  readonly destination: string
  readonly channel: string
  readonly language: string
  readonly grievances: readonly string[]
  readonly dangers: readonly string[]
  readonly isAnonymous: boolean
  readonly assignee: StaffName | null
  readonly closingCode: ClosingCode | null
  readonly receivedAt: Date
  readonly firstReplyAt: Date | null
  readonly closedAt: Date | null
  readonly nextDueAt: Date | null
  readonly nextDueKind: DeadlineKind | null
  readonly paidAnswer: string | null
  readonly inDebt: boolean | null
  readonly debtJpy: bigint | null
  readonly paidTotalJpy: bigint
  /** Codes off the poster that led here; what they mean for the placement an officer says in the ledger. */
  readonly programme: string | null
  readonly jobOrder: string | null
  readonly departureOn: string | null
  readonly unread: number
}

/** Words in the language they were said in. */
export type Statement = {
  readonly id: string
  readonly authorKind: string
  readonly language: string
  readonly text: string
  readonly translation: string | null
  readonly createdAt: Date
}

/** Somebody on the worker's side, with how to reach them. */
export type CasePerson = {
  readonly id: string
  readonly kind: string
  readonly name: string | null
  readonly contactChannel: string | null
  readonly contact: string | null
  readonly safeTimes: string | null
  readonly mayLeaveMessage: boolean | null
  readonly language: string | null
}

/** Who stood between the worker and the job, in the order of the chain, and what was paid to them. */
export type ChainParty = {
  readonly id: string
  readonly role: string
  readonly name: string | null
  readonly registeredName: string | null
  readonly paidJpy: bigint | null
}

/** One payment. `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type LedgerLine = {
  readonly id: string
  readonly payeeRole: string | null
  readonly payeeName: string | null
  readonly category: string | null
  readonly amountMinor: bigint | null
  readonly amountMaxMinor: bigint | null
  readonly currency: string | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
  readonly method: string | null
  readonly receipt: string | null
  readonly toldBeforeSigning: boolean | null
  readonly refundedMinor: bigint | null
  readonly jpyMinor: bigint | null
  readonly ratePeriod: string | null
  readonly rateBasis: string | null
  readonly addedByKind: string
}

/** Money borrowed on the way to the job. */
export type CaseLoan = {
  readonly id: string
  readonly lenderKind: string | null
  readonly lenderName: string | null
  readonly principalMinor: bigint | null
  readonly outstandingMinor: bigint | null
  readonly currency: string | null
  readonly amountAsTyped: string | null
  readonly outstandingJpy: bigint | null
  readonly collateral: string | null
}

/** A sign of forced labour that answers raised, and what an officer made of it. */
export type IndicatorFinding = {
  readonly id: string
  readonly indicator: string
  readonly raisedBy: readonly string[]
  readonly judgement: string | null
  readonly judgedBy: StaffName | null
  readonly judgedAt: Date | null
}

/** One yes of the worker. */
export type CaseConsent = ConsentDates & {
  readonly id: string
  readonly kind: string
  readonly recipientBody: string | null
  readonly dataItems: readonly string[]
  readonly method: string
}

/** One message of the thread. */
export type CaseMessage = {
  readonly id: string
  readonly direction: 'to_worker' | 'from_worker'
  readonly author: StaffName | null
  readonly language: string
  readonly text: string
  readonly translation: string | null
  readonly isQuestion: boolean
  /** The question that this one answers, and the code of an answer without words of one's own. */
  readonly answersId: string | null
  readonly answerCode: AnswerCode | null
  readonly sentAt: Date
  readonly readAt: Date | null
}

/** A note for colleagues; `reason` belongs to a change of state or severity. */
export type CaseNote = {
  readonly id: string
  readonly kind: string
  readonly author: StaffName | null
  readonly text: string
  readonly createdAt: Date
}

/** A body the case goes to. */
export type CaseReferral = {
  readonly id: string
  readonly bodyCode: string | null
  readonly dataItems: readonly string[]
  readonly state: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly answeredAt: Date | null
}

/** What puts the wrong right, and the payments that came of it. */
export type CaseRemedy = {
  readonly id: string
  readonly type: string
  readonly claimedMinor: bigint | null
  readonly agreedMinor: bigint | null
  readonly currency: string | null
  readonly terms: string | null
  readonly termsLanguage: string | null
  readonly agreedAt: Date | null
  readonly workerAcceptedAt: Date | null
  readonly deliveredAt: Date | null
  readonly workerConfirmedAt: Date | null
  readonly failedAt: Date | null
  readonly repayments: readonly {
    readonly id: string
    readonly dueOn: string | null
    readonly paidOn: string | null
    readonly amountMinor: bigint
    readonly currency: string
    readonly workerConfirmedAt: Date | null
  }[]
}

/** An officer asks colleagues to confirm a move that needs two people. */
export type ApprovalRequest = {
  readonly id: string
  readonly toState: CaseState
  /** The body of the referral that was prepared then. */
  readonly bodyCode: string | null
  readonly requestedById: string
  readonly requestedBy: StaffName | null
  readonly requestedAt: Date
  readonly approvedById: string | null
  readonly approvedBy: StaffName | null
}

/** A station on the line of the case. */
export type CaseMove = {
  readonly id: string
  readonly fromState: CaseState | null
  readonly toState: CaseState
  readonly closingCode: string | null
  readonly byKind: string
  readonly by: StaffName | null
  readonly movedAt: Date
}

/** Something due that is neither met nor cancelled. */
export type OpenDeadline = {
  readonly id: string
  readonly kind: string
  readonly ownerKind: string
  readonly dueAt: Date
  readonly pausedAt: Date | null
}

/** Who did or read what, from the audit trail: codes only. */
export type CaseEvent = {
  readonly id: string
  readonly at: Date
  readonly actorKind: string
  readonly by: StaffName | null
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** A file of the case, and who of the office added it; null when it was the worker. */
export type CaseFileEvidence = CaseEvidence & { readonly addedBy: StaffName | null }

/** A case as its page shows it. `isReadable` is false when the key was destroyed: facts stay, words are gone. */
export type CaseFile = {
  readonly head: CaseHead
  readonly isReadable: boolean
  readonly statements: readonly Statement[]
  /** What was typed in Zawgyi, before it became Unicode; the report first. */
  readonly asTyped: readonly string[]
  readonly people: readonly CasePerson[]
  readonly chain: readonly ChainParty[]
  readonly ledger: readonly LedgerLine[]
  readonly loans: readonly CaseLoan[]
  readonly indicators: readonly IndicatorFinding[]
  readonly consents: readonly CaseConsent[]
  readonly messages: readonly CaseMessage[]
  readonly files: readonly CaseFileEvidence[]
  readonly notes: readonly CaseNote[]
  readonly referrals: readonly CaseReferral[]
  readonly remedies: readonly CaseRemedy[]
  readonly moves: readonly CaseMove[]
  readonly deadlines: readonly OpenDeadline[]
  readonly events: readonly CaseEvent[]
}
