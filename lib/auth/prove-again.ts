import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Grant } from '@/lib/access/grant'
import { addWrongProof, findPasswordHash } from '@/lib/data/staff-credentials'
import { countTry, takeTryBack, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { doorGrantForAuth } from './door-grant'
import { passwordFits } from './password'
import { inTurn } from './turns'

/** Whether this is the password of who asks. Wrong ones slow the next. */
export async function ownPasswordFits(grant: Grant<'session.own'>, password: string): Promise<boolean> {
  const { id } = grant.actor
  return (await inTurn(`again ${id}`, '', () => check(id, password))) ?? false
}

async function check(staffId: string, password: string): Promise<boolean> {
  const door = doorGrantForAuth()
  const tries = tryCountOf('password-again', staffId, now())
  const { before, passwordHash } = await within(door, async (on) => ({
    before: await countTry(on, tries),
    passwordHash: await findPasswordHash(on, staffId),
  }))
  await wait(slowingDelayMs(before))
  const fits = await passwordFits(password, passwordHash)
  await within(door, (on) => (fits ? takeTryBack(on, tries) : addWrongProof(on, staffId)))
  return fits
}
