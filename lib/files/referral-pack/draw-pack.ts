import 'server-only'
import { PDFDocument, rgb, type PDFPage } from '@cantoo/pdf-lib'
import type { PrintedPack, PrintLine } from '@/lib/domain/referral/pack/print-pack'
import { embedPackFonts, type PackFonts } from './pack-fonts'
import { wrapText } from './wrap-text'

// A4 in points; one column for what a thing is, one for what it says.
const PAGE = { width: 595, height: 842, margin: 54, label: 150 }
const INK = rgb(0.1, 0.12, 0.15)
const GREY = rgb(0.35, 0.38, 0.42)
const SIZES = { title: 17, heading: 12.5, pair: 9.5, note: 9 } as const
const LEADING = 1.5

type Sheet = { readonly document: PDFDocument; readonly fonts: PackFonts; page: PDFPage; y: number }

/**
 * Draws a printed pack as PDF. Text in letters that our fonts cannot draw rightly (Khmer, Burmese, Nepali, Thai …) is never drawn
 * wrong: a sentence stands in its place and the text goes along as a file, letter for letter. `data` goes along as well.
 */
export async function drawPack(pack: PrintedPack, data: Uint8Array, madeAt: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(pack.title, { showInWindowTitleBar: true })
  document.setLanguage(pack.language)
  document.setCreationDate(madeAt)
  document.setModificationDate(madeAt)
  document.setProducer('')
  document.setCreator('')
  const fonts = await embedPackFonts(document, wordsOf(pack))
  const sheet: Sheet = { document, fonts, page: newPage(document), y: PAGE.height - PAGE.margin }
  await document.attach(data, 'pack.json', {
    mimeType: 'application/json',
    creationDate: madeAt,
    modificationDate: madeAt,
  })
  for (const line of pack.lines) await drawLine(sheet, line, madeAt)
  numberPages(sheet)
  return document.save()
}

/** Everything that may be drawn. */
function wordsOf(pack: PrintedPack): string {
  return tidy(
    pack.lines
      .flatMap((line) => (line.kind === 'gap' ? [] : line.kind === 'pair' ? [line.label, line.text] : [line.text]))
      .join(''),
  )
}

async function drawLine(sheet: Sheet, line: PrintLine, madeAt: Date): Promise<void> {
  const full = PAGE.width - 2 * PAGE.margin
  switch (line.kind) {
    case 'gap':
      sheet.y -= 8
      return
    case 'title':
    case 'heading':
      sheet.y -= line.kind === 'heading' ? 14 : 0
      // A heading does not stand alone at the foot of a page.
      room(sheet, SIZES[line.kind] * LEADING + 40)
      drawBlock(sheet, line.text, { size: SIZES[line.kind], x: PAGE.margin, most: full, color: INK })
      sheet.y -= 4
      return
    case 'note':
      drawBlock(sheet, line.text, { size: SIZES.note, x: PAGE.margin, most: full, color: GREY })
      return
    case 'pair': {
      const text = tidy(line.text)
      const isDrawn = line.instead === null || sheet.fonts.draws(text.replaceAll('\n', ''))
      if (line.instead !== null && !isDrawn) {
        const bytes = new TextEncoder().encode(line.text)
        const dates = { creationDate: madeAt, modificationDate: madeAt }
        await sheet.document.attach(bytes, line.instead.fileName, { mimeType: 'text/plain; charset=utf-8', ...dates })
      }
      drawPair(sheet, tidy(line.label), isDrawn ? text : (line.instead?.text ?? ''))
    }
  }
}

function drawPair(sheet: Sheet, label: string, text: string): void {
  const height = SIZES.pair * LEADING
  const right = PAGE.width - 2 * PAGE.margin - PAGE.label
  const labels = wrapText(label, PAGE.label - 10, (part) => sheet.fonts.width(part, SIZES.pair))
  const texts = wrapText(text, right, (part) => sheet.fonts.width(part, SIZES.pair))
  // First all of the label, then all of the text: who extracts the page reads it in this order.
  room(sheet, labels.length * height)
  const { page, y: top } = sheet
  for (const line of labels) {
    sheet.y -= height
    drawRuns(sheet, line, { size: SIZES.pair, x: PAGE.margin, color: GREY })
  }
  const bottom = sheet.y
  sheet.y = top
  for (const line of texts) {
    room(sheet, height)
    sheet.y -= height
    drawRuns(sheet, line, { size: SIZES.pair, x: PAGE.margin + PAGE.label, color: INK })
  }
  if (sheet.page === page) sheet.y = Math.min(sheet.y, bottom)
}

type Look = { readonly size: number; readonly x: number; readonly color: ReturnType<typeof rgb> }

function drawBlock(sheet: Sheet, text: string, look: Look & { readonly most: number }): void {
  for (const line of wrapText(tidy(text), look.most, (part) => sheet.fonts.width(part, look.size))) {
    room(sheet, look.size * LEADING)
    sheet.y -= look.size * LEADING
    drawRuns(sheet, line, look)
  }
}

function drawRuns(sheet: Sheet, text: string, { size, x, color }: Look): void {
  let at = x
  for (const run of sheet.fonts.runs(text)) {
    sheet.page.drawText(run.text, { x: at, y: sheet.y, size, font: run.font, color })
    at += run.font.widthOfTextAtSize(run.text, size)
  }
}

function room(sheet: Sheet, height: number): void {
  if (sheet.y - height >= PAGE.margin) return
  sheet.page = newPage(sheet.document)
  sheet.y = PAGE.height - PAGE.margin
}

function newPage(document: PDFDocument): PDFPage {
  return document.addPage([PAGE.width, PAGE.height])
}

function numberPages(sheet: Sheet): void {
  const pages = sheet.document.getPages()
  for (const [index, page] of pages.entries()) {
    sheet.page = page
    sheet.y = PAGE.margin / 2
    drawRuns(sheet, `${index + 1} / ${pages.length}`, { size: 8, x: PAGE.width - PAGE.margin - 30, color: GREY })
  }
}

/** One Unicode form, plain spaces: narrow and fixed ones of number formats have no letter in the fonts. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\t]/gu, ' ')
    .replaceAll(/\r\n?/gu, '\n')
}
