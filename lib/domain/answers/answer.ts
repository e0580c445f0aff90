import type { RemedyType } from '../workflow/outcomes'
import type { Stance } from './request'

/** What a party offers to put right. The amount is in minor units as decimal text, the day 'YYYY-MM-DD'. */
export type PartyOffer = {
  readonly type: RemedyType
  readonly amountMinor: string | null
  readonly currency: string | null
  readonly parts: number | null
  readonly firstDueOn: string | null
}

/** The words of an answer, sealed as one. */
export type AnswerWords = { readonly words: string; readonly locale: string; readonly offer: PartyOffer | null }

/** What a party answers: how it stands to it, in its words, and an offer or none. */
export type PartyAnswer = AnswerWords & { readonly stance: Stance }
