/** What somebody does to the own account, as the trail calls it. Labels under `account.change_<code>`. */
export const OWN_ACCOUNT_CHANGES = [
  'change_password',
  'add_app',
  'change_app',
  'add_passkey',
  'remove_passkey',
  'recovery_codes',
  'link_identity',
  'unlink_identity',
  'end_session',
  'end_sessions',
] as const

/** What others do to it, or the door in the name of who holds a link. */
export const ACCOUNT_CHANGES_BY_OTHERS = [
  'accept_invitation',
  'renew_invitation',
  'reset_second_factor',
  'end_sessions_of',
  'change_role',
] as const

export type AccountChange = (typeof OWN_ACCOUNT_CHANGES)[number] | (typeof ACCOUNT_CHANGES_BY_OTHERS)[number]

/** What happened to somebody's account, when, and by whom; null for the own act. */
export type AccountChangeTold = { readonly change: AccountChange; readonly at: Date; readonly by: string | null }
