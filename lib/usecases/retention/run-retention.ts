import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { isRetentionConfirmed, retainAudit, retainCases, retainThings } from '@/lib/data/retention'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** So many go in one transaction: little enough that nobody waits for it, and that one that is cut off has lost little. */
const CASES_AT_ONCE = 100
const THINGS_AT_ONCE = 500
const EVENTS_AT_ONCE = 5_000

/**
 * Takes away what is past its time (lib/domain/retention), batch by batch, each with its count in the trail; nothing before an
 * administrator confirmed what would go. Cut off anywhere, the next run goes on. Returns how many things went.
 */
export async function runRetention(): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.retain')
  if (!(await within(grant, isRetentionConfirmed))) return 0
  const at = now()
  let gone = 0
  for (const [retain, atOnce] of [
    [retainThings, THINGS_AT_ONCE],
    [retainCases, CASES_AT_ONCE],
    [retainAudit, EVENTS_AT_ONCE],
  ] as const)
    for (;;) {
      const done = await within(grant, (on) => retain(on, at, atOnce))
      gone += done
      if (done === 0) break
    }
  return gone
}
