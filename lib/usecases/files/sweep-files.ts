import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { findForgottenPlaces } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { log, logFailure } from '@/lib/platform/logger'
import { placeOfObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { discardObjects } from './with-store'

/** An object this young may belong to a row that is just being written. */
const YOUNG_MS = 3_600_000
/** How many objects are looked up at a time. */
const BATCH = 500

/** Removes everything that lies in these places of the store. When the store fails, a later sweep finds them. */
export async function discardPlaces(places: readonly string[]): Promise<void> {
  try {
    for (const place of places) {
      const keys: string[] = []
      for await (const { key } of fileStore().list(`${place}/`)) keys.push(key)
      await discardObjects(keys)
    }
  } catch (error) {
    logFailure(error, { event: 'file_discard_failed' })
  }
}

/**
 * Looks through the store for objects that no row needs: what a crash left, what was taken back while the store was away, files
 * of erased cases. Returns how many went. Throws what went wrong once everything that could be looked at was; the next time goes on.
 */
export async function sweepFiles(): Promise<number> {
  let removed = 0
  const failures: unknown[] = []
  try {
    let batch: string[] = []
    // What one batch meets is no reason to leave the others.
    const flush = async () => {
      const keys = batch
      batch = []
      try {
        removed += await removeForgotten(keys)
      } catch (error) {
        failures.push(error)
      }
    }
    for await (const { key, putAt } of fileStore().list('')) {
      if (now().getTime() - putAt.getTime() < YOUNG_MS) continue
      batch.push(key)
      if (batch.length >= BATCH) await flush()
    }
    await flush()
    if (removed > 0) log('info', { event: 'removed_forgotten_objects', count: removed })
  } catch (error) {
    failures.push(error)
  }
  if (failures.length > 0) throw failures[0]
  return removed
}

async function removeForgotten(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0
  const places = [...new Set(keys.map(placeOfObject))]
  const grant = grantOpen({ kind: 'system' }, 'system.sweep')
  const forgotten = new Set(await within(grant, (on) => findForgottenPlaces(on, places)))
  const gone = keys.filter((key) => forgotten.has(placeOfObject(key)))
  await fileStore().delete(gone)
  return gone.length
}
