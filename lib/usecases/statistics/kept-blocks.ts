import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { keepBlock, listBlocks, readBlock, readBlockFacts } from '@/lib/data/statistic-blocks'
import { within } from '@/lib/data/within'
import { LAYOUT } from '@/lib/domain/statistics/columns/block-bytes'
import type { FactRow } from '@/lib/domain/statistics/columns/facts'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { logFailure } from '@/lib/platform/logger'
import type { IndexLock } from './index-lock'

/** Reports read at once: a fifth less processor time in PostgreSQL than with 1,000, and no less with 10,000. */
const PAGE = 5_000
/** One in a hundred reports of a full block: then it is kept again. */
const CHANGES = 164
/** Before the first transaction. */
const ALWAYS = '0'

const counting = () => grantOpen({ kind: 'system' }, 'system.count_reports')

/**
 * Fills a store block by block: from the columns that are kept in the database and what changed since, else from the facts of its
 * reports, and then keeps it. What it began it need not begin again after a failure.
 */
export class KeptBlocks {
  readonly #store: ColumnStore
  readonly #lock: IndexLock
  readonly #taken = new Set<number>()

  constructor(store: ColumnStore, lock: IndexLock) {
    this.#store = store
    this.#lock = lock
  }

  /** Takes over every block; `place` is the transaction before which everything is read then. */
  async load(place: string, takeOver: (rows: readonly FactRow[]) => Promise<void>): Promise<void> {
    for (const known of await within(counting(), (on) => listBlocks(on, LAYOUT))) {
      if (this.#taken.has(known.number)) continue
      const bytes = known.place === null ? null : await within(counting(), (on) => readBlock(on, known.number))
      if (bytes) await this.#lock.write(() => this.#store.adopt(known.number, bytes))
      await this.#readChanges(known.number, (bytes && known.place) ?? ALWAYS, takeOver)
      this.#taken.add(known.number)
      if (!bytes || this.#store.changesOf(known.number) >= CHANGES) await this.#keep(known.number, place)
    }
  }

  /** Keeps a block that changed much, if there is one. Everything before the transaction `place` is in the store. */
  async keepChanged(place: string): Promise<void> {
    const number = this.#store.changedBlock(CHANGES)
    if (number !== null) await this.#keep(number, place)
  }

  async #readChanges(
    number: number,
    since: string,
    takeOver: (rows: readonly FactRow[]) => Promise<void>,
  ): Promise<void> {
    let after = -1n
    for (;;) {
      const { last, rows } = await within(counting(), (on) => readBlockFacts(on, { number, since, after }, PAGE))
      if (last === null) return
      await takeOver(rows)
      after = last
    }
  }

  // Without it the next start takes longer, and nothing else.
  async #keep(number: number, place: string): Promise<void> {
    const bytes = this.#store.keep(number)
    if (!bytes) return
    try {
      await within(counting(), (on) => keepBlock(on, { number, layout: LAYOUT, place, bytes }))
    } catch (error) {
      logFailure(error, { event: 'statistic_block_not_kept' })
    }
  }
}
