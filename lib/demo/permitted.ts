import { grantStaff, type Grant, type StaffActor } from '@/lib/access/grant'
import type { StaffPermission } from '@/lib/access/policy'
import type { Result } from '@/lib/domain/result'

/** The permission of somebody of the demonstration; throws where the role does not have it. */
export function permitted<P extends StaffPermission>(actor: StaffActor, permission: P): Grant<P> {
  const made = grantStaff(actor, permission)
  if (!made) throw new Error(`${actor.role} may not ${permission}`)
  return made
}

/** Throws where the product refuses what the demonstration wants to do. */
export function expectOk(result: Result<unknown, { readonly code: string }>, what: string): void {
  if (!result.ok) throw new Error(`the demonstration cannot ${what}: ${result.error.code}`)
}
