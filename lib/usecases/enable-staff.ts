import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findStaffAccount, updateStaff } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** Lets a disabled person sign in again, with the password of before while it is there (lib/domain/retention), else by a new link. Refuses with `not_found` or `changed_meanwhile`. */
export async function enableStaff(
  grant: Grant<'staff.manage'>,
  change: { staffId: string; version: number },
): Promise<Result<null, { code: 'not_found' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const account = await findStaffAccount(on, change.staffId, now())
    if (!account) return err({ code: 'not_found' })
    if (account.isActive) return ok(null)
    if (!(await updateStaff(on, account.id, change.version, { isActive: true, disabledAt: null })))
      return err({ code: 'changed_meanwhile' })
    await appendAudit(on, grant.actor.officeId, 'staff.enable', { detail: { staffId: account.id } })
    return ok(null)
  })
}
