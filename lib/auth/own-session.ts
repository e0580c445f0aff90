import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { markProved } from '@/lib/data/session-proofs'
import { findOwnSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { doorGrantForAuth } from './door-grant'
import { readSessionId } from './session'

/** The id of the session this person is in. */
export async function ownSessionId(grant: Grant<'session.own'>): Promise<string | null> {
  return (await ownSession(grant))?.id ?? null
}

/** How many wrong passwords and codes there were before this session was opened. */
export async function wrongProofsBefore(grant: Grant<'session.own'>): Promise<number> {
  return (await ownSession(grant))?.wrongBefore ?? 0
}

/** This person has just proved again who it is. */
export async function markOwnProof(grant: Grant<'session.own'>): Promise<void> {
  const id = await ownSessionId(grant)
  if (id !== null) await within(doorGrantForAuth(), (on) => markProved(on, id, now()))
}

async function ownSession(grant: Grant<'session.own'>) {
  const id = await readSessionId()
  return id === null ? null : within(doorGrantForAuth(), (on) => findOwnSession(on, id, grant.actor.id))
}
