import type { Money } from '../money/money'
import type { RemedyType } from '../workflow/outcomes'
import type { ClaimLane } from './claim-lines'

/** Money paid towards an instalment, as the office knows it. `paidOn` is 'YYYY-MM-DD'. */
export type InstalmentPayment = {
  readonly id: string
  readonly paidOn: string
  readonly amount: Money
  readonly jpyMinor: bigint | null
  readonly evidenceId: string | null
  readonly proofSeen: boolean
}

/** One part of a repayment. `arrivedMinor` is what the worker says has come of it so far. */
export type Instalment = {
  readonly id: string
  readonly dueOn: string | null
  readonly amount: Money
  readonly paidOn: string | null
  readonly confirmedAt: Date | null
  /** Who says that it came: `tap`, the worker; `told_to_officer`, an officer as witness. */
  readonly confirmedHow: string | null
  readonly arrivedMinor: bigint | null
  readonly arrivedJpy: bigint | null
  readonly payments: readonly InstalmentPayment[]
}

/** A claim and what became of it: an offer, a yes or a no, the money. An offer that takes the place of another is a row of its own. */
export type Remedy = {
  readonly id: string
  readonly version: number
  readonly type: RemedyType
  readonly casePartyId: string | null
  readonly lane: ClaimLane | null
  readonly feeLineIds: readonly string[]
  readonly claimed: Money | null
  readonly claimedJpy: bigint | null
  readonly agreed: Money | null
  readonly agreedJpy: bigint | null
  readonly terms: string | null
  readonly termsLanguage: string | null
  readonly staffTerms: string | null
  readonly staffLanguage: string | null
  readonly fingerprint: string | null
  readonly claimedAt: Date
  readonly offeredAt: Date | null
  readonly answerDueAt: Date | null
  readonly agreedAt: Date | null
  readonly acceptedHow: string | null
  /** What the worker said with the yes or the no. */
  readonly answer: string | null
  readonly answerLanguage: string | null
  readonly declinedAt: Date | null
  readonly replacesId: string | null
  readonly replacedAt: Date | null
  readonly droppedAt: Date | null
  readonly failedAt: Date | null
  readonly deliveredAt: Date | null
  readonly workerConfirmedAt: Date | null
  /** As of an instalment. */
  readonly confirmedHow: string | null
  readonly instalments: readonly Instalment[]
}

/** Where a remedy stands; labels under `remedies.state_…`. */
export const REMEDY_STATES = [
  'claimed',
  'offered',
  'declined',
  'agreed',
  'arrived',
  'replaced',
  'failed',
  'dropped',
] as const
export type RemedyState = (typeof REMEDY_STATES)[number]

type Dates = Pick<
  Remedy,
  'offeredAt' | 'agreedAt' | 'declinedAt' | 'replacedAt' | 'droppedAt' | 'failedAt' | 'workerConfirmedAt'
>

/** Where a remedy stands now. What was taken back, replaced or broken is that first. */
export function remedyState(remedy: Dates): RemedyState {
  if (remedy.droppedAt !== null) return 'dropped'
  if (remedy.replacedAt !== null) return 'replaced'
  if (remedy.failedAt !== null) return 'failed'
  if (remedy.workerConfirmedAt !== null) return 'arrived'
  if (remedy.agreedAt !== null) return 'agreed'
  if (remedy.declinedAt !== null) return 'declined'
  return remedy.offeredAt === null ? 'claimed' : 'offered'
}

/** Whether terms can be put to the worker: not while the money of this very remedy has all come, nor on what counts no more. */
export function canBeOffered(state: RemedyState): boolean {
  return state === 'claimed' || state === 'offered' || state === 'declined' || state === 'agreed'
}

/** How something was confirmed that an officer wrote down as witness; the worker can still say otherwise. */
export const TOLD_TO_OFFICER = 'told_to_officer'

/** Where an instalment stands; labels under `remedies.instalment_…`. `told_paid`: paid as far as the office knows, not yet confirmed; `arrived_told`: an officer says that the worker said so. */
export type InstalmentState =
  | 'due'
  | 'overdue'
  | 'part_paid'
  | 'told_paid'
  | 'part_arrived'
  | 'arrived_told'
  | 'arrived'

/** Where an instalment stands on a day ('YYYY-MM-DD', Japan). What the worker says comes before what the office was told. */
export function instalmentState(instalment: Instalment, today: string): InstalmentState {
  if (instalment.confirmedAt !== null) return instalment.confirmedHow === TOLD_TO_OFFICER ? 'arrived_told' : 'arrived'
  if (instalment.arrivedMinor !== null && instalment.arrivedMinor > 0n) return 'part_arrived'
  const isLate = instalment.dueOn !== null && instalment.dueOn < today
  if (instalment.arrivedMinor === 0n) return isLate ? 'overdue' : 'due'
  const paid = paidTowards(instalment)
  if (paid >= instalment.amount.amountMinor) return 'told_paid'
  if (isLate) return 'overdue'
  return paid > 0n ? 'part_paid' : 'due'
}

/** What was paid towards an instalment, as the office knows it. */
export function paidTowards({ payments }: Pick<Instalment, 'payments'>): bigint {
  return payments.reduce((sum, { amount }) => sum + amount.amountMinor, 0n)
}

/** Whether every part is paid as far as the office knows, with proof: then the rest is for the worker to say. */
export function isProven(instalments: readonly Instalment[]): boolean {
  return (
    instalments.length > 0 &&
    instalments.every(
      (one) =>
        one.confirmedAt !== null ||
        (paidTowards(one) >= one.amount.amountMinor &&
          one.payments.every(({ proofSeen, evidenceId }) => proofSeen || evidenceId !== null)),
    )
  )
}
