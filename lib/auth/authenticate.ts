import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { doorGrantForAuth } from './door-grant'
import { findCredential, insertStaffSession } from '@/lib/data/staff-sessions'
import { addWrongTry, countWrongTries, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { passwordFits } from './password'
import { inTurn } from './turns'

/** Who signed in, and the id of the new session. */
export type SignedIn = { readonly sessionId: string; readonly staffId: string }

/**
 * Checks e-mail and password and opens a session. Returns the session's id and the person's, or null. Wrong tries on one
 * account slow the next ones down, never lock it. Tries on one account take turns, so that many at once are slowed like many
 * one after the other; with too many waiting, the answer is the one of a wrong password. The answer takes the same work and
 * time whether the account exists or not.
 */
export async function authenticate(email: string, password: string): Promise<SignedIn | null> {
  return inTurn(email.trim().toLowerCase(), () => check(email, password))
}

async function check(email: string, password: string): Promise<SignedIn | null> {
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
