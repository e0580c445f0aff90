import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import type { ImageKind } from './images'

/** Which reader takes a file, by its content. */
export type SniffedKind =
  | { readonly reader: 'image'; readonly kind: ImageKind }
  | { readonly reader: 'pdf' | 'iso_media' | 'matroska' | 'ogg' | 'mp3' | 'wav' | 'amr' }
  | { readonly reader: 'office'; readonly kind: 'docx' | 'xlsx' | 'pptx' }

const OFFICE = 'application/vnd.openxmlformats-officedocument.'

const KINDS: Readonly<Record<string, SniffedKind>> = {
  'image/jpeg': { reader: 'image', kind: 'jpeg' },
  'image/png': { reader: 'image', kind: 'png' },
  'image/apng': { reader: 'image', kind: 'png' },
  'image/webp': { reader: 'image', kind: 'webp' },
  'image/avif': { reader: 'image', kind: 'avif' },
  'image/gif': { reader: 'image', kind: 'gif' },
  'application/pdf': { reader: 'pdf' },
  [`${OFFICE}wordprocessingml.document`]: { reader: 'office', kind: 'docx' },
  [`${OFFICE}spreadsheetml.sheet`]: { reader: 'office', kind: 'xlsx' },
  [`${OFFICE}presentationml.presentation`]: { reader: 'office', kind: 'pptx' },
  'video/mp4': { reader: 'iso_media' },
  'video/x-m4v': { reader: 'iso_media' },
  'video/quicktime': { reader: 'iso_media' },
  'video/3gpp': { reader: 'iso_media' },
  'video/3gpp2': { reader: 'iso_media' },
  'audio/x-m4a': { reader: 'iso_media' },
  'audio/mp4': { reader: 'iso_media' },
  'audio/3gpp': { reader: 'iso_media' },
  'video/webm': { reader: 'matroska' },
  'audio/webm': { reader: 'matroska' },
  'video/matroska': { reader: 'matroska' },
  'audio/ogg': { reader: 'ogg' },
  'audio/mpeg': { reader: 'mp3' },
  'audio/wav': { reader: 'wav' },
  'audio/vnd.wave': { reader: 'wav' },
  'audio/amr': { reader: 'amr' },
}

/**
 * What a file is, by its first bytes; its name and what the browser calls it do not count. Null for everything we do not clean:
 * HEIC, SVG, HTML, programs, archives, old office files.
 */
export async function sniff(bytes: Buffer): Promise<SniffedKind | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const type = found?.mime.split(';')[0]
  return (type !== undefined && KINDS[type]) || null
}
