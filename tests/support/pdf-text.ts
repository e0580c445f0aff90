import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'

/**
 * The text of a PDF page by page, as a reader extracts it: what the page draws, letter by letter through the ToUnicode tables of its
 * fonts. For documents whose text is drawn with `Tj` and hexadecimal strings.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes)
  return document
    .getPages()
    .map((page) => {
      const fonts = new Map<string, Map<string, string>>()
      const dict = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
      for (const [name, ref] of dict?.entries() ?? []) {
        const font = document.context.lookup(ref, PDFDict)
        const table = font.lookup(PDFName.of('ToUnicode'))
        if (table instanceof PDFRawStream) fonts.set(name.decodeText(), lettersOf(streamText(table)))
      }
      const contents = page.node.Contents()
      const streams =
        contents instanceof PDFArray ? contents.asArray().map((ref) => document.context.lookup(ref)) : [contents]
      return streams.map((stream) => drawnText(stream instanceof PDFStream ? streamText(stream) : '', fonts)).join('\n')
    })
    .join('\n')
}

/** The files that a PDF carries, by name. */
export async function pdfFiles(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const document = await PDFDocument.load(bytes)
  return Object.fromEntries(document.getAttachments().map(({ name, data }) => [name, new TextDecoder().decode(data)]))
}

function streamText(stream: PDFStream): string {
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
  return Buffer.from(bytes).toString('latin1')
}

function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, glyph = '', units = ''] of table.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)) {
    const codes = units.match(/.{4}/g) ?? []
    letters.set(glyph.toUpperCase(), String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))))
  }
  return letters
}

function drawnText(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let letters = new Map<string, string>()
  let text = ''
  for (const [, font, hex] of content.matchAll(/\/(\S+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]*)>\s*Tj|\bET\b/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map<string, string>()
    else if (hex !== undefined)
      text += (hex.toUpperCase().match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? '').join('')
    else text += '\n'
  }
  return text
}
