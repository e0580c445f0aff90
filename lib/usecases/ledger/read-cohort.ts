import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseHead } from '@/lib/data/case-page'
import { findCohort } from '@/lib/data/cohort'
import { within } from '@/lib/data/within'
import type { CohortSupport } from '@/lib/domain/fees/ledger/cohort'

/**
 * What others paid the same party for the same, as support for one payment; null where there are too few, or no such payment.
 * That somebody asked is in the audit trail of the office: the answer reaches into cases of others.
 */
export function readCohort(
  grant: Grant<'case.read'>,
  line: { readonly number: string; readonly lineId: string },
): Promise<CohortSupport | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, line.number)
    if (!head) return null
    const cohort = await findCohort(on, head.id, line.lineId)
    await appendAudit(on, grant.actor.officeId, 'cohort.read', {
      caseId: head.id,
      detail: { answer: cohort === null ? 'none' : 'shown' },
    })
    return cohort
  })
}
