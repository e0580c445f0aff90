import { describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { processFile } from '@/lib/files/process-file'
import { cleaned, expectSilent, refusalOf } from '../../support/cleaned-files'
import { aDocx, aPdf, aPhoto, aScriptedPdf, PHONE, PLACE } from '../../support/files'

describe('photos', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('a %s loses place, phone, name and comment', async (format) => {
    const photo = await aPhoto({ format })
    expect(photo.toString('latin1')).toContain(PHONE)
    const file = await cleaned(photo)
    expectSilent(file.bytes)
    const metadata = await sharp(file.bytes).metadata()
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(file.format).toBe(format)
    expect(file.removed).toEqual(expect.arrayContaining(['location', 'device', 'author', 'date', 'comments']))
    expect(file.takenOn).toBeNull()
  })

  test('the day it was taken stays when the worker wants it, the place does not', async () => {
    const file = await cleaned(await aPhoto(), 'photo', true)
    expect(file.takenOn).toBe('2025-03-04')
    expect(file.removed).not.toContain('date')
    expect(file.removed).toContain('location')
    expectSilent(file.bytes)
  })

  test('it is upright afterwards', async () => {
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { width, height, orientation } = await sharp((await cleaned(lying)).bytes).metadata()
    expect([width, height, orientation]).toEqual([20, 40, undefined])
  })

  test('what hangs behind the picture is gone, and one that is cut off is damaged', async () => {
    const photo = await aPhoto()
    expectSilent((await cleaned(Buffer.concat([photo, Buffer.from(PLACE)]))).bytes)
    expect(await refusalOf(photo.subarray(0, photo.length - 200))).toBe('damaged')
  })

  test('one that unfolds to too many pixels is too large', async () => {
    const wide = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(wide.length).toBeLessThan(2_000_000)
    expect(await refusalOf(wide)).toBe('too_large')
  })

  test('a moving picture becomes its first one, an AVIF a JPEG', async () => {
    const still = sharp({ create: { width: 16, height: 16, channels: 3, background: '#123456' } })
    expect((await cleaned(await still.clone().gif().toBuffer())).format).toBe('png')
    expect((await cleaned(await still.clone().avif().toBuffer())).format).toBe('jpeg')
  })
})

describe('PDF', () => {
  test('loses who made it and keeps its pages', async () => {
    const file = await cleaned(await aPdf())
    expectSilent(file.bytes)
    const pdf = await PDFDocument.load(file.bytes, { updateMetadata: false })
    expect([pdf.getPageCount(), pdf.getAuthor(), pdf.getProducer()]).toEqual([1, undefined, undefined])
    expect(file.removed).toEqual(expect.arrayContaining(['author', 'device']))
  })

  test('a photo in it loses its place', async () => {
    const photo = await aPhoto()
    const drawn = await PDFDocument.create()
    drawn.addPage().drawImage(await drawn.embedJpg(photo))
    const bytes = Buffer.from(await drawn.save({ useObjectStreams: false }))
    expect(bytes.toString('latin1')).toContain(PHONE)
    const file = await cleaned(bytes)
    expectSilent(file.bytes)
    expect(file.removed).toContain('location')
  })

  test('what could run, open or carry something is refused', async () => {
    expect(await refusalOf(await aScriptedPdf())).toBe('active_content')
    const launching = await aPdf((pdf) => {
      const action = pdf.context.obj({ S: 'Launch', F: 'calc.exe' })
      pdf.catalog.set(PDFName.of('Next'), pdf.context.obj({ Inside: [action] }))
    })
    expect(await refusalOf(launching)).toBe('active_content')
    const carrying = await PDFDocument.create()
    carrying.addPage()
    await carrying.attach(Buffer.from('MZ'), 'run.exe')
    expect(await refusalOf(Buffer.from(await carrying.save()))).toBe('active_content')
  })

  test('one with a password is locked', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' })
    expect(await refusalOf(Buffer.from(await pdf.save()))).toBe('locked_file')
  })

  test('one that is cut off is damaged, or what is left of it is clean', async () => {
    const bytes = await aPdf()
    const result = await processFile(bytes.subarray(0, 300), { purpose: 'receipt', keepDate: false })
    if (result.ok) expectSilent(result.value.bytes)
    else expect(result.error.code).toBe('damaged')
  })
})

describe('office files', () => {
  test('a Word file loses its properties and the names of who changed it', async () => {
    const photo = await aPhoto()
    const file = await cleaned(aDocx({ 'word/media/image1.jpg': photo }))
    expect(file.format).toBe('docx')
    const parts = unzipSync(file.bytes)
    const all = Object.values(parts).map((part) => Buffer.from(part).toString('latin1'))
    for (const text of all) for (const secret of ['Nguyen Van A', PHONE, PLACE]) expect(text).not.toContain(secret)
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('CONTRACT')
    expect(file.removed).toEqual(expect.arrayContaining(['author', 'location']))
  })

  const external = (type: string, mode = 'TargetMode="External"') =>
    `<Relationships><Relationship Id="r" Type="http://x/${type}" Target="http://example.org/t" ${mode}/></Relationships>`

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }],
    ['an embedded file', { 'word/embeddings/oleObject1.bin': 'x' }],
    ['ActiveX', { 'word/activeX/activeX1.xml': '<a/>' }],
    ['a template from elsewhere', { 'word/_rels/settings.xml.rels': external('attachedTemplate') }],
    ['a picture from elsewhere', { 'word/_rels/document.xml.rels': external('image') }],
    ['one hidden in references', { 'word/_rels/document.xml.rels': external('image', 'TargetMode="&#69;xternal"') }],
    ['DDE', { 'word/footer1.xml': '<w:instrText>DDEAUTO c:\\\\x</w:instrText>' }],
  ])('with %s is refused', async (_, more) => {
    expect(await refusalOf(aDocx(more as Record<string, string>))).toBe('active_content')
  })

  test('a link that is tapped is fine', async () => {
    expect(await refusalOf(aDocx({ 'word/_rels/document.xml.rels': external('hyperlink') }))).toBeNull()
  })

  test('words in another coding, or with definitions of their own, are damaged', async () => {
    const strange = Buffer.from(`\ufeff<a>${external('image')}</a>`, 'utf16le')
    expect(await refusalOf(aDocx({ 'word/_rels/document.xml.rels': strange }))).toBe('damaged')
    expect(await refusalOf(aDocx({ 'word/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }))).toBe('damaged')
  })

  test('one that unfolds to gigabytes is damaged', async () => {
    expect(await refusalOf(aDocx({ 'word/big.xml': new Uint8Array(70 * 1024 * 1024) }))).toBe('damaged')
  })
})

describe('what is never kept', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['a Windows program', 'MZ\u0090\0\u0003'],
    ['an archive', 'PK\u0003\u0004'],
    ['nothing', ''],
  ])('%s', async (_, content) => {
    expect(await refusalOf(Buffer.from(content, 'latin1'))).toBe('unsupported')
  })

  test('HEIC and old Word files', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
      Buffer.alloc(64),
    ])
    expect(await refusalOf(heic)).toBe('unsupported')
    expect(await refusalOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe(
      'unsupported',
    )
  })
})
