import 'server-only'
import { cache } from 'react'
import { findHalfOpen, type HalfOpen } from '@/lib/data/half-open-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { doorGrantForAuth } from './door-grant'
import { readSessionId } from './session'

/** Who gave the password in this browser and not yet the second factor; null when nobody did, or too long ago. */
export const currentHalfOpen = cache(async (): Promise<HalfOpen | null> => {
  const sessionId = await readSessionId()
  return sessionId === null ? null : within(doorGrantForAuth(), (on) => findHalfOpen(on, sessionId, now()))
})
