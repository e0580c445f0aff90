import 'server-only'
import { ok } from '@/lib/domain/result'
import { DamagedFile, refused, Removals, type CleanResult } from './clean-file'
import { oggChecksum } from './ogg-checksum'

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
  blankComments(bytes, places, opus ? 8 : 7, removals)
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
    pages.push({ start, body, end, lacing })
    start = end
  }
  return pages
}

/** Where each byte of the second packet lies: the comments may go over several pages. */
function commentPacket(pages: readonly Page[]): readonly number[] {
  const places: number[] = []
  let packet = 0
  for (const { body, lacing } of pages) {
    let at = body
    for (const length of lacing) {
      if (packet === 1) for (let index = 0; index < length; index += 1) places.push(at + index)
      at += length
      if (length < 255) packet += 1
      if (packet > 1) return places
    }
  }
  throw new DamagedFile()
}

function blankComments(bytes: Buffer, places: readonly number[], head: number, removals: Removals): void {
  const read = (at: number) =>
    [0, 1, 2, 3].reduce((sum, index) => sum + byteAt(bytes, places, at + index) * 2 ** (8 * index), 0)
  let at = head
  const blank = (length: number, content: string) => {
    if (at + length > places.length) throw new DamagedFile()
    let words = ''
    for (let index = 0; index < length; index += 1) {
      const place = places[at + index]
      if (place === undefined) throw new DamagedFile()
      words += String.fromCharCode(bytes[place] ?? 0)
      bytes[place] = content.charCodeAt(index) || 0x20
    }
    at += length
    return words
  }
  const vendor = read(at)
  at += 4
  blank(vendor, '')
  const count = read(at)
  at += 4
  for (let comment = 0; comment < count; comment += 1) {
    const length = read(at)
    at += 4
    note(blank(length, 'X='), removals)
  }
  // What is left is padding, or the framing bit of Vorbis.
  for (const place of places.slice(at + 1)) bytes[place] = 0
}

function byteAt(bytes: Buffer, places: readonly number[], index: number): number {
  const place = places[index]
  if (place === undefined) throw new DamagedFile()
  return bytes[place] ?? 0
}

function note(words: string, removals: Removals): void {
  if (/^[^=]*(LOCATION|GPS|GEO)/i.test(words)) removals.add('location')
  else if (/^(ENCODER|DEVICE|MAKE|MODEL)/i.test(words)) removals.add('device')
  else if (/^(ARTIST|AUTHOR|PERFORMER)/i.test(words)) removals.add('author')
  else removals.add('other')
}
