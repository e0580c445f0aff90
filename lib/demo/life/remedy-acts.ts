import type { Due } from '@/lib/domain/remedies/schedule'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'

/** What a move is about, as its plan knows it; the money comes later. `terms` null: it was asked for and not offered. */
export type RemedyWish = { readonly type: RemedyType; readonly terms: string | null }

/** Something is asked of the party in a role. `claimedJpy` in yen; null: it is no money. */
export type AskAct = {
  readonly kind: 'ask'
  readonly type: RemedyType
  readonly role: string
  readonly claimedJpy: bigint | null
}
/** Terms are put to the worker. `agreedJpy` in yen, and the parts it comes in; null and none: it is no money. */
export type OfferAct = {
  readonly kind: 'offer'
  readonly agreedJpy: bigint | null
  readonly dues: readonly Due[]
  readonly terms: string
}
/** One thing that happens to the remedy of a case: by its officer, or by the worker (`arrival`). `part` counts from 0. */
export type RemedyAct =
  | AskAct
  | OfferAct
  | { readonly kind: 'accept' }
  | { readonly kind: 'pay'; readonly part: number; readonly paidOn: string }
  | { readonly kind: 'arrival'; readonly part: number; readonly arrived: 'yes' | 'no' }

/** What an officer writes down as the witness of what a worker said. */
export const WITNESS_NOTE = 'The worker said so on the phone. I read the words back in the worker’s language.'
