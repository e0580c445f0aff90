import 'server-only'
import { drawTicket } from '@/lib/files/ticket/picture'

/** The picture of a ticket that its worker was shown, for who has no scripts to draw it on the phone. Nothing is kept. */
export function drawReceipt(receipt: {
  readonly number: string
  readonly code: string
}): Promise<Uint8Array<ArrayBuffer>> {
  return drawTicket(receipt.number, receipt.code)
}
