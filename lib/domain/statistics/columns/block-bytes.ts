import { markOf } from '../codes-version'
import { listedValues } from '../registry/dimension-values'
import type { DimensionCode } from '../registry/dimensions'
import { BLOCK_ROWS, FLAG, MONEY, newBlock, newPayments, NO_SUMS, type Block, type Money, type Sums } from './block'
import { FIRST_YEAR, MASK_CODES, PAYMENT_CODES, REPORT_CODES } from './codes'
import type { MaskCode, ReportCode } from './codes'

/** Counted up when what is read of a report, or how it is written into bytes, changes. */
const VERSION = 1
const CODES = Object.keys(REPORT_CODES) as readonly ReportCode[]
const MASKS = Object.keys(MASK_CODES) as readonly MaskCode[]
const SUMS = Object.keys(MONEY) as readonly Money[]
const LISTED = [...CODES, ...MASKS, ...Object.keys(PAYMENT_CODES)] as readonly DimensionCode[]

/** A mark of the way blocks are written: bytes of another one say something else. */
export const LAYOUT = markOf(
  JSON.stringify([VERSION, BLOCK_ROWS, FIRST_YEAR, LISTED.map((code) => [code, listedValues(code)]), MONEY, FLAG]),
)

/** What stands before the columns. `offices`: codes by number. `wide`: sums in eight bytes, where there are any. */
type Head = {
  readonly used: number
  readonly payments: number
  readonly offices: readonly string[]
  readonly sums: readonly (readonly [name: Money, isWide: boolean])[]
  readonly isPaidWide: boolean
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array
/** Columns begin at multiples of this: the largest number of any. */
const ALIGNED = 8

/** A block as bytes: a JSON head after its length, then column after column, as far as rows are used. */
export function bytesOfBlock(block: Block, offices: readonly string[]): Uint8Array<ArrayBuffer> {
  const sums = SUMS.filter((name) => block.sums[name] !== NO_SUMS)
  const head: Head = {
    used: block.used,
    payments: block.payments.used,
    offices,
    sums: sums.map((name) => [name, block.sums[name] instanceof Float64Array]),
    isPaidWide: block.payments.jpy instanceof Float64Array,
  }
  const words = new TextEncoder().encode(JSON.stringify(head))
  const columns = columnsOf(block, sums)
  const begin = aligned(4 + words.length)
  const bytes = new Uint8Array(
    columns.reduce((at, [column, used]) => at + aligned(used * column.BYTES_PER_ELEMENT), begin),
  )
  new DataView(bytes.buffer).setUint32(0, words.length, true)
  bytes.set(words, 4)
  let at = begin
  for (const [column, used] of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, used * column.BYTES_PER_ELEMENT), at)
    at += aligned(used * column.BYTES_PER_ELEMENT)
  }
  return bytes
}

/** The block that bytes of this layout are, and the offices its numbers mean. */
export function blockOfBytes(given: Uint8Array): { readonly block: Block; readonly offices: readonly string[] } {
  // Columns are looked at where they lie, which must be a multiple of their numbers.
  const bytes = given.byteOffset % ALIGNED === 0 ? given : new Uint8Array(given)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head
  const block = newBlock()
  block.used = head.used
  for (const [name, isWide] of head.sums) block.sums[name] = fresh(isWide, BLOCK_ROWS).fill(NO_SUMS[0] ?? 0)
  // Some room for payments that come.
  Object.assign(block.payments, newPayments(Math.ceil(head.payments * 1.05)), { used: head.payments })
  block.payments.jpy = fresh(head.isPaidWide, block.payments.payee.length)
  let at = aligned(4 + length)
  for (const [column, used] of columnsOf(
    block,
    head.sums.map(([name]) => name),
  )) {
    const size = used * column.BYTES_PER_ELEMENT
    new Uint8Array(column.buffer, column.byteOffset, size).set(bytes.subarray(at, at + size))
    at += aligned(size)
  }
  return { block, offices: head.offices }
}

/** Every column of a block with how much of it is used, in the order of the bytes. */
function columnsOf(block: Block, sums: readonly Money[]): (readonly [Column, number])[] {
  const { live, office, month, flags, first, count, room, codes, masks, payments } = block
  const rows = [live, office, month, flags, first, count, room, ...CODES.map((name) => codes[name])]
  const more = [...MASKS.map((name) => masks[name]), ...sums.map((name) => block.sums[name])]
  const paid = [payments.payee, payments.category, payments.verdict, payments.paid, payments.jpy]
  return [
    ...[...rows, ...more].map((column) => [column, block.used] as const),
    ...paid.map((column) => [column, payments.used] as const),
  ]
}

function fresh(isWide: boolean, room: number): Sums {
  return isWide ? new Float64Array(room) : new Int32Array(room)
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNED) * ALIGNED
}
