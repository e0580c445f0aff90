/** How long each of many things took, in milliseconds, and how many were done a second. */
export type Timing = {
  readonly count: number
  readonly perSecond: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly worstMs: number
  /** Of the time this process had a processor: what other work on the machine takes is not in it. */
  readonly p95CpuMs: number
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
  const worked: number[] = []
  let next = warmUps
  const lane = async () => {
    while (next < warmUps + count) {
      const index = next
      next += 1
      const started = performance.now()
      const cpu = process.cpuUsage()
      await work(index)
      took.push(performance.now() - started)
      const { user, system } = process.cpuUsage(cpu)
      worked.push((user + system) / 1000)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return timingOf(took, worked, performance.now() - started)
}

function timingOf(took: readonly number[], worked: readonly number[], wholeMs: number): Timing {
  const at = (share: number, of = took) =>
    of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.ceil(of.length * share) - 1)] ?? Number.NaN
  return {
    count: took.length,
    perSecond: (took.length / wholeMs) * 1000,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    worstMs: at(1),
    p95CpuMs: at(0.95, worked),
  }
}
