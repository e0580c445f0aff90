import 'server-only'
import { NotLookedThrough } from './not-looked-through'

/** How many files are looked through at the same time: each may hold a whole picture in memory. */
const AT_ONCE = 2
/** How many may wait. One that waits here holds no bytes. */
const WAITING_MAXIMUM = 20
/** How many may wait that came in one piece: they hold their bytes all the while. */
export const WHOLE_WAITING_MAXIMUM = 4

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs `work` when it is its turn, first come first served.
 *
 * @throws NotLookedThrough when too many wait already
 */
export async function inTurn<T>(work: () => Promise<T>, waitingMaximum = WAITING_MAXIMUM): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= waitingMaximum) throw new NotLookedThrough('busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // A turn that somebody waits for is handed over, not given back.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
