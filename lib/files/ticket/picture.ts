import 'server-only'
import sharp from 'sharp'
import { ticketSvg } from './svg'

/** The ticket as a PNG: the mark, the number and the code (21 digits), nothing that says what it is about. */
export async function drawTicket(number: string, code: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await sharp(Buffer.from(ticketSvg(number, code)))
      .png({ palette: true })
      .toBuffer(),
  )
}
