import 'server-only'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { DamagedFile, type Removals } from './clean-file'
import { boxesIn } from './iso-boxes'
import { withoutJpegFacts } from './jpeg-segments'

const JPEG = new Set(['/DCTDecode', '/DCT'])
const JPEG_2000 = '/JPXDecode'
/** Boxes that make a JPEG 2000 (ISO/IEC 15444-1, annex I); the others hold XML and facts of the camera. */
const KEPT_BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c'])

/**
 * Photos keep their EXIF when they are put into a PDF; it is taken out, also where the photo is packed once more. Throws
 * DamagedFile for a photo that cannot be read: what is in it could not be promised.
 */
export function cleanPhotos(pdf: PDFDocument, removals: Removals): void {
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filters = filtersOf(object.dict)
    const last = filters.at(-1)
    if (last === undefined || !(JPEG.has(String(last)) || String(last) === JPEG_2000)) continue
    const photo = filters.length === 1 ? Buffer.from(object.contents) : unpacked(object, filters.slice(0, -1))
    const clean = String(last) === JPEG_2000 ? withoutJpxFacts(photo, removals) : withoutJpegFacts(photo, removals)
    if (!clean) throw new DamagedFile()
    if (filters.length > 1) {
      const settings = settingsOf(object.dict).at(filters.length - 1)
      object.dict.set(PDFName.of('Filter'), last)
      if (settings instanceof PDFDict) object.dict.set(PDFName.of('DecodeParms'), settings)
      else object.dict.delete(PDFName.of('DecodeParms'))
    }
    pdf.context.assign(ref, PDFRawStream.of(object.dict, clean))
  }
}

function filtersOf(dict: PDFDict): readonly PDFName[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter instanceof PDFName) return [filter]
  if (!(filter instanceof PDFArray)) return []
  return Array.from({ length: filter.size() }, (_, index) => filter.lookup(index, PDFName))
}

function settingsOf(dict: PDFDict): readonly unknown[] {
  const settings = dict.lookup(PDFName.of('DecodeParms'))
  if (!(settings instanceof PDFArray)) return [settings]
  return Array.from({ length: settings.size() }, (_, index) => settings.lookup(index))
}

/** The photo as it was before it was packed once more; within the limit of pdf-limit.ts. */
function unpacked(object: PDFRawStream, filters: readonly PDFName[]): Buffer {
  const { context } = object.dict
  const outer = context.obj({ Filter: context.obj([...filters]) })
  return Buffer.from(decodePDFRawStream(PDFRawStream.of(outer, object.contents)).decode())
}

/** A JPEG 2000 with only its picture; a bare picture (without boxes) stays as it is. */
function withoutJpxFacts(photo: Buffer, removals: Removals): Buffer | null {
  if (photo.length > 4 && photo.readUInt32BE(0) === 0xff4fff51) return photo
  const boxes = boxesIn(photo, 0, photo.length)
  if (boxes[0]?.type !== 'jP  ') return null
  const kept = boxes.filter(({ type }) => KEPT_BOXES.has(type))
  if (kept.length < boxes.length) removals.add('other')
  for (const { type, body, end } of boxes) {
    if (!KEPT_BOXES.has(type) && /GPS|location/i.test(photo.toString('latin1', body, end))) removals.add('location')
  }
  return Buffer.concat(kept.map(({ start, end }) => photo.subarray(start, end)))
}
