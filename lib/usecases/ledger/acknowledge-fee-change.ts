import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockCase } from '@/lib/data/case-state'
import { acknowledgeAssessments, findUnseenChange } from '@/lib/data/fee-assessments'
import { within } from '@/lib/data/within'
import type { ChangeSeen, LedgerError } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** An officer has looked at what a changed rule or rate changed. Nothing left to see is done already. */
export function acknowledgeFeeChange(
  grant: Grant<'case.write_fees'>,
  form: ChangeSeen,
): Promise<Result<void, LedgerError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, form.number)
    if (!head) return err({ code: 'not_found' })
    const unseen = await findUnseenChange(on, head.id)
    if (unseen === null) return ok(undefined)
    // Another change came while the page was open: nobody has seen that one.
    if (unseen.after.assessedAt.getTime() > form.assessedAt.getTime()) return err({ code: 'changed_meanwhile' })
    await acknowledgeAssessments(on, head.id, now())
    await appendAudit(on, grant.actor.officeId, 'fees.change_seen', {
      caseId: head.id,
      detail: { before: unseen.before.verdict, after: unseen.after.verdict, requestId: form.requestId },
    })
    return ok(undefined)
  })
}
