import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Grant } from '@/lib/access/grant'
import type { Permission } from '@/lib/access/policy'
import { storeKeptTokens } from './case-words'
import { client } from './client'

/** A transaction opened by a grant. Every function of lib/data takes one, so that none can run without. */
export type Scoped<P extends Permission> = { readonly db: Prisma.TransactionClient; readonly grant: Grant<P> }

/** Long enough for a busy machine on the day of a campaign, short enough that a stuck one is noticed. */
const TIMEOUT_MS = 20_000

/**
 * Opens a transaction for what a grant allows, and tells PostgreSQL who acts, so that row-level security decides the same
 * thing a second time. Everything in `work` happens or nothing does. What `work` throws goes on to the caller. `timeoutMs`: for work
 * in the background that nobody waits for.
 */
export function within<P extends Permission, T>(
  grant: Grant<P>,
  work: (on: Scoped<P>) => Promise<T>,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const { actor } = grant
  const settings = {
    kind: actor.kind,
    id: 'id' in actor ? actor.id : '',
    office: 'officeId' in actor ? actor.officeId : '',
    role: actor.kind === 'staff' ? actor.role : '',
    caseId: 'caseId' in actor ? (actor.caseId ?? '') : '',
    tokenHash: grant.tokenHash ? Buffer.from(grant.tokenHash).toString('hex') : '',
  }
  return client().$transaction(
    async (db) => {
      await db.$executeRaw`SELECT set_config('app.actor_kind', ${settings.kind}, true), set_config('app.actor_id', ${settings.id}, true),
        set_config('app.office_id', ${settings.office}, true), set_config('app.role', ${settings.role}, true),
        set_config('app.case_id', ${settings.caseId}, true), set_config('app.token_hash', ${settings.tokenHash}, true)`
      const done = await work({ db, grant })
      await storeKeptTokens({ db })
      return done
    },
    { timeout: timeoutMs, maxWait: TIMEOUT_MS },
  )
}
