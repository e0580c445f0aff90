import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { doorGrantForAuth } from './door-grant'
import { findCredential, insertStaffSession } from '@/lib/data/staff-sessions'
import { addWrongTry, countWrongTries } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { throttleBucket } from '@/lib/sealing/token'
import { passwordFits } from './password'
import { slowingDelayMs, windowStartOf } from './slowing'

/**
 * Checks e-mail and password and opens a session. Returns the session's id and the person's, or null. Wrong tries on one
 * account slow the next ones down, never lock it; the answer takes the same work and time whether the account exists or not.
 */
export async function authenticate(email: string, password: string): Promise<{ sessionId: string; staffId: string } | null> {
  const grant = doorGrantForAuth()
  const at = now()
  const windowStart = windowStartOf(at)
  const bucket = throttleBucket('sign-in', email.trim().toLowerCase(), at.toISOString().slice(0, 10))
  const { wrongTries, credential } = await within(grant, async (on) => ({
    wrongTries: await countWrongTries(on, bucket, windowStart),
    credential: await findCredential(on, email),
  }))
  await wait(slowingDelayMs(wrongTries))
  if (!(await passwordFits(password, credential?.passwordHash ?? null)) || !credential) {
    await within(grant, (on) => addWrongTry(on, bucket, windowStart))
    return null
  }
  const sessionId = await within(grant, (on) => insertStaffSession(on, credential.staffId, at))
  return { sessionId, staffId: credential.staffId }
}
