import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { listLegalRules } from '@/lib/data/legal-rules'
import { limitationDueAt } from '@/lib/data/limitation-clock'
import { holdRecount, readLimitationCases, storeLimitations } from '@/lib/data/limitation-recounts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** Cases of one transaction: short enough that an officer who saves in one of them hardly waits. */
const BATCH = 200

/**
 * Counts the limitation clocks of open cases again where a legal rule got a new version, batch by batch, until nothing is asked
 * for. The progress is stored with the clocks: after a crash it goes on where it was. Returns how many clocks moved.
 */
export async function recountLimitations(batchSize = BATCH): Promise<number> {
  let moved = 0
  for (;;) {
    const done = await recountBatch(batchSize)
    if (done === null) return moved
    moved += done
  }
}

/** The next batch; null when no recount waits that another process does not hold. */
function recountBatch(batchSize: number): Promise<number | null> {
  const grant = grantOpen({ kind: 'system' }, 'system.count_limitations')
  return within(grant, async (on) => {
    const held = await holdRecount(on)
    if (held === null) return null
    const at = now()
    const cases = await readLimitationCases(on, held, batchSize)
    const rules = await listLegalRules(on)
    const counted = cases.map(({ id, facts }) => ({ caseId: id, dueAt: limitationDueAt(facts, rules, at) }))
    return storeLimitations(on, held, counted, { at, isLast: cases.length < batchSize })
  })
}
