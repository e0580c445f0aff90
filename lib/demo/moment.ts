import { AsyncLocalStorage } from 'node:async_hooks'
import { withClock } from '@/lib/platform/clock'

const moment = new AsyncLocalStorage<Date>()

/** Runs `work` with a clock that, inside `at`, stands at the moment given there; elsewhere it goes on. */
export function withMoments<T>(work: () => Promise<T>): Promise<T> {
  return withClock(() => moment.getStore() ?? new Date(), work)
}

/** Does something at a moment of the past, beside others that happen at theirs. */
export function at<T>(when: Date, work: () => T): T {
  return moment.run(when, work)
}
