import 'server-only'
import {
  ACCOUNT_CHANGES_BY_OTHERS,
  OWN_ACCOUNT_CHANGES,
  type AccountChange,
  type AccountChangeTold,
} from '@/lib/domain/account-changes'
import type { Scoped } from './within'

const PREFIX = 'staff.'
const named = (changes: readonly AccountChange[]): string[] => changes.map((change) => `${PREFIX}${change}`)

/** What was changed of the own account since an instant, the latest first, from the trail of the office. */
export async function listAccountChanges(
  on: Scoped<'session.own'>,
  since: Date,
  count: number,
): Promise<AccountChangeTold[]> {
  const rows = await on.db.$queryRaw<{ action: string; at: Date; by_name: string | null }[]>`
    SELECT action, at, by_name FROM app.account_changes(${named(OWN_ACCOUNT_CHANGES)}, ${named(ACCOUNT_CHANGES_BY_OTHERS)}, ${since}, ${count}::integer)`
  return rows.map(({ action, at, by_name: by }) => ({ change: action.slice(PREFIX.length) as AccountChange, at, by }))
}
