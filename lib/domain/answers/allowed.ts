import { isConsentValid, type ConsentDates } from '../consents'
import { ANSWER_PURPOSE, isSharedItem, type SharedItem } from './request'

/** A yes as far as it says what a party may be told. */
export type PartyYes = ConsentDates & {
  readonly id: string
  readonly purpose: string | null
  readonly method: string
  readonly dataItems: readonly string[]
}

/** The party a yes is for, as it stands among its data items. */
export const partyItem = (casePartyId: string) => `party:${casePartyId}`

/** The yeses for telling one party that hold at an instant, oldest first. */
export function yesesForParty<T extends PartyYes>(consents: readonly T[], casePartyId: string, at: Date): T[] {
  return consents.filter(
    (one) =>
      one.purpose === ANSWER_PURPOSE && one.dataItems.includes(partyItem(casePartyId)) && isConsentValid(one, at),
  )
}

/** The latest yes that the worker gave on the own page for telling one party; null when there is none or it has ended. */
export function ownYesFor<T extends PartyYes>(consents: readonly T[], casePartyId: string, at: Date): T | null {
  return yesesForParty(consents, casePartyId, at).findLast(({ method }) => method === 'tap') ?? null
}

/** What a yes allows to be told beside the matter itself. */
export const allowedItems = ({ dataItems }: Pick<PartyYes, 'dataItems'>): SharedItem[] => dataItems.filter(isSharedItem)

/** Whether one yes goes at least as far as the items need. */
export const allowsAll = (yes: Pick<PartyYes, 'dataItems'>, items: readonly SharedItem[]) =>
  items.every((item) => yes.dataItems.includes(item))
