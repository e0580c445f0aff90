let source: () => Date = () => new Date()

/** The present moment. Everything that asks for the time asks here, so that a test or the demonstration can say when it is. */
export function now(): Date {
  return source()
}

/** Runs `work` with another clock and puts the former back, whatever happens. For tests and for making demonstration data. */
export async function withClock<T>(clock: () => Date, work: () => Promise<T>): Promise<T> {
  const former = source
  source = clock
  try {
    return await work()
  } finally {
    source = former
  }
}
