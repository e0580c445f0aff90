import 'server-only'
import type { Grant } from '@/lib/access/grant'
import {
  breakGlass,
  countOpenings,
  endGlass,
  findOpening,
  listOwnOpenings,
  type EmergencyCase,
  type Opening,
} from '@/lib/data/break-glass'
import { within } from '@/lib/data/within'
import { EMERGENCIES_A_DAY } from '@/lib/domain/break-glass'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `not_found`: no other office has a case of this number; `too_often`: this person opened too many since yesterday. */
export type OpenEmergencyError = { readonly code: 'not_found' | 'too_often' }

/**
 * Opens a case of another office because a life is in danger. In one transaction with it the supervisors of that office and the
 * case's officer are told, and the trails of both offices say it. Returns the id of the opening.
 */
export function openEmergency(
  grant: Grant<'case.rescue'>,
  opening: Opening,
): Promise<Result<string, OpenEmergencyError>> {
  return within(grant, async (on) => {
    if ((await countOpenings(on, now())) >= EMERGENCIES_A_DAY) return err({ code: 'too_often' })
    const id = await breakGlass(on, opening)
    return id === null ? err({ code: 'not_found' }) : ok(id)
  })
}

/** What an opening shows while it runs, written down each quarter of an hour; null when it is over or somebody else's. */
export function readEmergency(grant: Grant<'case.rescue'>, id: string): Promise<EmergencyCase | null> {
  return within(grant, (on) => findOpening(on, id, now()))
}

/** The openings of this person that still run. */
export function readOwnEmergencies(
  grant: Grant<'case.rescue'>,
): Promise<readonly { readonly id: string; readonly endsAt: Date }[]> {
  return within(grant, (on) => listOwnOpenings(on, now()))
}

/** The reader needs it no longer. */
export function endOwnEmergency(grant: Grant<'case.rescue'>, id: string): Promise<boolean> {
  return within(grant, (on) => endGlass(on, id))
}
