/** Something to finish before the process ends. */
type Stop = () => Promise<void>

declare global {
  var fairPassageStops: Set<Stop> | undefined
}

/**
 * Asks for `stop` to be called, once, before the process ends. On globalThis: the server and what Next bundles hold two copies
 * of this file.
 */
export function beforeExit(stop: Stop): void {
  ;(globalThis.fairPassageStops ??= new Set()).add(stop)
}

/** Calls everything that was asked for; what fails keeps nothing else from it. */
export async function stopEverything(): Promise<void> {
  const stops = [...(globalThis.fairPassageStops ?? [])]
  globalThis.fairPassageStops?.clear()
  await Promise.allSettled(stops.map((stop) => stop()))
}
