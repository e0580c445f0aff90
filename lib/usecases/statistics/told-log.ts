import 'server-only'
import { ToldBefore, type LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'
import { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'

/** A release of the log as this process knows it; `text` says what it tells (release-text.ts). */
export type LogEntry = { readonly release: LoggedRelease; readonly seq: number; readonly text: string }

/** What was told in a scope, and to everybody, as far as this process has read the log. One asker at a time. */
export class ToldLog {
  readonly before = new ToldBefore()
  /** What else could be true, after all that was told. */
  readonly witnesses = new Witnesses()
  /** Cells of all its releases. */
  cells = 0
  /** When it was begun to be read, `performance.now()`. */
  readonly since = performance.now()
  readonly #entries = new Map<string, LogEntry>()
  readonly #readTo = new Map<string, number>()
  readonly #askedOn = new Map<string, string>()
  #turn: Promise<unknown> = Promise.resolve()

  /** Runs `work` after everything that came before it, whether that went well or not. Who waits holds no connection. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** The last release of a question. */
  find(key: string): LogEntry | undefined {
    return this.#entries.get(key)
  }

  /** Puts a release in the place of the one before; what it gives takes that back. */
  put(key: string, entry: LogEntry): () => void {
    const former = this.#entries.get(key)
    this.#set(key, entry)
    return () => {
      if (former) this.#set(key, former)
      else this.#remove(key)
    }
  }

  /** The last writing of a scope that was read. */
  readTo(scope: string): number {
    return this.#readTo.get(scope) ?? 0
  }

  /** Everything of a scope up to a writing is here. */
  hasRead(scope: string, seq: number): void {
    this.#readTo.set(scope, Math.max(seq, this.readTo(scope)))
  }

  /** Whether the database was told that a question was asked on this day. */
  isMarked(key: string, day: string): boolean {
    return this.#askedOn.get(key) === day
  }

  /** The database was told. */
  mark(key: string, day: string): void {
    this.#askedOn.set(key, day)
  }

  #set(key: string, entry: LogEntry): void {
    this.cells += entry.release.cells.length - (this.#entries.get(key)?.release.cells.length ?? 0)
    this.#entries.set(key, entry)
    this.before.add(key, entry.release, entry.seq)
  }

  #remove(key: string): void {
    this.cells -= this.#entries.get(key)?.release.cells.length ?? 0
    this.#entries.delete(key)
    this.before.remove(key)
  }
}
