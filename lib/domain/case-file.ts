import type { CaseEvidence } from '@/lib/domain/files/evidence'
import type { CaseLoan, ChainParty, LedgerLine } from './case-money'
import type { IndicatorFinding, SignJudgement } from './case-signs'
import type { CaseTask } from './case-tasks'
import type { CaseMessage, CaseNote, Statement, Translation } from './case-words'
import type { ConsentDates } from './consents'
import type { PersonFacts } from './report/person-facts'
import type { DeadlineKind } from './deadlines'
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
  /** What the worker told for the statistics; of others nothing. */
  readonly facts: PersonFacts
}

/** One yes of the worker. */
export type CaseConsent = ConsentDates & {
  readonly id: string
  readonly kind: string
  readonly recipientBody: string | null
  readonly dataItems: readonly string[]
  readonly method: string
  /** The words it was given to: their version, and the language they were read in. */
  readonly textVersion: string
  readonly language: string
}

/** A body the case goes to. */
export type CaseReferral = {
  readonly id: string
  readonly bodyCode: string | null
  /** Of another office of this system; null for a body outside. */
  readonly officeName: string | null
  readonly purpose: string
  readonly outcomeCode: string | null
  readonly withdrawnAt: Date | null
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
  readonly claimedAt: Date
  readonly offeredAt: Date | null
  readonly declinedAt: Date | null
  readonly replacedAt: Date | null
  readonly droppedAt: Date | null
  readonly repayments: readonly {
    readonly arrivedMinor: bigint | null
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
  /** Every version of every translation, by the id of what it translates. */
  readonly translations: readonly (Translation & { readonly kind: string; readonly subjectId: string })[]
  /** Every judgement on the signs, in the order they were made. */
  readonly judgements: readonly SignJudgement[]
  readonly tasks: readonly CaseTask[]
  readonly notes: readonly CaseNote[]
  readonly referrals: readonly CaseReferral[]
  readonly remedies: readonly CaseRemedy[]
  readonly moves: readonly CaseMove[]
  readonly deadlines: readonly OpenDeadline[]
  readonly events: readonly CaseEvent[]
}
