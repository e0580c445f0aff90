import { REPORT_CODES, MASK_CODES, type MaskCode, type ReportCode } from './codes'

/** Reports of one block; small enough to be gone through in a few milliseconds. */
export const BLOCK_ROWS = 16_384

/** Sums of money of a report, with their place in the facts; whole yen, `interest` in hundredths of a per cent. */
export const MONEY = {
  paidTotal: 29,
  paidSending: 30,
  paidBroker: 31,
  aboveCap: 32,
  aboveZeroFee: 33,
  recruitmentCost: 34,
  firstMonth: 35,
  lastMonth: 36,
  debt: 37,
  interest: 38,
  toldGap: 39,
  toldPayGap: 40,
  deductions: 41,
  claimed: 42,
  repaid: 43,
} as const
export type Money = keyof typeof MONEY

/** What is yes or no of a report, a bit each. */
export const FLAG = {
  paidYes: 1,
  paidNo: 2,
  paidSending: 4,
  paidBroker: 8,
  debtTold: 16,
  inDebt: 32,
  anonymous: 64,
  admissible: 128,
  remedied: 256,
  hasPayments: 512,
  ruled: 1024,
  over: 2048,
  tellsPay: 4096,
} as const

/** Stands for a sum that is not known; no sum of one person is as far below zero. */
export const NULL_SUM = -0x8000_0000

/** Sums are kept in four bytes, and in eight only in a block that holds one which does not fit. */
export type Sums = Int32Array | Float64Array

/** Sums of which all are unknown, shared by the blocks that have no other. */
export const NO_SUMS: Sums = new Int32Array(BLOCK_ROWS).fill(NULL_SUM)

/** The payments of a block's reports: those of one report lie side by side. */
export type Payments = {
  used: number
  payee: Uint8Array
  category: Uint8Array
  /** Number of the verdict, with `CERTAIN` where it is. */
  verdict: Uint8Array
  paid: Uint16Array
  jpy: Sums
}
export const CERTAIN = 128

/** Some thousand reports as columns. A row that is not `live` counts for nothing. */
export type Block = {
  used: number
  readonly live: Uint8Array
  readonly codes: Readonly<Record<ReportCode, Uint8Array>>
  readonly office: Uint16Array
  readonly month: Uint16Array
  readonly masks: Readonly<Record<MaskCode, Uint32Array>>
  readonly flags: Uint16Array
  readonly sums: Record<Money, Sums>
  /** Where the payments of a report begin, how many there are, and how many have room there. */
  readonly first: Uint32Array
  readonly count: Uint16Array
  readonly room: Uint16Array
  readonly payments: Payments
}

/** A block without reports. */
export function newBlock(): Block {
  return {
    used: 0,
    live: new Uint8Array(BLOCK_ROWS),
    codes: columnsFor(REPORT_CODES, () => new Uint8Array(BLOCK_ROWS)),
    office: new Uint16Array(BLOCK_ROWS),
    month: new Uint16Array(BLOCK_ROWS),
    masks: columnsFor(MASK_CODES, () => new Uint32Array(BLOCK_ROWS)),
    flags: new Uint16Array(BLOCK_ROWS),
    sums: columnsFor(MONEY, () => NO_SUMS),
    first: new Uint32Array(BLOCK_ROWS),
    count: new Uint16Array(BLOCK_ROWS),
    room: new Uint16Array(BLOCK_ROWS),
    payments: newPayments(0),
  }
}

/** Room for so many payments. */
export function newPayments(room: number): Payments {
  return {
    used: 0,
    payee: new Uint8Array(room),
    category: new Uint8Array(room),
    verdict: new Uint8Array(room),
    paid: new Uint16Array(room),
    jpy: new Int32Array(room),
  }
}

/** How many bytes a block takes. */
export function bytesOf(block: Block): number {
  const { payee, category, verdict, paid, jpy } = block.payments
  const columns = [
    block.live,
    block.office,
    block.month,
    block.flags,
    block.first,
    block.count,
    block.room,
    ...Object.values(block.codes),
    ...Object.values(block.masks),
    ...Object.values(block.sums).filter((sums) => sums !== NO_SUMS),
    payee,
    category,
    verdict,
    paid,
    jpy,
  ]
  return columns.reduce((bytes, column) => bytes + column.byteLength, 0)
}

function columnsFor<Name extends string, Column>(
  names: Readonly<Record<Name, number>>,
  make: () => Column,
): Record<Name, Column> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, make()])) as Record<Name, Column>
}
