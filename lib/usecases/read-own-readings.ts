import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listEmergencies } from '@/lib/data/break-glass'
import { findOwnCase } from '@/lib/data/own-case'
import { listOwnReadings } from '@/lib/data/own-readings'
import { within } from '@/lib/data/within'
import type { Emergency } from '@/lib/domain/break-glass'
import type { OwnReading } from '@/lib/domain/own-readings'
import { now } from '@/lib/platform/clock'

/** Who read the own case, by day, and when another office read it in an emergency; null when the case was erased. */
export function readOwnReadings(grant: Grant<'own_case.read'>): Promise<{
  readonly readings: readonly OwnReading[]
  readonly emergencies: readonly Emergency[]
} | null> {
  return within(grant, async (on) => {
    const own = await findOwnCase(on)
    if (!own) return null
    return { readings: await listOwnReadings(on), emergencies: await listEmergencies(on, own.id, null, now()) }
  })
}
