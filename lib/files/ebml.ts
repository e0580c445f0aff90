import { DamagedFile, PARTS_MAXIMUM } from './clean-file'

/** An element of EBML (RFC 8794): its id, and the bytes from `start` to `end`, its content from `body`. */
export type Element = { readonly id: number; readonly start: number; readonly body: number; readonly end: number }

/** What lies directly in a segment: a live recording leaves its lengths open, and the next of these ends it. */
const TOP = new Set([0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1f43b675, 0x1c53bb6b, 0x1941a469, 0x1043a770, 0x1254c367])
const CLUSTER = 0x1f43b675
const SEGMENT = 0x18538067

/** The elements between two places, in order, read as they are asked for. Throws DamagedFile when they do not fit; a recording cut off in its last one does. */
export function* elementsIn(bytes: Buffer, from: number, to: number): Generator<Element> {
  let count = 0
  for (let start = from; start < to; count += 1) {
    if (count >= PARTS_MAXIMUM) throw new DamagedFile()
    const idLength = lengthOfNumber(bytes, start, 4)
    const id = bytes.readUIntBE(start, idLength)
    const sizeLength = lengthOfNumber(bytes, start + idLength, 8)
    const body = start + idLength + sizeLength
    const size = readSize(bytes, start + idLength, sizeLength)
    const end = size === null ? openEnd(bytes, id, body, to) : Math.min(body + size, to)
    if (size !== null && body + size > to && to !== bytes.length) throw new DamagedFile()
    yield { id, start, body, end }
    start = end
  }
}

/** Where an element of open length ends. */
function openEnd(bytes: Buffer, id: number, body: number, to: number): number {
  if (id === SEGMENT) return to
  if (id !== CLUSTER) throw new DamagedFile()
  let at = body
  while (at < to) {
    const idLength = lengthOfNumber(bytes, at, 4)
    if (TOP.has(bytes.readUIntBE(at, idLength))) return at
    const sizeLength = lengthOfNumber(bytes, at + idLength, 8)
    const size = readSize(bytes, at + idLength, sizeLength)
    if (size === null) throw new DamagedFile()
    at += idLength + sizeLength + size
  }
  return to
}

/** Makes an element one that every reader skips (Void), of the same length, and its content zeros. */
export function makeVoid(bytes: Buffer, { start, end }: Element): void {
  const length = end - start
  bytes.fill(0, start, end)
  bytes[start] = 0xec
  if (length < 10) bytes[start + 1] = 0x80 | (length - 2)
  else {
    bytes.writeUIntBE(length - 9, start + 3, 6)
    bytes[start + 1] = 0x01
  }
}

/** Leaves the element and empties it; an empty text is written as zeros. */
export function zeroContent(bytes: Buffer, { body, end }: Element): void {
  bytes.fill(0, body, end)
}

function lengthOfNumber(bytes: Buffer, at: number, maximum: number): number {
  const first = bytes[at]
  if (first === undefined || first === 0) throw new DamagedFile()
  const length = Math.clz32(first) - 23
  if (length > maximum || at + length > bytes.length) throw new DamagedFile()
  return length
}

/** The size of an element; null when it is left open (all bits set). */
function readSize(bytes: Buffer, at: number, length: number): number | null {
  let value = (bytes[at] ?? 0) & ((1 << (8 - length)) - 1)
  let isOpen = value === (1 << (8 - length)) - 1
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0
    value = value * 256 + byte
    isOpen &&= byte === 0xff
  }
  return isOpen ? null : value
}
