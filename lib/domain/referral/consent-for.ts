import { isConsentValid, type ConsentDates } from '../consents'

type Yes = ConsentDates & {
  readonly kind: string
  readonly recipientBody: string | null
  readonly purpose: string | null
  readonly dataItems: readonly string[]
}

/** What would go where, and what for. `recipient` as in referral/recipient.ts. */
export type WouldGo = { readonly recipient: string; readonly purpose: string; readonly dataItems: readonly string[] }

/** The yes that covers just this, now: this recipient, this purpose, at least these data. Null when there is none. */
export function consentFor<Y extends Yes>(consents: readonly Y[], would: WouldGo, at: Date): Y | null {
  return (
    consents.findLast(
      (consent) =>
        consent.kind === 'send_to_body' &&
        isConsentValid(consent, at) &&
        consent.recipientBody === would.recipient &&
        consent.purpose === would.purpose &&
        would.dataItems.length > 0 &&
        would.dataItems.every((item) => consent.dataItems.includes(item)),
    ) ?? null
  )
}
