import { PIECE_BYTES } from './text-batches'

/** Whole rows of a file as UTF-8, and how many rows of data they are. */
export type ByteBatch = { readonly bytes: Uint8Array; readonly rows: number }

/** A text that was encoded once and can be written again and again; its number in `ByteRows`. */
export type KnownText = number

const ENCODER = new TextEncoder()
/** UTF-8 has at most so many bytes for a unit of a JavaScript string. */
const MOST_BYTES = 3
const ZERO = 48
/** A row seldom is longer; the piece grows for one that is. */
const ROW_BYTES = 4 * 1024

/**
 * Puts texts behind one another as bytes. A text that comes again is encoded once (`know`) and copied from then on; no string is put
 * together. A piece that was taken is never written to again: who reads it may keep it.
 */
export class ByteRows {
  #piece = new Uint8Array(PIECE_BYTES + ROW_BYTES)
  #used = 0
  #rows = 0
  #known = new Uint8Array(ROW_BYTES)
  // Where each known text ends; it begins where the one before ends.
  #ends = new Int32Array(256)
  #count = 0
  #knownUsed = 0

  /** Encodes a text that will come again. */
  know(text: string): KnownText {
    this.#known = withRoom(this.#known, this.#knownUsed, text.length * MOST_BYTES)
    this.#knownUsed += ENCODER.encodeInto(text, this.#known.subarray(this.#knownUsed)).written
    if (this.#count === this.#ends.length) {
      const larger = new Int32Array(this.#count * 2)
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#ends[this.#count] = this.#knownUsed
    this.#count += 1
    return this.#count - 1
  }

  /** Writes a known text. */
  put(text: KnownText): void {
    const [known, end] = [this.#known, this.#ends[text] as number]
    let from = text === 0 ? 0 : (this.#ends[text - 1] as number)
    if (this.#used + end - from > this.#piece.length) this.#piece = withRoom(this.#piece, this.#used, end - from)
    const piece = this.#piece
    let used = this.#used
    // Most are a few bytes long: a loop is faster than a call.
    while (from < end) piece[used++] = known[from++] as number
    this.#used = used
  }

  /** Writes one character of ASCII. */
  putByte(byte: number): void {
    if (this.#used === this.#piece.length) this.#piece = withRoom(this.#piece, this.#used, 1)
    this.#piece[this.#used] = byte
    this.#used += 1
  }

  /** Writes a number as JavaScript does; whole ones digit by digit, without a string. */
  putNumber(value: number | bigint): void {
    if (typeof value === 'bigint' || !isSmallWhole(value)) {
      this.#putAscii(String(value))
      return
    }
    let digits = 1
    for (let below = 10; below <= value; below *= 10) digits += 1
    if (this.#used + digits > this.#piece.length) this.#piece = withRoom(this.#piece, this.#used, digits)
    const [piece, from] = [this.#piece, this.#used]
    let rest = value
    for (let at = from + digits - 1; at >= from; at -= 1) {
      const tens = (rest / 10) | 0
      piece[at] = ZERO + rest - tens * 10
      rest = tens
    }
    this.#used = from + digits
  }

  #putAscii(text: string): void {
    if (this.#used + text.length > this.#piece.length) this.#piece = withRoom(this.#piece, this.#used, text.length)
    const piece = this.#piece
    let used = this.#used
    for (let at = 0; at < text.length; at += 1) piece[used++] = text.charCodeAt(at)
    this.#used = used
  }

  /** Writes any text that will not come again. */
  putText(text: string): void {
    this.#piece = withRoom(this.#piece, this.#used, text.length * MOST_BYTES)
    this.#used += ENCODER.encodeInto(text, this.#piece.subarray(this.#used)).written
  }

  /** Ends a row. True when there is enough for a piece to be taken. */
  endRow(): boolean {
    this.#rows += 1
    return this.#used >= PIECE_BYTES
  }

  /** What was written since the last time. */
  take(): ByteBatch {
    const batch = { bytes: this.#piece.subarray(0, this.#used), rows: this.#rows }
    this.#piece = new Uint8Array(PIECE_BYTES + ROW_BYTES)
    this.#used = 0
    this.#rows = 0
    return batch
  }
}

/** Whether a number is a 32-bit whole one and not below nought. */
function isSmallWhole(value: number): boolean {
  return (value | 0) === value && value >= 0
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, used: number, more: number): Uint8Array<ArrayBuffer> {
  if (used + more <= bytes.length) return bytes
  const larger = new Uint8Array(Math.max(bytes.length * 2, used + more))
  larger.set(bytes.subarray(0, used))
  return larger
}
