import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { doorGrantForAuth } from './door-grant'
import { findCredential, insertStaffSession } from '@/lib/data/staff-sessions'
import { addWrongTry, countWrongTries, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { passwordFits } from './password'

/**
 * Checks e-mail and password and opens a session. Returns the session's id and the person's, or null. Wrong tries on one
 * account slow the next ones down, never lock it; the answer takes the same work and time whether the account exists or not.
 */
export async function authenticate(email: string, password: string): Promise<{ sessionId: string; staffId: string } | null> {
  const grant = doorGrantForAuth()
  const at = now()
  const tries = tryCountOf('sign-in', email.trim().toLowerCase(), at)
  const { wrongTries, credential } = await within(grant, async (on) => ({
    wrongTries: await countWrongTries(on, tries),
    credential: await findCredential(on, email),
  }))
  await wait(slowingDelayMs(wrongTries))
  if (!(await passwordFits(password, credential?.passwordHash ?? null)) || !credential) {
    await within(grant, (on) => addWrongTry(on, tries))
    return null
  }
  const sessionId = await within(grant, (on) => insertStaffSession(on, credential.staffId, at))
  return { sessionId, staffId: credential.staffId }
}
