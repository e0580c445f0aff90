/** The clocks in use, the latest last; none: the machine's. */
const clocks: (() => Date)[] = []

/** The present moment. Everything that asks for the time asks here, so that a test or the demonstration can say when it is. */
export function now(): Date {
  return clocks.at(-1)?.() ?? new Date()
}

/** Runs `work` with another clock and takes it away again, whatever happens and whatever else began meanwhile. For tests and for making demonstration data. */
export async function withClock<T>(clock: () => Date, work: () => Promise<T>): Promise<T> {
  const own = () => clock()
  clocks.push(own)
  try {
    return await work()
  } finally {
    clocks.splice(clocks.indexOf(own), 1)
  }
}
