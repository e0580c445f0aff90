import 'server-only'
import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { DamagedFile } from './clean-file'

/** The most that all parts of a PDF which are unpacked on reading may take in memory. */
const DECODED_MAXIMUM = 96 * 1024 * 1024

type Decoder = { buffer: Uint8Array; ensureBuffer: (this: Decoder, requested: number) => Uint8Array }

let left = DECODED_MAXIMUM
let isExceeded = false
let isLimited = false

/**
 * Limits what the reader of PDFs unpacks from here on, counted where it asks for memory: whatever a file calls its parts and
 * however they are packed. Counts one file at a time. What is beyond throws DamagedFile there; `isExceeded` says it afterwards,
 * because the reader goes on after what it could not read.
 */
export function limitDecoding(): { readonly isExceeded: boolean } {
  left = DECODED_MAXIMUM
  isExceeded = false
  if (!isLimited) limit(decoderPrototype())
  isLimited = true
  return {
    get isExceeded() {
      return isExceeded
    },
  }
}

function limit(decoder: Decoder): void {
  const original = decoder.ensureBuffer
  decoder.ensureBuffer = function ensureBuffer(this: Decoder, requested: number) {
    const before = this.buffer.byteLength
    if (requested > before) {
      // It takes the next power of two.
      if (requested * 2 > left) {
        isExceeded = true
        throw new DamagedFile()
      }
      const grown = original.call(this, requested)
      left -= grown.byteLength - before
      return grown
    }
    return original.call(this, requested)
  }
}

/** What all decoders of the library have in common; it does not export it. */
function decoderPrototype(): Decoder {
  const dict = PDFContext.create().obj({ Filter: PDFName.of('ASCIIHexDecode') })
  const stream: unknown = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array(0)))
  const prototype: unknown = Object.getPrototypeOf(Object.getPrototypeOf(stream))
  if (!isDecoder(prototype)) throw new Error('the reader of PDFs is another one than is limited here')
  return prototype
}

function isDecoder(value: unknown): value is Decoder {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'ensureBuffer')
}
