import 'server-only'

/** How many files are looked through at the same time: each may hold a whole picture in memory. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** Runs `work` when it is its turn, first come first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // A turn that somebody waits for is handed over, not given back.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
