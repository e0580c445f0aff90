import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { listOffices } from '@/lib/data/offices'
import { LOG_START, readFacts, readHorizon, type LogPlace } from '@/lib/data/statistic-facts'
import { within } from '@/lib/data/within'
import type { FactRow } from '@/lib/domain/statistics/columns/facts'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { now } from '@/lib/platform/clock'
import { breather } from './breathe'
import { IndexLock } from './index-lock'
import { KeptBlocks } from './kept-blocks'

/** Reports read at once: a fifth less processor time in PostgreSQL than with 1,000, and no less with 10,000. */
const PAGE = 5_000
/** Reports taken over at once while nobody can ask yet: some milliseconds of this process. */
const SLICE = 500

/** How far the index of this process is. */
export type IndexState =
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly asOf: Date; readonly reports: number; readonly bytes: number }

/**
 * The reports of this installation as columns in the memory of this process (ADR 039). Reads the log of changes from the start
 * once, as far as no blocks are kept (kept-blocks.ts), and from then on what changed since.
 */
export class LoadedIndex {
  readonly store = new ColumnStore()
  readonly lock = new IndexLock()
  /** Of the last reading that ended well: everything that was written before is in the store. */
  asOf: Date | null = null
  #readAt = -Infinity
  #next: LogPlace = LOG_START
  #reading: Promise<void> | null = null
  readonly #kept = new KeptBlocks(this.store, this.lock)
  #total = 0
  readonly #offices = new Map<string, string>()

  /** How far it is. */
  get state(): IndexState {
    if (this.asOf === null)
      return { kind: 'loading', done: Math.min(this.store.reports, this.#total), total: this.#total }
    return { kind: 'ready', asOf: this.asOf, reports: this.store.reports, bytes: this.store.bytes }
  }

  /** The oldest transaction that the last reading left to the next: the same number in every process. */
  get horizon(): number {
    return Number(this.#next.change)
  }

  /** Milliseconds since the last reading that ended well began. */
  get age(): number {
    return performance.now() - this.#readAt
  }

  /** Reads what changed, if the last reading began longer ago than `ms`. Several at once wait for the same reading. */
  async refresh(ms: number): Promise<void> {
    if (this.age <= ms) return
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    await this.#reading
  }

  /** The code of an office; null for one that is none. */
  async officeCode(id: string): Promise<string | null> {
    if (!this.#offices.has(id)) {
      const all = await within(grantOpen({ kind: 'system' }, 'system.count_reports'), listOffices)
      for (const office of all) this.#offices.set(office.id, office.code)
    }
    return this.#offices.get(id) ?? null
  }

  async #read(): Promise<void> {
    const grant = grantOpen({ kind: 'system' }, 'system.count_reports')
    const [began, asOf, isFirst] = [performance.now(), now(), this.asOf === null]
    const { next, reports } = await within(grant, (on) => readHorizon(on, isFirst))
    if (isFirst) {
      this.#total = reports
      // What was read before a failure is as old as the first beginning.
      if (this.#next === LOG_START) this.#next = next
      await this.#kept.load(this.#next.change, (rows) => this.#takeOver(rows))
    }
    for (let after = this.#next; ;) {
      const page = await within(grant, (on) => readFacts(on, after, PAGE))
      if (page.last === null) break
      await this.#takeOver(page.rows)
      after = page.last
    }
    this.#next = next
    this.#readAt = began
    this.asOf = asOf
    // Nobody waits for it.
    if (!isFirst) void this.#kept.keepChanged(next.change)
  }

  async #takeOver(rows: readonly FactRow[]): Promise<void> {
    const [breathe, slice] = [breather(), this.asOf === null ? SLICE : PAGE]
    for (let at = 0; at < rows.length; at += slice) {
      await this.lock.write(() => this.store.apply(rows.slice(at, at + slice)))
      await breathe()
    }
  }
}
