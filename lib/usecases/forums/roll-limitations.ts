import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { listLegalRules } from '@/lib/data/legal-rules'
import { limitationDueAt } from '@/lib/data/limitation-clock'
import { readPassedLimitations, rollLimitations } from '@/lib/data/limitation-recounts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** Cases of one transaction, as few as for counting again. */
const BATCH = 200

/**
 * When the time for one claim of a case has run out and that was told, lets the clock of the case stand on the next one, batch by
 * batch; what ran out is written into the trail. Cut off anywhere, the next run goes on. Returns how many clocks moved.
 */
export async function rollPassedLimitations(batchSize = BATCH): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.count_limitations')
  const at = now()
  let moved = 0
  for (;;) {
    const rolled = await within(grant, async (on) => {
      const cases = await readPassedLimitations(on, at, batchSize)
      if (cases.length === 0) return 0
      const rules = await listLegalRules(on)
      const counted = cases.map(({ id, facts }) => ({ caseId: id, dueAt: limitationDueAt(facts, rules, at) }))
      return rollLimitations(on, counted, at)
    })
    // A clock always moves on, to a later day or to its end: none that moves is none that is left.
    if (rolled === 0) return moved
    moved += rolled
  }
}
