import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { refreshDeadlines, updateDeadlineMet } from '@/lib/data/deadlines'
import { insertNote } from '@/lib/data/notes'
import { within } from '@/lib/data/within'
import type { CheckKind, RetaliationAnswer } from '@/lib/domain/workflow/checks'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** A check that was made outside the product, and what came of it. */
export type DoneCheck = {
  readonly number: string
  readonly kind: CheckKind
  readonly outcome: string
  /** Of a check on retaliation. */
  readonly answer?: RetaliationAnswer | undefined
  readonly requestId: string
}

/** `changed_meanwhile`: nothing of this kind is due (any more); `case_gone`: its key was destroyed. */
export type CheckError = { readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' }

/** Writes down that a body was asked for news or a worker about retaliation; what came of it is a sealed note, the next check becomes due. */
export function recordCheck(grant: Grant<'case.change_state'>, check: DoneCheck): Promise<Result<void, CheckError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, check.number)
    if (!head) return err({ code: 'not_found' })
    if (await wasDoneByForm(on, head.id, 'case.check_done', check.requestId)) return ok(undefined)
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    if (!(await updateDeadlineMet(on, head.id, check.kind, at, check.answer))) return err({ code: 'changed_meanwhile' })
    await insertNote(on, caseSeal, { requestId: check.requestId, kind: 'note', text: check.outcome, createdAt: at })
    await refreshDeadlines(on, head.id, at)
    await appendAudit(on, grant.actor.officeId, 'case.check_done', {
      caseId: head.id,
      detail: { kind: check.kind, answer: check.answer ?? null, requestId: check.requestId },
    })
    return ok(undefined)
  })
}
