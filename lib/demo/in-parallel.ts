/** As many as the application's pool has connections. */
const LANES = 10

/** Does `work` for every item, several at a time, in order of beginning. The first error ends it. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  onDone: (done: number) => void,
): Promise<void> {
  const waiting = items.values()
  let done = 0
  const lane = async () => {
    for (const item of waiting) {
      await work(item)
      done += 1
      onDone(done)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
