import type { Money } from '../money/money'
import type { RemedyType } from '../workflow/outcomes'
import type { Due } from './schedule'

/** How long a worker has to answer an offer (house rule); nothing is taken away when it is over, the officer asks. */
export const OFFER_ANSWER_DAYS = 14

/**
 * Version of the words around an offer on the worker's page: that all legal routes stay open, what yes and no do. Stored with
 * every answer. Change it in the same commit as the words of `track.agreement_…`.
 */
export const OFFER_TEXT_VERSION = '2026-11-21'

/** Everything a worker says yes or no to. */
export type OfferContent = {
  readonly remedyId: string
  readonly type: RemedyType
  readonly casePartyId: string | null
  readonly amount: Money | null
  readonly dues: readonly Due[]
  readonly terms: string
  readonly termsLanguage: string
}

/** One text of all that is offered; what is equal is the same offer. Its hash is kept with the answer. */
export function offerText(offer: OfferContent): string {
  const { remedyId, type, casePartyId, amount, dues, terms, termsLanguage } = offer
  return JSON.stringify([
    OFFER_TEXT_VERSION,
    remedyId,
    type,
    casePartyId,
    amount && [amount.amountMinor.toString(), amount.currency],
    dues.map(({ amountMinor, dueOn }) => [amountMinor.toString(), dueOn]),
    termsLanguage,
    terms.normalize('NFC'),
  ])
}
