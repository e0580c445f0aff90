import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertNote } from '@/lib/data/notes'
import { notify } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Severity } from '@/lib/domain/severity-levels'
import { now } from '@/lib/platform/clock'

/** Another severity than the proposed one, and why. */
export type SeverityChange = {
  readonly number: string
  readonly version: number
  readonly severity: Severity
  readonly reason: string
  readonly requestId: string
}

/** `changed_meanwhile`: somebody changed the case since the page was shown; `case_gone`: its key was destroyed. */
export type SeverityError = { readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' }

/** Sets the severity; what is promised by it is due at other times from now on. The reason is kept as a sealed note. */
export function changeCaseSeverity(
  grant: Grant<'case.change_severity'>,
  change: SeverityChange,
): Promise<Result<void, SeverityError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, change.number)
    if (!head) return err({ code: 'not_found' })
    if (head.version !== change.version) {
      const isDone = await wasDoneByForm(on, head.id, 'case.severity_changed', change.requestId)
      return isDone ? ok(undefined) : err({ code: 'changed_meanwhile' })
    }
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    if (!(await updateCase(on, head.id, change.version, { severity: change.severity, isSeverityOverridden: true })))
      return err({ code: 'changed_meanwhile' })
    if (change.severity === 'critical' && head.severity !== 'critical')
      await notify(on, { caseId: head.id, kind: 'critical_report', key: change.requestId })
    const at = now()
    await insertNote(on, caseSeal, { requestId: change.requestId, kind: 'reason', text: change.reason, createdAt: at })
    await refreshDeadlines(on, head.id, at)
    await appendAudit(on, grant.actor.officeId, 'case.severity_changed', {
      caseId: head.id,
      detail: { from: head.severity, to: change.severity, requestId: change.requestId },
    })
    return ok(undefined)
  })
}
