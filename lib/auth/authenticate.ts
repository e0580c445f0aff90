import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { insertStaffSession } from '@/lib/data/half-open-sessions'
import { addWrongProof, findCredential, isPasswordStill, replaceHash } from '@/lib/data/staff-credentials'
import { countTry, keepTry, takeTryBack, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import type { BrowserKind } from '@/lib/domain/browser-kind'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import { doorGrantForAuth } from './door-grant'
import { hashPassword, isHashedOtherwise, passwordFits } from './password'
import { inTurn } from './turns'

/** An e-mail and a password, and where they come from. `network`: only its hash of the day is kept. */
export type SignInTry = {
  readonly email: string
  readonly password: string
  readonly network: string
  readonly isShared: boolean
  readonly kind: BrowserKind
}
/** Whose password was right, and the id of the session that waits for the second factor. */
export type SignedIn = { readonly sessionId: string; readonly staffId: string }

/** What many people make wrong in a quarter of an hour, somewhere on an account or in one network, costs nobody time. */
const FREE_ELSEWHERE = 15

/**
 * Checks e-mail and password and begins a session. Returns the session's id and the person's, or null. Wrong tries slow the next
 * ones down, never lock: most of all those from the same network on the same account, then those on the account and those of the
 * network. A try is counted before it is checked, so that many at once, in however many processes, are slowed like many one after
 * the other. With too many waiting, the answer is the one of a wrong password. It takes the same work and time whether the account
 * exists or not.
 */
export async function authenticate(attempt: SignInTry): Promise<SignedIn | null> {
  return inTurn(`${accountOf(attempt)} ${attempt.network}`, attempt.network, () => check(attempt))
}

async function check(attempt: SignInTry): Promise<SignedIn | null> {
  const { password, isShared, kind } = attempt
  const grant = doorGrantForAuth()
  const at = now()
  const here = tryCountOf('sign-in-here', `${accountOf(attempt)} ${attempt.network}`, at)
  const account = tryCountOf('sign-in', accountOf(attempt), at)
  const network = tryCountOf('sign-in-network', attempt.network, at)
  const { delay, credential } = await within(grant, async (on) => ({
    delay: Math.max(
      slowingDelayMs(await countTry(on, here)),
      slowingDelayMs((await countTry(on, account)) - FREE_ELSEWHERE),
      slowingDelayMs((await countTry(on, network)) - FREE_ELSEWHERE),
    ),
    credential: await findCredential(on, attempt.email),
  }))
  await wait(delay)
  if (!(await passwordFits(password, credential?.passwordHash ?? null)) || !credential) {
    await within(grant, async (on) => {
      // For an address that nobody has there is nothing to write: this is, so both wait for the disk.
      await keepTry(on, here)
      await addWrongProof(on, credential?.staffId ?? null)
    })
    log('warn', { event: 'sign_in_refused', code: 'password' })
    return null
  }
  const { staffId, passwordHash } = credential
  const fresh = isHashedOtherwise(passwordHash) ? await hashPassword(password) : null
  const sessionId = await within(grant, async (on) => {
    for (const tries of [here, account, network]) await takeTryBack(on, tries)
    // The password may have become another while this try waited; sessions of the former one have ended.
    if (!(await isPasswordStill(on, staffId, passwordHash))) return null
    if (fresh !== null) await replaceHash(on, staffId, passwordHash, fresh)
    return insertStaffSession(on, { staffId, isShared, ...kind }, at)
  })
  return sessionId === null ? null : { sessionId, staffId }
}

function accountOf({ email }: SignInTry): string {
  return email.trim().toLowerCase()
}
