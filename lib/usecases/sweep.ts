import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { deleteExpired, eraseDueCases, takeExpiredFiles } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { log, logFailure } from '@/lib/platform/logger'
import { discardPlaces, sweepFiles } from './files/sweep-files'
import { reassessQuietly } from './reassess-fees'

/** How often what is past its time is looked for. */
const SWEEP_EVERY_MS = 15 * 60_000

/** What one sweep removed. */
export type Swept = { readonly expired: number; readonly erasedCases: number }

/**
 * Removes what was promised to go: drafts after a day, receipts after two hours (of reports that waited on
 * a phone after 30 days), sessions, counts of wrong tries, and cases on
 * the day they were to be erased, and the bytes of their files. Several processes may sweep at once: each row goes once.
 */
export async function sweep(): Promise<Swept> {
  const grant = grantOpen({ kind: 'system' }, 'system.sweep')
  const at = now()
  const { expired, places } = await within(grant, async (on) => {
    const taken = await takeExpiredFiles(on, at)
    return { places: taken, expired: await deleteExpired(on, at) }
  })
  await discardPlaces(places)
  let erasedCases = 0
  for (;;) {
    const erased = await within(grant, (on) => eraseDueCases(on, at))
    if (erased === 0) return { expired, erasedCases }
    erasedCases += erased
  }
}

/**
 * Sweeps now and from then on, for as long as the process lives, and judges the cases again that a changed rule or rate left to
 * judge. A sweep that fails is logged and tried again.
 */
export function startSweeping(): void {
  let isSweeping = false
  const once = async () => {
    // A large store may take longer than the time between two sweeps.
    if (isSweeping) return
    isSweeping = true
    try {
      const { expired, erasedCases } = await sweep()
      log('info', { event: 'swept_expired', count: expired })
      if (erasedCases > 0) log('info', { event: 'erased_cases', count: erasedCases })
    } catch (error) {
      logFailure(error, { event: 'sweep_failed' })
    }
    try {
      await sweepFiles()
      await reassessQuietly()
    } finally {
      isSweeping = false
    }
  }
  void once()
  setInterval(() => void once(), SWEEP_EVERY_MS).unref()
}
