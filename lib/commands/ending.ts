import { write } from './phases'
import { explain } from './preparation'
import { listenForStop, type StopList } from './stop-signals'

/**
 * A command that ends by itself, from its first thing to its exit code: 0 when it did what was asked; 1 when it says that it did not,
 * when it throws, which is explained in words, and when somebody stopped it. What it opened is closed.
 */
export async function runCommand(work: (stops: StopList) => Promise<boolean | void>): Promise<never> {
  const stops = listenForStop(() => write('\nStopping ...'), 1)
  try {
    const isDone = await work(stops)
    await stops.stopAll()
    return process.exit(isDone === false ? 1 : 0)
  } catch (error) {
    explain(error)
    await stops.stopAll()
    return process.exit(1)
  }
}
