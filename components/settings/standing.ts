import type { StaffStanding } from './staff-table'

/** Where somebody stands, from the facts of the account. */
export function standingOf(account: {
  isActive: boolean
  hasPassword: boolean
  linkExpiresAt: Date | null
}): StaffStanding {
  if (!account.isActive) return 'disabled'
  if (account.hasPassword) return 'active'
  return account.linkExpiresAt ? 'invited' : 'link_over'
}
