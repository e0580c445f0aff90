import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findFailedRun } from '@/lib/data/jobs'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { retryInQueue } from '@/lib/queue/retry'

/** Has a failed job tried again. A job looks for what there is to do: tried twice, it finds nothing the second time. `not_failed`: it did not fail, or runs again already. */
export function retryJob(
  grant: Grant<'job.retry'>,
  id: string,
): Promise<Result<void, { readonly code: 'not_failed' }>> {
  return within(grant, async (on) => {
    const kind = await findFailedRun(on, id)
    if (kind === null) return err({ code: 'not_failed' })
    await retryInQueue(kind, id)
    await appendAudit(on, grant.actor.officeId, 'job.retried', { detail: { kind } })
    return ok(undefined)
  })
}
