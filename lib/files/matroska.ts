import 'server-only'
import { ok } from '@/lib/domain/result'
import { DamagedFile, refused, Removals, type CleanResult } from './clean-file'
import { elementsIn, makeVoid, zeroContent, type Element } from './ebml'

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TRACKS = 0x1654ae6b
const CLUSTER = 0x1f43b675
const TAGS = 0x1254c367
const ATTACHMENTS = 0x1941a469
const VOID = 0xec

const TITLE = 0x7ba9
const DATE = 0x4461
const DURATION = 0x4489
const TIMESTAMP_SCALE = 0x2ad7b1
/** Names of files, and ids that tie a file to others. */
const TELLING_INFO = [TITLE, DATE, 0x7384, 0x73a4, 0x3cb923, 0x3c83ab, 0x3eb923, 0x3e83bb, 0x4444]
/** Which program and library wrote it; a reader wants them there, so they become empty. */
const WRITERS = [0x4d80, 0x5741]

const TRACK = 0xae
const TRACK_TYPE = 0x83
const TRACK_NAME = 0x536e
const CODEC_SETTINGS = [0x258688, 0x3a9697]
const CLUSTER_TIME = 0xe7

/** A WebM or Matroska without tags, attachments, title, date and writer; sound and picture are not touched. */
export async function cleanMatroska(original: Buffer): Promise<CleanResult> {
  const bytes = Buffer.from(original)
  const removals = new Removals()
  const segment = firstElement(bytes, 0, bytes.length, SEGMENT)
  if (!segment) return refused('damaged')
  let types = new Set<number>()
  let declared: number | null = null
  let scale = 1_000_000
  let last = 0
  for (const element of elementsIn(bytes, segment.body, segment.end)) {
    if (element.id === TAGS || element.id === ATTACHMENTS) {
      note(bytes, element, removals)
      makeVoid(bytes, element)
    } else if (element.id === VOID) zeroContent(bytes, element)
    else if (element.id === INFO) ({ declared, scale } = cleanInfo(bytes, element, removals))
    else if (element.id === TRACKS) types = cleanTracks(bytes, element, removals)
    else if (element.id === CLUSTER) last = Math.max(last, clusterTime(bytes, element))
  }
  const seconds = ((declared ?? last) * scale) / 1_000_000_000
  const [hasPicture, hasSound] = [types.has(1), types.has(2)]
  if (!hasPicture && !hasSound) return refused('damaged')
  if ([...types].some((type) => type !== 1 && type !== 2)) return refused('unsupported')
  return ok({
    format: hasPicture ? 'webm' : 'webm_audio',
    bytes,
    removed: removals.codes,
    takenOn: null,
    durationSeconds: seconds > 0 ? Math.round(seconds) : null,
  })
}

function cleanInfo(bytes: Buffer, info: Element, removals: Removals): { declared: number | null; scale: number } {
  let declared: number | null = null
  let scale = 1_000_000
  for (const element of elementsIn(bytes, info.body, info.end)) {
    if (element.id === DURATION) declared = readFloat(bytes, element)
    if (element.id === TIMESTAMP_SCALE) scale = readNumber(bytes, element)
    if (element.id === DATE) removals.add('date')
    if (TELLING_INFO.includes(element.id)) {
      if (element.id !== DATE) removals.add('other')
      makeVoid(bytes, element)
    } else if (WRITERS.includes(element.id)) zeroContent(bytes, element)
  }
  return { declared, scale }
}

function cleanTracks(bytes: Buffer, tracks: Element, removals: Removals): Set<number> {
  const types = new Set<number>()
  for (const track of elementsIn(bytes, tracks.body, tracks.end)) {
    if (track.id !== TRACK) continue
    for (const element of elementsIn(bytes, track.body, track.end)) {
      if (element.id === TRACK_TYPE) types.add(readNumber(bytes, element))
      if (element.id === TRACK_NAME || CODEC_SETTINGS.includes(element.id)) {
        removals.add('other')
        makeVoid(bytes, element)
      }
    }
  }
  return types
}

function clusterTime(bytes: Buffer, cluster: Element): number {
  const first = elementsIn(bytes, cluster.body, cluster.end).next().value
  return first?.id === CLUSTER_TIME ? readNumber(bytes, first) : 0
}

function firstElement(bytes: Buffer, from: number, to: number, wanted: number): Element | null {
  for (const element of elementsIn(bytes, from, to)) if (element.id === wanted) return element
  return null
}

function note(bytes: Buffer, element: Element, removals: Removals): void {
  const text = bytes.toString('latin1', element.body, element.end)
  if (/LOCATION|GPS|GEO/i.test(text)) removals.add('location')
  if (/MAKE|MODEL|ENCODER|COM\.ANDROID/i.test(text)) removals.add('device')
  if (/ARTIST|AUTHOR|COMPOSER/i.test(text)) removals.add('author')
  removals.add('other')
}

function readNumber(bytes: Buffer, { body, end }: Element): number {
  if (end - body > 8) throw new DamagedFile()
  return bytes.subarray(body, end).reduce((sum, byte) => sum * 256 + byte, 0)
}

function readFloat(bytes: Buffer, { body, end }: Element): number | null {
  if (end - body === 4) return bytes.readFloatBE(body)
  return end - body === 8 ? bytes.readDoubleBE(body) : null
}
