import 'server-only'
/** Longest work in one piece, milliseconds. */
const SLICE_MS = 6

/** Gives way to whatever waits in this process, once a slice of time is over. */
export function breather(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        began = performance.now()
        resolve()
      })
    })
  }
}
