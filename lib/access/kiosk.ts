import 'server-only'
import { cache } from 'react'
import { readSessionId } from '@/lib/auth/session'
import { useKioskSession } from '@/lib/data/kiosk-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { hashToken } from '@/lib/platform/token'
import { doorGrant } from './door'
import { grantStaff, type Grant, type StaffActor } from './grant'

/** The officer who lent this browser to a worker; null when it is no kiosk, or no longer one. */
export const currentKiosk = cache(async (): Promise<StaffActor | null> => {
  const sessionId = await readSessionId()
  return sessionId === null ? null : within(doorGrant(), (on) => useKioskSession(on, sessionId, now()))
})

/** The pass of a kiosk for the one draft of this token: all that its session can do. */
export async function findKioskGrant(token: string): Promise<Grant<'case.file_for_worker'> | null> {
  const officer = await currentKiosk()
  return officer && grantStaff(officer, 'case.file_for_worker', hashToken(token))
}
