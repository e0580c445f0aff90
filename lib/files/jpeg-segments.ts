import { DamagedFile, PARTS_MAXIMUM, type Removals } from './clean-file'

/** Segments that a decoder needs: JFIF (APP0), colour (APP2 with ICC, APP14 of Adobe). All other APPn and comments tell stories. */
const isNeeded = (marker: number) => marker === 0xe0 || marker === 0xee || !(isApplication(marker) || marker === 0xfe)
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef

/**
 * A JPEG inside another file, without EXIF, XMP, comments and what hangs behind the picture; the picture itself is not drawn
 * anew. What is no JPEG comes back as null.
 */
export function withoutJpegFacts(jpeg: Buffer, removals: Removals): Buffer | null {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return null
  const parts: Buffer[] = [jpeg.subarray(0, 2)]
  for (let at = 2; at + 4 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = jpeg.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > jpeg.length) return null
    const segment = jpeg.subarray(at, at + 2 + length)
    if (parts.length >= PARTS_MAXIMUM) throw new DamagedFile()
    if (isNeeded(marker) || segment.toString('latin1', 4, 15) === 'ICC_PROFILE') parts.push(segment)
    else note(segment, removals)
    at += segment.length
    if (marker === 0xda) {
      const end = jpeg.lastIndexOf(Buffer.of(0xff, 0xd9))
      parts.push(end < at ? jpeg.subarray(at) : jpeg.subarray(at, end + 2))
      return Buffer.concat(parts)
    }
  }
  return null
}

function note(segment: Buffer, removals: Removals): void {
  const text = segment.toString('latin1')
  // A GPS directory is entered through tag 8825.
  if (/GPS/i.test(text) || segment.includes(Buffer.of(0x88, 0x25)) || segment.includes(Buffer.of(0x25, 0x88))) {
    removals.add('location')
  }
  removals.add('other')
}
