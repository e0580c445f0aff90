import { BLOCK_ROWS, bytesOf, newBlock, type Block } from './block'
import { isCounted, type FactRow } from './facts'
import { clearRow, writeRow } from './write-row'

const REFS_A_PAGE = 65_536

/**
 * All reports that are counted, as columns in blocks. A report that comes again takes the place of what it was; one that is gone
 * leaves its row to the next new one. `version` grows with every change. Not to be written while somebody goes through it.
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
  readonly #free: number[] = []
  /** Row of a report, plus one, by its number. */
  readonly #rows: Int32Array[] = []

  /** Takes over what changed. Returns how many reports differ from before. */
  apply(rows: readonly FactRow[]): number {
    let changed = 0
    for (const row of rows) changed += isCounted(row) ? this.#put(row) : this.#remove(row[0])
    if (changed > 0) this.version += 1
    return changed
  }

  /** Bytes of all columns. */
  get bytes(): number {
    const columns = this.blocks.reduce((sum, block) => sum + bytesOf(block), 0)
    return columns + this.#rows.reduce((sum, page) => sum + page.byteLength, 0)
  }

  #put(facts: Extract<FactRow, { length: 45 }>): number {
    const [ref, office, month] = facts
    const known = this.#rowOf(ref)
    const place = known >= 0 ? known : this.#newRow(ref)
    const block = this.blocks[Math.floor(place / BLOCK_ROWS)]
    if (!block) throw new Error('a row outside of the blocks')
    if (known < 0) this.reports += 1
    writeRow(block, place % BLOCK_ROWS, facts, this.#officeNumber(office))
    this.firstMonth = Math.min(this.firstMonth, month)
    this.lastMonth = Math.max(this.lastMonth, month)
    for (const [, , , , paidOn] of facts[44] ?? []) {
      if (paidOn === null) continue
      const year = Number(paidOn.slice(0, 4))
      this.firstPaid = Math.min(this.firstPaid, year)
      this.lastPaid = Math.max(this.lastPaid, year)
    }
    return 1
  }

  #remove(ref: number): number {
    const place = this.#rowOf(ref)
    const block = this.blocks[Math.floor(place / BLOCK_ROWS)]
    if (place < 0 || !block) return 0
    clearRow(block, place % BLOCK_ROWS)
    this.#setRow(ref, -1)
    this.#free.push(place)
    this.reports -= 1
    return 1
  }

  #newRow(ref: number): number {
    const place = this.#free.pop() ?? this.#rowAtTheEnd()
    this.#setRow(ref, place)
    return place
  }

  #rowAtTheEnd(): number {
    let last = this.blocks.at(-1)
    if (!last || last.used === BLOCK_ROWS) this.blocks.push((last = newBlock()))
    last.used += 1
    return (this.blocks.length - 1) * BLOCK_ROWS + last.used - 1
  }

  #rowOf(ref: number): number {
    return (this.#rows[Math.floor(ref / REFS_A_PAGE)]?.[ref % REFS_A_PAGE] ?? 0) - 1
  }

  #setRow(ref: number, place: number): void {
    const page = Math.floor(ref / REFS_A_PAGE)
    while (this.#rows.length <= page) this.#rows.push(new Int32Array(0))
    if (this.#rows[page]?.length === 0) this.#rows[page] = new Int32Array(REFS_A_PAGE)
    const numbers = this.#rows[page]
    if (numbers) numbers[ref % REFS_A_PAGE] = place + 1
  }

  #officeNumber(code: string): number {
    const known = this.offices.indexOf(code)
    return known > 0 ? known : this.offices.push(code) - 1
  }
}
