import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { tellOfAccount } from '@/lib/data/notices'
import { revokeOtherSessions, revokeSessionOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import type { OwnAccount } from './own-account'

/** Ends one of one's own sessions, on another machine. False when there is none such. */
export async function endOwnSession({ grant, door }: OwnAccount, endedId: string): Promise<boolean> {
  const isEnded = await within(door, async (on) => {
    const isThere = await revokeSessionOf(on, grant.actor.id, endedId, now())
    if (isThere) await tellOfAccount(on, grant.actor.id)
    return isThere
  })
  if (isEnded) await within(grant, (on) => appendAudit(on, grant.actor.officeId, 'staff.end_session'))
  return isEnded
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions({ grant, door, sessionId }: OwnAccount): Promise<void> {
  const count = await within(door, async (on) => {
    const ended = await revokeOtherSessions(on, grant.actor.id, sessionId, now())
    if (ended > 0) await tellOfAccount(on, grant.actor.id)
    return ended
  })
  await within(grant, (on) => appendAudit(on, grant.actor.officeId, 'staff.end_sessions', { detail: { count } }))
}
