import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { processFile } from '@/lib/files/process-file'
import { aDocx, aFilm, aPdf, aPhoto, box, element, PHONE, PLACE } from '../../support/files'

const wish = { purpose: 'document_other', keepDate: false } as const
const FAST_MS = 3000

async function codeOf(bytes: Buffer): Promise<string> {
  const started = performance.now()
  const result = await processFile(bytes, wish)
  expect(performance.now() - started).toBeLessThan(FAST_MS)
  return result.ok ? 'ok' : result.error.code
}

describe('words of an office file', () => {
  test.each(['<person ', '<p:cmAuthor ', '<Relationship ', '<w author', '<a x="', '&#1', '<!--'])(
    'a million times %j costs no more than reading it',
    async (piece) => {
      const long = piece.repeat(1_000_000 / piece.length)
      expect(await codeOf(aDocx({ 'word/x.xml': `author${long}` }))).toMatch(/^(ok|damaged)$/)
      expect(await codeOf(aDocx({ 'word/_rels/x.xml.rels': long }))).toMatch(/^(ok|damaged)$/)
    },
  )

  const field = (...runs: string[]) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText>${run}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
  const quote = field('QUOTE 68 68 69')

  test.each([
    ['over two runs', field('DD', 'E cmd')],
    ['in small letters', field('ddeauto cmd')],
    ['in references', field('&#68;DE cmd')],
    ['under another prefix', field('DD', 'E').replaceAll('w:', 'x:')],
    [
      'as the result of another field',
      field(' ').replace(
        '<w:r><w:instrText> </w:instrText></w:r>',
        `${quote}<w:r><w:instrText>E cmd</w:instrText></w:r>`,
      ),
    ],
    ['that is simple', '<w:fldSimple w:instr=" DDE cmd"/>'],
    ['of a text from elsewhere', field('INCLUDETEXT "http://example.org"')],
  ])('a field that asks another program, %s, is refused', async (_, words) => {
    expect(await codeOf(aDocx({ 'word/document.xml': `<w:document>${words}</w:document>` }))).toBe('active_content')
  })

  test('a page number, a link and a sum are fine, and the name DDE in a sentence', async () => {
    const words = field('PAGE \\* MERGEFORMAT') + field('HYPER', 'LINK "http://example.org"') + field('= 1 + 2')
    expect(await codeOf(aDocx({ 'word/document.xml': `<w:document>${words}<w:t>DDE</w:t></w:document>` }))).toBe('ok')
  })

  test('a relation from elsewhere cannot hide behind a sign in quotes', async () => {
    const rels =
      '<Relationships><Relationship Id=">" Type="http://x/image" Target="http://example.org" TargetMode="External"/></Relationships>'
    expect(await codeOf(aDocx({ 'word/_rels/document.xml.rels': rels }))).toBe('active_content')
  })
})

describe('films and sounds', () => {
  const words = (...numbers: readonly number[]) => {
    const bytes = Buffer.alloc(numbers.length * 4)
    numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4))
    return bytes
  }

  test('a track of four thousand million samples is damaged', async () => {
    const table = box(
      'stbl',
      box('stsz', words(0, 1, 0xffffffff)),
      box('stsc', words(0, 1, 1, 1_000_000, 1)),
      box('stco', words(0, 4295), Buffer.alloc(4295 * 4)),
    )
    const handler = box('hdlr', words(0, 0), 'meta', words(0, 0, 0))
    const track = box('trak', box('mdia', handler, box('minf', table)))
    const head = box('mvhd', words(0, 0, 0, 1000, 1000))
    const film = Buffer.concat([box('ftyp', 'isom', words(0), 'isom'), box('moov', head, track)])
    expect(await codeOf(film)).toBe('damaged')
  })

  test('millions of boxes, elements, pages or parts are damaged', async () => {
    const boxes = Buffer.concat([aFilm(), ...Array.from({ length: 150_000 }, () => box('free'))])
    expect(await codeOf(boxes)).toBe('damaged')
    const empty = Buffer.alloc(400_000)
    for (let at = 0; at < empty.length; at += 2) empty.writeUInt16BE(0xec80, at)
    const head = element(0x1a45dfa3, element(0x4282, 'webm'))
    expect(await codeOf(Buffer.concat([head, element(0x18538067, empty)]))).toBe('damaged')
    const page = Buffer.concat([
      Buffer.from('OggS\0\x02', 'latin1'),
      Buffer.alloc(20),
      Buffer.of(1, 19),
      Buffer.from('OpusHead'),
      Buffer.alloc(11),
    ])
    expect(await codeOf(Buffer.concat(Array.from({ length: 110_000 }, () => page)))).toBe('damaged')
  })

  test('comments of a sound above a megabyte are damaged', async () => {
    const page = (lacing: Buffer, content: Buffer) =>
      Buffer.concat([Buffer.from('OggS\0\0', 'latin1'), Buffer.alloc(20), Buffer.of(lacing.length), lacing, content])
    const first = page(Buffer.of(19), Buffer.concat([Buffer.from('OpusHead'), Buffer.alloc(11)]))
    const more = Array.from({ length: 20 }, () => page(Buffer.alloc(255, 255), Buffer.alloc(255 * 255)))
    expect(await codeOf(Buffer.concat([first, ...more, page(Buffer.of(1), Buffer.alloc(1))]))).toBe('damaged')
  })
})

describe('PDF', () => {
  /** A PDF with one packed part behind it, however that is called. */
  async function withPart(head: string, packed: Buffer, gap = ''): Promise<Buffer> {
    return Buffer.concat([
      await aPdf(),
      Buffer.from('\n905 0 obj\n/ObjStm\nendobj\n'),
      Buffer.from(
        `901 0 obj\n<< ${head} /N 1 /First 6 /Filter /FlateDecode /Length ${packed.length} >>${gap}\nstream\n`,
      ),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  }
  const small = deflateSync(Buffer.from('902 0 (words)'))
  const packed = deflateSync(Buffer.concat([Buffer.from('902 0 (words)'), Buffer.alloc(120 * 1024 * 1024, 0x20)]))
  const wrongSum = Buffer.concat([packed.subarray(0, -4), Buffer.from('abcd')])

  test.each([
    ['plainly', '/Type /ObjStm', packed, ''],
    ['with "obj" in its head', '/Type /ObjStm /obj 1', packed, ''],
    ['behind many blanks', '/Type /ObjStm', packed, ' '.repeat(20_000)],
    ['with its kind elsewhere', '/Type 905 0 R', packed, ''],
    ['with a wrong checksum', '/Type /ObjStm', wrongSum, ''],
  ])('one that unfolds to gigabytes, %s, is damaged, and a small one is not', async (_, head, bytes, gap) => {
    expect(await codeOf(await withPart(head, small, gap))).toBe('ok')
    expect(await codeOf(await withPart(head, bytes, gap))).toBe('damaged')
  })

  async function withPhoto(filters: readonly string[], contents: Uint8Array): Promise<Buffer> {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage()
    const dict = pdf.context.obj({ Type: 'XObject', Subtype: 'Image', Width: 64, Height: 32, BitsPerComponent: 8 })
    dict.set(PDFName.of('Filter'), pdf.context.obj(filters.map((name) => PDFName.of(name))))
    page.node.newXObject('Image', pdf.context.register(PDFRawStream.of(dict, contents)))
    return Buffer.from(await pdf.save({ useObjectStreams: false }))
  }

  test('a photo that is packed once more loses its place', async () => {
    const photo = await aPhoto()
    expect(photo.includes(PLACE)).toBe(true)
    const result = await processFile(await withPhoto(['FlateDecode', 'DCTDecode'], deflateSync(photo)), wish)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.removed).toContain('location')
    expect(result.value.bytes.includes(PLACE)).toBe(false)
    // It is not packed any more, so nothing is hidden from this look.
    expect(result.value.bytes.indexOf(Buffer.of(0xff, 0xd8, 0xff))).toBeGreaterThan(0)
  })

  test('a JPEG 2000 loses what stands beside its picture', async () => {
    const picture = Buffer.concat([
      box('jP  ', '\r\n\u0087\n'),
      box('ftyp', 'jp2 '),
      box('jp2h', 'head'),
      box('jp2c', 'picture'),
    ])
    const photo = Buffer.concat([picture, box('uuid', `GPS ${PLACE} ${PHONE}`)])
    const result = await processFile(await withPhoto(['JPXDecode'], photo), wish)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.removed).toContain('location')
    expect(result.value.bytes.includes(PLACE)).toBe(false)
    expect(result.value.bytes.includes('picture')).toBe(true)
  })

  test('a photo that cannot be read is not promised to be clean', async () => {
    expect(await codeOf(await withPhoto(['DCTDecode'], Buffer.from(`no photo ${PLACE}`)))).toBe('damaged')
  })
})

test('a large picture without transparency is kept as a JPEG', async () => {
  const large = await sharp({ create: { width: 4000, height: 3100, channels: 3, background: '#a0b0c0' } })
    .png()
    .toBuffer()
  expect(await processFile(large, wish)).toMatchObject({ value: { format: 'jpeg' } })
})
