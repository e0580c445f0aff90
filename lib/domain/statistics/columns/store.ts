import { BLOCK_ROWS, bytesOf, newBlock, type Block } from './block'
import { blockOfBytes, bytesOfBlock } from './block-bytes'
import { FIRST_YEAR } from './codes'
import { isCounted, type FactRow } from './facts'
import { rowImage } from './row-image'
import { clearRow, writeRow } from './write-row'

/** Numbers of payment dates in a year (`paidNumber`): the year alone, and its quarters. */
const NUMBERS_A_YEAR = 5

/**
 * All reports that are counted, as columns in blocks. A report has its place by its number, so that a block can be kept and read again
 * alone; one that comes again takes the place of what it was. `version` grows with every change, and with nothing else. Not to be written while somebody
 * goes through it.
 */
export class ColumnStore {
  readonly blocks: Block[] = []
  version = 0
  reports = 0
  /** Codes of offices by number, from one. */
  readonly offices: string[] = ['']
  /** Months of receipt (year × 12 + month − 1) that occurred so far. */
  firstMonth = Infinity
  lastMonth = -Infinity
  /** Years of payment so far, as numbers of `paidNumber`. */
  firstPaid = Infinity
  lastPaid = -Infinity
  readonly #byNumber = new Map<number, Block>()
  /** Changes of a block since it was kept, by its number. */
  readonly #changes = new Map<number, number>()

  /** Takes over what changed. Returns how many reports differ from before. */
  apply(rows: readonly FactRow[]): number {
    let changed = 0
    for (const row of rows) changed += isCounted(row) ? this.#put(row) : this.#remove(row[0])
    if (changed > 0) this.version += 1
    return changed
  }

  /** Bytes of all columns. */
  get bytes(): number {
    return this.blocks.reduce((sum, block) => sum + bytesOf(block), 0)
  }

  /** The number of a block with at least so many changes since it was kept; null where there is none. */
  changedBlock(least: number): number | null {
    for (const [number, changes] of this.#changes) if (changes >= least) return number
    return null
  }

  /** A block as bytes, to be kept; null where no report is. */
  keep(number: number): Uint8Array<ArrayBuffer> | null {
    this.#changes.delete(number)
    const block = this.#byNumber.get(number)
    return block ? bytesOfBlock(block, this.offices) : null
  }

  /** Changes of a block since it was kept, or taken over. */
  changesOf(number: number): number {
    return this.#changes.get(number) ?? 0
  }

  /** Takes over a block that was kept, in the place of what there is of it. */
  adopt(number: number, bytes: Uint8Array): void {
    this.#drop(number)
    const { block, offices } = blockOfBytes(bytes)
    const numbers = Uint16Array.from(offices, (code) => (code === '' ? 0 : this.#officeNumber(code)))
    for (let row = 0; row < block.used; row++) {
      block.office[row] = numbers[block.office[row] as number] as number
      if (block.live[row] === 0) continue
      this.reports += 1
      this.#seeMonth(block.month[row] as number)
    }
    for (let at = 0; at < block.payments.used; at++) {
      const paid = block.payments.paid[at] as number
      if (paid > 0) this.#seeYear(FIRST_YEAR + Math.floor((paid - 1) / NUMBERS_A_YEAR))
    }
    this.#add(number, block)
    this.version += 1
  }

  #put(facts: Extract<FactRow, { length: 45 }>): number {
    const [ref, office, month] = facts
    const number = Math.floor(ref / BLOCK_ROWS)
    const row = ref % BLOCK_ROWS
    const block = this.#byNumber.get(number) ?? this.#add(number, newBlock())
    const before = block.live[row] === 1 ? rowImage(block, row) : null
    if (before === null) this.reports += 1
    block.used = Math.max(block.used, row + 1)
    writeRow(block, row, facts, this.#officeNumber(office))
    // A reading goes back to the oldest transaction that was open at the last one, and brings what it read then once more.
    if (before === rowImage(block, row)) return 0
    this.#seeMonth(month)
    for (const [, , , , paidOn] of facts[44] ?? []) if (paidOn !== null) this.#seeYear(Number(paidOn.slice(0, 4)))
    this.#count(number)
    return 1
  }

  #remove(ref: number): number {
    const number = Math.floor(ref / BLOCK_ROWS)
    const block = this.#byNumber.get(number)
    if (block?.live[ref % BLOCK_ROWS] !== 1) return 0
    clearRow(block, ref % BLOCK_ROWS)
    this.reports -= 1
    this.#count(number)
    return 1
  }

  #add(number: number, block: Block): Block {
    this.#byNumber.set(number, block)
    this.blocks.push(block)
    return block
  }

  #drop(number: number): void {
    const block = this.#byNumber.get(number)
    if (!block) return
    for (let row = 0; row < block.used; row++) this.reports -= block.live[row] as number
    this.blocks.splice(this.blocks.indexOf(block), 1)
    this.#byNumber.delete(number)
    this.#changes.delete(number)
  }

  #count(number: number): void {
    this.#changes.set(number, (this.#changes.get(number) ?? 0) + 1)
  }

  #seeMonth(month: number): void {
    this.firstMonth = Math.min(this.firstMonth, month)
    this.lastMonth = Math.max(this.lastMonth, month)
  }

  #seeYear(year: number): void {
    this.firstPaid = Math.min(this.firstPaid, year)
    this.lastPaid = Math.max(this.lastPaid, year)
  }

  #officeNumber(code: string): number {
    const known = this.offices.indexOf(code)
    return known > 0 ? known : this.offices.push(code) - 1
  }
}
