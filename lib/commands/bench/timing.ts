/** How long each of many things took, in milliseconds, and how many were done a second. */
export type Timing = {
  readonly count: number
  readonly perSecond: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly worstMs: number
}

/** Does `work` so often, `lanes` at a time, after a few runs that do not count. */
export async function measure(
  count: number,
  lanes: number,
  work: (index: number) => Promise<void>,
  warmUps = 0,
): Promise<Timing> {
  for (let index = 0; index < warmUps; index += 1) await work(index)
  const took: number[] = []
  let next = warmUps
  const lane = async () => {
    while (next < warmUps + count) {
      const index = next
      next += 1
      const started = performance.now()
      await work(index)
      took.push(performance.now() - started)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return timingOf(took, performance.now() - started)
}

function timingOf(took: readonly number[], wholeMs: number): Timing {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return {
    count: took.length,
    perSecond: (took.length / wholeMs) * 1000,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    worstMs: at(1),
  }
}
