import 'server-only'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { FILE_BYTES_MAXIMUM, VOICE_SECONDS_MAXIMUM } from '@/lib/domain/files/limits'
import { isVoice, type FilePurpose } from '@/lib/domain/files/purposes'
import { refused, type CleanResult } from './clean-file'
import { cleanImage } from './images'
import { cleanIsoMedia } from './iso-media'
import { cleanMatroska } from './matroska'
import { cleanMp3 } from './mp3'
import { cleanOffice } from './office'
import { cleanOgg } from './ogg'
import { cleanPdf } from './pdf'
import { sniff, type SniffedKind } from './sniff'
import { cleanAmr, cleanWav } from './wav'

export type { CleanFile, CleanResult } from './clean-file'

/** A recorder stops a moment late. */
const VOICE_GRACE_SECONDS = 15

/**
 * Decides by content what a file is, takes everything out of it that tells more than its content, and refuses what could run
 * something, what cannot be read, and what we cannot clean. The same bytes always get the same answer.
 */
export async function processFile(
  bytes: Buffer,
  wish: { readonly purpose: FilePurpose; readonly keepDate: boolean },
): Promise<CleanResult> {
  if (bytes.length > FILE_BYTES_MAXIMUM) return refused('too_large')
  const kind = await sniff(bytes)
  if (!kind) return refused('unsupported')
  const cleaned = await clean(bytes, kind, wish.keepDate).catch(() => refused('damaged'))
  if (!cleaned.ok) return cleaned
  const { format, durationSeconds } = cleaned.value
  if (cleaned.value.bytes.length > FILE_BYTES_MAXIMUM) return refused('too_large')
  if (!isVoice(wish.purpose)) return cleaned
  if (FILE_FORMATS[format].family !== 'audio') return refused('unsupported')
  return (durationSeconds ?? 0) > VOICE_SECONDS_MAXIMUM + VOICE_GRACE_SECONDS ? refused('too_large') : cleaned
}

async function clean(bytes: Buffer, kind: SniffedKind, keepDate: boolean): Promise<CleanResult> {
  switch (kind.reader) {
    case 'image':
      return cleanImage(bytes, kind.kind, keepDate)
    case 'pdf':
      return cleanPdf(bytes)
    case 'office':
      return cleanOffice(bytes, kind.kind)
    case 'iso_media':
      return cleanIsoMedia(bytes, keepDate)
    case 'matroska':
      return cleanMatroska(bytes)
    case 'ogg':
      return cleanOgg(bytes)
    case 'mp3':
      return cleanMp3(bytes)
    case 'wav':
      return cleanWav(bytes)
    case 'amr':
      return cleanAmr(bytes)
  }
}
