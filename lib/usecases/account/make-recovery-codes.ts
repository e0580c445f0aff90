import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { newRecoveryCodes } from '@/lib/auth/recovery-codes'
import { appendAudit } from '@/lib/data/audit'
import { tellOfAccount } from '@/lib/data/notices'
import { replaceRecoveryCodes } from '@/lib/data/second-factors'
import { within } from '@/lib/data/within'

/** Makes ten recovery codes for whoever asks, in the place of the former ones. They are told once and kept nowhere. */
export async function makeRecoveryCodes(
  grant: Grant<'session.own'>,
  door: Grant<'door.look_up'>,
): Promise<readonly string[]> {
  const { codes, salt, hashes } = await newRecoveryCodes()
  await within(door, async (on) => {
    await replaceRecoveryCodes(on, grant.actor.id, salt, hashes)
    await tellOfAccount(on, grant.actor.id)
  })
  await within(grant, (on) => appendAudit(on, grant.actor.officeId, 'staff.recovery_codes'))
  return codes
}
