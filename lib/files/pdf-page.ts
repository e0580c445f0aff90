import 'server-only'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { ok } from '@/lib/domain/result'
import { refused, type CleanResult } from './clean-file'
import { limitWasmMemory } from './wasm-limit'

/** A page to draw: its number from 1, and the longest edge of the picture in pixels. */
export type PageWish = { readonly page: number; readonly edge: number }

const QUALITY = 78

/**
 * One page of a PDF as a WebP, drawn by PDFium compiled to WebAssembly: it sees the bytes and its own memory, no disk, network or
 * script of the page. Meant for the process apart. `damaged` for what it cannot read, and for a page that is not there.
 */
export async function drawPdfPage(bytes: Buffer, { page, edge }: PageWish): Promise<CleanResult> {
  limitWasmMemory()
  const library = await PDFiumLibrary.init()
  try {
    const pdf = await library.loadDocument(bytes)
    const pages = pdf.getPageCount()
    if (page < 1 || page > pages) return refused('damaged')
    const sheet = pdf.getPage(page - 1)
    const { originalWidth, originalHeight } = sheet.getOriginalSize()
    const longest = Math.max(originalWidth, originalHeight)
    if (!(longest > 0)) return refused('damaged')
    const drawn = await sheet.render({
      scale: edge / longest,
      render: ({ data, width, height }) =>
        sharp(data, { raw: { width, height, channels: 4 } })
          .flatten({ background: '#ffffff' })
          .webp({ quality: QUALITY })
          .toBuffer(),
    })
    const picture = Buffer.from(drawn.data)
    return ok({ format: 'webp', bytes: picture, removed: [], takenOn: null, durationSeconds: null, pages })
  } catch {
    return refused('damaged')
  }
}
