import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseHead } from '@/lib/data/case-page'
import { findCohort } from '@/lib/data/cohort'
import { within } from '@/lib/data/within'
import type { CohortSupport } from '@/lib/domain/fees/ledger/cohort'

/** What others paid the same party for the same, as support for one payment; null where there are too few, or no such payment. */
export function readCohort(
  grant: Grant<'case.read'>,
  line: { readonly number: string; readonly lineId: string },
): Promise<CohortSupport | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, line.number)
    return head && findCohort(on, head.id, line.lineId)
  })
}
