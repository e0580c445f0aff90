import 'server-only'
import type { FileFormat } from '@/lib/domain/files/formats'
import { ok } from '@/lib/domain/result'
import { DamagedFile, refused, Removals, type CleanResult } from './clean-file'
import { allBoxes, boxesIn, findBox, makeFree, type Box } from './iso-boxes'
import { zeroSamples } from './iso-samples'

/** Boxes on the outside that make sound and picture; every other one is emptied. */
const KEPT_OUTSIDE = new Set(['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'styp', 'ssix'])
/** Boxes further in that are needed to play, by the standard and QuickTime's own; whatever else is there is emptied. */
const KEPT_INSIDE = new Set(
  [
    'mvhd trak mvex iods tkhd edts elst tref mdia mdhd hdlr elng minf vmhd smhd nmhd gmhd dinf dref tapt',
    'stbl stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps sdtp sbgp sgpd subs saiz saio',
    'mehd trex leva mfhd traf tfhd tfdt trun tfra mfro',
  ].flatMap((line) => line.split(' ')),
)
/** Seconds from the first of January 1904, where these clocks begin, to 1970. */
const EPOCH_1904 = 2_082_844_800

/**
 * An MP4, MOV, M4A or 3GP without tags, places, device and times; sound and picture are not touched. Tracks that are neither
 * (places along the way, subtitles, time codes) are emptied.
 */
export async function cleanIsoMedia(original: Buffer, keepDate: boolean): Promise<CleanResult> {
  const bytes = Buffer.from(original)
  const removals = new Removals()
  const outside = boxesIn(bytes, 0, bytes.length)
  const movie = outside.find(({ type }) => type === 'moov')
  const brand = bytes.toString('latin1', 8, 12)
  if (!movie || outside[0]?.type !== 'ftyp') return refused('damaged')
  const { duration, day } = readMovie(bytes, movie)
  if (playsFromElsewhere(bytes, outside)) return refused('active_content')
  const kinds = readTracks(bytes, movie, removals)
  if (kinds === null) return refused('unsupported')
  for (const box of allBoxes(bytes, outside)) clean(bytes, box, removals)
  if (!kinds.has('vide') && !kinds.has('soun')) return refused('damaged')
  return ok({
    format: formatOf(brand, kinds.has('vide')),
    bytes,
    removed: removals.codes.filter((code) => !(code === 'date' && keepDate)),
    takenOn: keepDate ? day : null,
    durationSeconds: duration,
  })
}

function formatOf(brand: string, hasPicture: boolean): FileFormat {
  if (brand.startsWith('3g')) return hasPicture ? '3gp' : '3gp_audio'
  if (!hasPicture) return 'm4a'
  return brand === 'qt  ' ? 'mov' : 'mp4'
}

/** Whether the samples of a track are to be fetched from another address or file. */
function playsFromElsewhere(bytes: Buffer, outside: readonly Box[]): boolean {
  for (const { type, body, end } of allBoxes(bytes, outside)) {
    if (type !== 'dref') continue
    // Flag 1: in this file.
    const isHere = boxesIn(bytes, body + 8, end).every((entry) => (bytes.readUInt32BE(entry.body) & 1) === 1)
    if (!isHere) return true
  }
  return false
}

function readMovie(bytes: Buffer, movie: Box): { duration: number | null; day: string | null } {
  const head = findBox(bytes, movie, ['mvhd'])
  // Some write the head of the movie packed: then nothing in it can be looked at.
  if (!head) throw new DamagedFile()
  const isLong = bytes[head.body] === 1
  const created = isLong ? Number(bytes.readBigUInt64BE(head.body + 4)) : bytes.readUInt32BE(head.body + 4)
  const scale = bytes.readUInt32BE(head.body + (isLong ? 20 : 12))
  const length = isLong ? Number(bytes.readBigUInt64BE(head.body + 24)) : bytes.readUInt32BE(head.body + 16)
  const duration = scale > 0 && length > 0 && length < 0xffffffff ? Math.round(length / scale) : null
  const isDated = created > EPOCH_1904 + 631_152_000
  return { duration, day: isDated ? new Date((created - EPOCH_1904) * 1000).toISOString().slice(0, 10) : null }
}

/** Which kinds of track there are, the others emptied; null when one of the others comes in pieces all over the file. */
function readTracks(bytes: Buffer, movie: Box, removals: Removals): ReadonlySet<string> | null {
  const kinds = new Set<string>()
  // All tracks together: what they share may be zeroed twice, not a million times.
  const work = { left: bytes.length * 2 }
  const isInPieces = findBox(bytes, movie, ['mvex']) !== null
  for (const track of boxesIn(bytes, movie.body, movie.end).filter(({ type }) => type === 'trak')) {
    const handler = findBox(bytes, track, ['mdia', 'hdlr'])
    const kind = handler ? bytes.toString('latin1', handler.body + 8, handler.body + 12) : ''
    if (kind === 'vide' || kind === 'soun') {
      kinds.add(kind)
      continue
    }
    if (isInPieces) return null
    zeroSamples(bytes, track, work)
    makeFree(bytes, track)
    removals.add(kind === 'tmcd' || kind === 'text' || kind === 'sbtl' ? 'other' : 'location')
  }
  return kinds
}

function clean(bytes: Buffer, box: Box & { readonly inside: readonly string[] }, removals: Removals): void {
  const isOutside = box.inside.length === 0
  if (!(isOutside ? KEPT_OUTSIDE : KEPT_INSIDE).has(box.type)) {
    note(bytes.subarray(box.body, box.end), box.type, removals)
    makeFree(bytes, box)
  } else if (['mvhd', 'tkhd', 'mdhd'].includes(box.type)) {
    const times = bytes.subarray(box.body + 4, box.body + 4 + (bytes[box.body] === 1 ? 16 : 8))
    if (times.some((byte) => byte !== 0)) removals.add('date')
    times.fill(0)
  } else if (box.type === 'hdlr' && box.end > box.body + 24) {
    // The name of who wrote the track.
    bytes.fill(0, box.body + 24, box.end)
  }
}

function note(content: Buffer, type: string, removals: Removals): void {
  if (content.every((byte) => byte === 0)) return
  const text = `${type}${content.toString('latin1')}`
  if (/\u00a9xyz|loci|location|ISO6709|GPS/i.test(text)) removals.add('location')
  if (/\u00a9(mak|mod|swr|too)|\.(make|model|software)|com\.android|manufacturer/i.test(text)) removals.add('device')
  if (/\u00a9(ART|aut|nam|wrt)|auth|artist/i.test(text)) removals.add('author')
  if (type !== 'free' && type !== 'skip' && type !== 'wide') removals.add('other')
}
