import 'server-only'
import { createHash } from 'node:crypto'
import { offerText, type OfferContent } from '@/lib/domain/remedies/offer'

/** What an offer is recognised by: SHA-256 of all that is offered, in hexadecimal. */
export function offerFingerprint(offer: OfferContent): string {
  return createHash('sha256').update(offerText(offer)).digest('hex')
}
