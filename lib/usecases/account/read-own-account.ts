import 'server-only'
import { listAccountChanges } from '@/lib/data/own-account-changes'
import { markAccountSeen } from '@/lib/data/own-notices'
import { countFactors, listPasskeys, type FactorKinds, type NamedPasskey } from '@/lib/data/second-factors'
import { findLinkedAt } from '@/lib/data/staff-identities'
import { findStaffEmail } from '@/lib/data/staff-credentials'
import { listOpenSessions, type ListedSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import type { AccountChangeTold } from '@/lib/domain/account-changes'
import { now } from '@/lib/platform/clock'
import type { OwnAccount } from './own-account'

/** How far back changes are told, and how many. */
const TOLD_DAYS = 90
const TOLD_COUNT = 20

/** One's own account as its page shows it. */
export type ReadAccount = {
  readonly email: string
  readonly factors: FactorKinds
  readonly passkeys: readonly NamedPasskey[]
  readonly linkedAt: Date | null
  readonly sessions: readonly ListedSession[]
  readonly changes: readonly AccountChangeTold[]
}

/** Reads one's own account with what was changed of it lately; whoever reads has seen the notices of that. */
export async function readOwnAccount({ grant, door }: OwnAccount): Promise<ReadAccount> {
  const { id } = grant.actor
  const at = now()
  const changes = await within(grant, async (on) => {
    await markAccountSeen(on, at)
    return listAccountChanges(on, new Date(at.getTime() - TOLD_DAYS * 86_400_000), TOLD_COUNT)
  })
  return within(door, async (on) => ({
    email: await findStaffEmail(on, id),
    factors: await countFactors(on, id),
    passkeys: await listPasskeys(on, id),
    linkedAt: await findLinkedAt(on, id),
    sessions: await listOpenSessions(on, id, at),
    changes,
  }))
}
