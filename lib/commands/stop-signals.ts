/** What to undo when the command ends, last thing first. */
export type StopList = {
  /** Adds a thing to stop; returns a function that stops it now and forgets it. */
  readonly add: (stop: () => Promise<void>) => () => Promise<void>
  /** Stops everything, once. */
  readonly stopAll: () => Promise<void>
}

/** npm, our own start script and the terminal each pass the same Ctrl-C on: these are one. */
const SAME_SIGNAL_MS = 1500

/**
 * Stops everything in order when the person presses Ctrl-C, when a supervisor sends SIGTERM, or when the process that
 * started us disappears. A second Ctrl-C does not wait.
 *
 * @param code what the process then ends with: 0 for what runs until it is stopped
 */
export function listenForStop(onStopping: () => void, code = 0): StopList {
  const stops: (() => Promise<void>)[] = []
  let stopping: Promise<void> | undefined

  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.toReversed()) await stop()
    })()
    return stopping
  }

  let firstAt: number | undefined
  const onSignal = () => {
    if (firstAt !== undefined) {
      if (Date.now() - firstAt > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    firstAt = Date.now()
    onStopping()
    stopAll().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.connected) process.on('disconnect', onSignal)

  return {
    add: (stop) => {
      stops.push(stop)
      return async () => {
        const index = stops.indexOf(stop)
        if (index < 0) return
        stops.splice(index, 1)
        await stop()
      }
    },
    stopAll,
  }
}
