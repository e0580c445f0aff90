import 'server-only'
import { ok } from '@/lib/domain/result'
import { DamagedFile, PARTS_MAXIMUM, refused, Removals, type CleanResult } from './clean-file'
import { oggChecksum } from './ogg-checksum'

/** The longest comments; a recorder writes some hundred bytes. */
const COMMENTS_MAXIMUM = 1024 * 1024

/** A page of an Ogg file (RFC 3533): where it lies, and where the pieces of its packets lie. */
type Page = { readonly start: number; readonly body: number; readonly end: number; readonly lacing: Buffer }

/**
 * An Ogg with Opus or Vorbis sound without the words beside it. The comments keep their number and length, so that nothing moves,
 * and say nothing.
 */
export async function cleanOgg(original: Buffer): Promise<CleanResult> {
  const bytes = Buffer.from(original)
  const pages = readPages(bytes)
  const first = pages[0]
  if (!first) return refused('damaged')
  const serial = bytes.readUInt32LE(first.start + 14)
  // Pictures, skeletons and other streams beside the sound are not what a recorder writes.
  if (pages.some(({ start }) => bytes.readUInt32LE(start + 14) !== serial)) return refused('unsupported')
  const opus = bytes.toString('latin1', first.body, first.body + 8) === 'OpusHead'
  const vorbis = bytes.toString('latin1', first.body, first.body + 7) === '\u0001vorbis'
  if (!opus && !vorbis) return refused('unsupported')
  const removals = new Removals()
  const places = commentPacket(pages)
  const packet = Buffer.concat(places.map(({ at, length }) => bytes.subarray(at, at + length)))
  blankComments(packet, opus ? 8 : 7, removals)
  let written = 0
  for (const { at, length } of places) {
    packet.copy(bytes, at, written, written + length)
    written += length
  }
  for (const page of pages) bytes.writeUInt32LE(oggChecksum(bytes, page.start, page.end), page.start + 22)
  const rate = opus ? 48_000 : bytes.readUInt32LE(first.body + 12)
  const granule = bytes.readBigInt64LE((pages.at(-1) ?? first).start + 6)
  return ok({
    format: 'ogg_audio',
    bytes,
    removed: removals.codes,
    takenOn: null,
    durationSeconds: granule > 0n && rate > 0 ? Math.round(Number(granule) / rate) : null,
  })
}

function readPages(bytes: Buffer): readonly Page[] {
  const pages: Page[] = []
  for (let start = 0; start < bytes.length;) {
    if (start + 27 > bytes.length || bytes.toString('latin1', start, start + 4) !== 'OggS') throw new DamagedFile()
    const lacing = bytes.subarray(start + 27, start + 27 + (bytes[start + 26] ?? 0))
    const body = start + 27 + lacing.length
    const end = body + lacing.reduce((sum, length) => sum + length, 0)
    if (end > bytes.length) throw new DamagedFile()
    if (pages.length >= PARTS_MAXIMUM) throw new DamagedFile()
    pages.push({ start, body, end, lacing })
    start = end
  }
  return pages
}

type Place = { readonly at: number; readonly length: number }

/** Where the pieces of the second packet lie: the comments may go over several pages. Throws DamagedFile when it is too long. */
function commentPacket(pages: readonly Page[]): readonly Place[] {
  const places: Place[] = []
  let total = 0
  let packet = 0
  for (const { body, lacing } of pages) {
    let at = body
    for (const length of lacing) {
      if (packet === 1) {
        places.push({ at, length })
        total += length
        if (total > COMMENTS_MAXIMUM) throw new DamagedFile()
      }
      at += length
      if (length < 255) packet += 1
      if (packet > 1) return places
    }
  }
  throw new DamagedFile()
}

/** Overwrites the words of a comment packet; `head` is where its vendor begins. */
function blankComments(packet: Buffer, head: number, removals: Removals): void {
  let at = head
  const number = () => {
    if (at + 4 > packet.length) throw new DamagedFile()
    at += 4
    return packet.readUInt32LE(at - 4)
  }
  const blank = (length: number, content: string) => {
    if (at + length > packet.length) throw new DamagedFile()
    const words = packet.toString('latin1', at, at + length)
    packet.fill(' ', at, at + length)
    packet.write(content.slice(0, length), at, 'latin1')
    at += length
    return words
  }
  blank(number(), '')
  const count = number()
  for (let comment = 0; comment < count; comment += 1) note(blank(number(), 'X='), removals)
  // What is left is padding, or the framing bit of Vorbis.
  packet.fill(0, Math.min(at + 1, packet.length))
}

function note(words: string, removals: Removals): void {
  if (/^[^=]*(LOCATION|GPS|GEO)/i.test(words)) removals.add('location')
  else if (/^(ENCODER|DEVICE|MAKE|MODEL)/i.test(words)) removals.add('device')
  else if (/^(ARTIST|AUTHOR|PERFORMER)/i.test(words)) removals.add('author')
  else removals.add('other')
}
