import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit, type AuditDetail } from '@/lib/data/audit'
import { wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { refreshCaseTotals } from '@/lib/data/case-totals'
import { refreshAssessment } from '@/lib/data/fee-assessments'
import { insertRevisions, type NewRevision } from '@/lib/data/ledger-revisions'
import { refreshLimitationClock } from '@/lib/data/limitation-clock'
import { within, type Scoped } from '@/lib/data/within'
import type { LedgerError, LedgerForm } from '@/lib/domain/fees/ledger/ledger-changes'
import type { CaseHead } from '@/lib/domain/case-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { isOpen } from '@/lib/domain/workflow/states'
import { now } from '@/lib/platform/clock'

// What can be done to a ledger, as the audit trail names it, and why a verdict that changes by it was reached again.
const CAUSES = {
  'fee_line.added': 'ledger_changed',
  'fee_line.changed': 'ledger_changed',
  'fee_line.split': 'ledger_changed',
  'fee_line.removed': 'ledger_changed',
  'fee_line.restored': 'ledger_changed',
  'fee_line.rate_overridden': 'ledger_changed',
  'fee_line.support_rated': 'ledger_changed',
  'loan.added': 'ledger_changed',
  'loan.changed': 'ledger_changed',
  'loan.removed': 'ledger_changed',
  'loan.restored': 'ledger_changed',
  'wages.changed': 'facts_changed',
  'placement.changed': 'facts_changed',
} as const

/** What is at hand while a ledger is changed: the case is locked and its words can be opened. */
export type OpenLedger = {
  readonly on: Scoped<'case.write_fees'>
  readonly caseId: string
  readonly head: CaseHead
  readonly caseSeal: CaseSeal
  readonly at: Date
}

/** What was done: what to keep of how it was before, and what the audit trail says (codes and numbers only). */
export type Done = { readonly revisions: readonly Omit<NewRevision, 'changedAt'>[]; readonly detail: AuditDetail }

/**
 * One change of the ledger of a case of the own office: with the case locked, `work` changes it or refuses before it has written
 * anything; then its revisions, the totals, the verdict and the audit event are written in the same transaction. The same form
 * sent twice is done once.
 */
export function changeLedger<Own extends string = never>(
  grant: Grant<'case.write_fees'>,
  form: LedgerForm,
  action: keyof typeof CAUSES,
  work: (ledger: OpenLedger) => Promise<Result<Done, LedgerError<Own>>>,
): Promise<Result<void, LedgerError<Own>>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, form.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    if (await wasDoneByForm(on, head.id, action, form.requestId)) return ok(undefined)
    const at = now()
    const done = await work({ on, caseId: head.id, head, caseSeal, at })
    if (!done.ok) return done
    await insertRevisions(
      on,
      caseSeal,
      done.value.revisions.map((revision) => ({ ...revision, changedAt: at })),
    )
    await refreshCaseTotals(on, head.id)
    await refreshAssessment(on, head.id, CAUSES[action])
    if (isOpen(head.state)) await refreshLimitationClock(on, head.id, at)
    await appendAudit(on, grant.actor.officeId, action, {
      caseId: head.id,
      detail: { ...done.value.detail, requestId: form.requestId },
    })
    return ok(undefined)
  })
}
