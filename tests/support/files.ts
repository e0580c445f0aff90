import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { zipSync, strToU8 } from 'fflate'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'

/** A place that must never be found in what is kept: the latitude as text, and the phone as text. */
export const PLACE = '+35.6812+139.7671/'
export const PHONE = 'Phone-of-somebody'

/** A photo as a phone takes it: where, when, with which phone, turned by a quarter. */
export async function aPhoto(change: { format?: 'jpeg' | 'webp' | 'png'; width?: number } = {}): Promise<Buffer> {
  const { format = 'jpeg', width = 64 } = change
  const background = { r: 200, g: 120, b: 40 }
  const picture = sharp({ create: { width, height: 32, channels: 3, background } })
    .withExif({
      IFD0: { Make: PHONE, Model: 'M1', Artist: 'Nguyen Van A' },
      IFD2: { DateTimeOriginal: '2025:03:04 10:11:12', UserComment: 'secret words' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '35/1 40/1 52/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '139/1 46/1 1/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>${PLACE}</exif:GPSLatitude></x:xmpmeta>`)
  return picture.toFormat(format).toBuffer()
}

/** A PDF that says who made it. */
export async function aPdf(change: (pdf: PDFDocument) => void = () => undefined): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage([200, 200]).drawText('RECEIPT 500')
  pdf.setAuthor('Nguyen Van A')
  pdf.setProducer(PHONE)
  change(pdf)
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

/** A PDF that runs a script when it is opened. */
export function aScriptedPdf(): Promise<Buffer> {
  return aPdf((pdf) => {
    const action = pdf.context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action))
  })
}

/** A Word file; `more` are further parts. */
export function aDocx(more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const parts = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml':
      '<?xml version="1.0"?><w:document><w:ins w:author="Nguyen Van A" w:id="1"/><w:t>CONTRACT</w:t></w:document>',
    'docProps/core.xml':
      '<?xml version="1.0"?><cp:coreProperties><dc:creator>Nguyen Van A</dc:creator></cp:coreProperties>',
    ...more,
  }
  const bytes = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return Buffer.from(zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>))
}

export function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const words = (...numbers: readonly number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4))
  return bytes
}

/** A track of one kind whose samples lie at these places of the file. */
function track(kind: string, at: number, size: number): Buffer {
  const handler = box('hdlr', words(0, 0), kind, words(0, 0, 0), `${PHONE}\0`)
  const table = box(
    'stbl',
    box('stsz', words(0, size, 1)),
    box('stsc', words(0, 1, 1, 1, 1)),
    box('stco', words(0, 1, at)),
  )
  return box('trak', box('tkhd', words(0, 3_800_000_000, 3_800_000_000, 1)), box('mdia', handler, box('minf', table)))
}

/** A short film: picture, sound, and a track of the places it was taken at; the place and the phone stand in its tags as well. */
export function aFilm(change: { brand?: string; kinds?: readonly string[] } = {}): Buffer {
  const { brand = 'isom', kinds = ['vide', 'soun', 'meta'] } = change
  const start = box('ftyp', brand, words(0), brand)
  const samples = kinds.map((kind) => Buffer.from(kind === 'meta' ? PLACE : `${kind}-sample-of-bytes`, 'latin1'))
  const data = box('mdat', ...samples)
  let at = start.length + 8
  const tracks = kinds.map((kind, index) => {
    const size = samples[index]?.length ?? 0
    at += size
    return track(kind, at - size, size)
  })
  const created = 2_082_844_800 + Date.UTC(2025, 2, 4) / 1000
  const head = box('mvhd', words(0, created, created, 1000, 90_000))
  const tags = box('udta', box('\u00a9xyz', PLACE), box('loci', PLACE), box('\u00a9mak', PHONE))
  return Buffer.concat([start, data, box('moov', head, ...tracks, tags), box('free', PLACE), box('uuid', PLACE)])
}

export function element(id: number, content: Buffer | string, open = false): Buffer {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const hex = id.toString(16)
  const name = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  const size = Buffer.alloc(8, 0xff)
  size[0] = 0x01
  if (!open) size.writeUIntBE(body.length, 2, 6)
  if (!open) size[1] = 0
  return Buffer.concat([name, size, body])
}

/** A voice as a browser records it: lengths left open, and with tags that a phone may add. */
export function aVoice(seconds = 3): Buffer {
  const time = Buffer.alloc(4)
  time.writeUInt32BE(seconds * 1000)
  const head = element(0x1a45dfa3, Buffer.concat([element(0x4282, 'webm')]))
  const info = element(
    0x1549a966,
    Buffer.concat([element(0x4d80, PHONE), element(0x5741, PHONE), element(0x7ba9, PLACE)]),
  )
  const tracks = element(0x1654ae6b, element(0xae, Buffer.concat([element(0xd7, '\u0001'), element(0x83, '\u0002')])))
  const tags = element(
    0x1254c367,
    element(0x7373, element(0x67c8, Buffer.concat([element(0x45a3, 'LOCATION'), element(0x4487, PLACE)]))),
  )
  const cluster = element(0x1f43b675, Buffer.concat([element(0xe7, time), element(0xa3, 'sound')]), true)
  return Buffer.concat([head, element(0x18538067, Buffer.concat([info, tracks, tags, cluster]), true)])
}

/** A WAV of a second, with a list of words and a place. */
export function aWav(): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(8000, 4)
  format.writeUInt32LE(8000, 8)
  format.writeUInt16LE(1, 12)
  format.writeUInt16LE(8, 14)
  const parts = [
    chunk('fmt ', format),
    chunk('LIST', Buffer.from(PLACE, 'latin1')),
    chunk('data', Buffer.alloc(8000, 7)),
  ]
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE', 'latin1'), ...parts]))
}

/** A photo of several pieces: noise does not shrink. */
export async function aLargePhoto(): Promise<Buffer> {
  const side = 700
  const noise = randomBytes(side * side * 3)
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer()
}
