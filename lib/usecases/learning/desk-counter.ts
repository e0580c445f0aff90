import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { collectDeskChanges, countWaiting, type DeskWaiting } from '@/lib/data/desk-counts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/logger'

/** What was counted longer ago is counted again when somebody asks. */
const FRESH_MS = 15_000
/** One month of a big office takes seconds on a busy machine, and waits for whoever else counts. */
const LONGEST_MS = 180_000

/** What is counted: everything written before `asOf`. `readAt`: the same moment of `performance.now()`. `done`: months and organisations. */
export type Counted = { readonly asOf: Date; readonly readAt: number; readonly done: number }

/** Keeps the measures of our own work counted, in the database, for whoever asks in this process. */
export class DeskCounter {
  #counted: Counted | null = null
  #counting: Promise<Counted> | null = null
  #waiting: DeskWaiting = { waiting: 0, known: 0 }

  /** How much of it all is still to be counted. */
  get waiting(): DeskWaiting {
    return this.#waiting
  }

  /**
   * Counts what changed and says of when the figures are. Does not wait for it while they are younger than `staleMs`. When it takes
   * longer than `patienceMs`, the first count say, it goes on by itself and the answer is null.
   */
  async refresh({
    staleMs,
    patienceMs,
  }: {
    readonly staleMs: number
    readonly patienceMs: number
  }): Promise<Counted | null> {
    const known = this.#counted
    const age = known === null ? Infinity : performance.now() - known.readAt
    if (known !== null && age <= FRESH_MS) return known
    const counting = this.count()
    if (known !== null && age <= staleMs) {
      counting.catch((error: unknown) => logFailure(error, { event: 'desk_not_counted' }))
      return known
    }
    if (patienceMs === Infinity) return counting
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs)
    })
    // Who does not wait for the end would not hear of a failure.
    counting.catch((error: unknown) => logFailure(error, { event: 'desk_not_counted' }))
    return Promise.race([counting, tooLong]).finally(() => clearTimeout(timer))
  }

  /** Counts all that waits. Several at once wait for the same count; what is counted stays when it is cut off. */
  count(): Promise<Counted> {
    this.#counting ??= this.#countAll().finally(() => {
      this.#counting = null
    })
    return this.#counting
  }

  async #countAll(): Promise<Counted> {
    const grant = grantOpen({ kind: 'system' }, 'system.count_reports')
    const [asOf, readAt] = [now(), performance.now()]
    let done = 0
    this.#waiting = await within(grant, collectDeskChanges, LONGEST_MS)
    while (this.#waiting.waiting > 0) {
      const some = await within(grant, (on) => countWaiting(on, now()), LONGEST_MS)
      if (some === 0) break
      done += some
      const { waiting, known } = this.#waiting
      this.#waiting = { waiting: Math.max(0, waiting - some), known }
    }
    this.#waiting = { ...this.#waiting, waiting: 0 }
    this.#counted = { asOf, readAt, done }
    return this.#counted
  }
}

declare global {
  var fairPassageDesk: DeskCounter | undefined
}

/** The one of this process. */
export function deskCounter(): DeskCounter {
  return (globalThis.fairPassageDesk ??= new DeskCounter())
}

/** Forgets of when the figures are: the next question counts what changed. For tests. */
export function forgetDeskCounts(): void {
  globalThis.fairPassageDesk = undefined
  globalThis.fairPassageDeskAnswers = undefined
}
