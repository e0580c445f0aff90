/** Why a change of somebody's account is refused. */
export type StaffChangeError = {
  readonly code: 'not_found' | 'changed_meanwhile' | 'own_account' | 'last_administrator' | 'not_allowed'
}

/**
 * Whether `actorId` may take administration from `staffId`, or disable this person; null when nothing stands against it.
 * `administrators` are those of the office who can sign in. Nobody removes themselves, the office keeps one administrator,
 * and somebody who was removed a moment ago removes nobody any more.
 */
export function mayStopAdministering(situation: {
  actorId: string
  staffId: string
  administrators: ReadonlySet<string>
}): StaffChangeError | null {
  const { actorId, staffId, administrators } = situation
  if (actorId === staffId) return { code: 'own_account' }
  if (!administrators.has(actorId)) return { code: 'not_allowed' }
  if (administrators.size === 1 && administrators.has(staffId)) return { code: 'last_administrator' }
  return null
}
