import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { hasDeclaredConflict, wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertNote } from '@/lib/data/notes'
import { notify } from '@/lib/data/notices'
import { insertTriage, loadTriageFacts } from '@/lib/data/triage'
import { within, type Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { err, ok, type Result } from '@/lib/domain/result'
import { revealsOthers } from '@/lib/domain/reveals-others'
import { planTriage, type TriagePlan, type TriageWish } from '@/lib/domain/triage'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { allOrNothing } from './all-or-nothing'
import { changeStateWithin, type StateChange, type StateChangeError } from './change-case-state'
import { linkWithin, type LinkRefusal } from './link-cases'

/**
 * One triage page, filled in. `version` and `requestId` are those of the form; `related` are numbers of other cases of the office.
 * `signposts` are the bodies that a worker is sent on to, `signpostWords` their names in the language of the case.
 */
export type Triage = TriageWish & {
  readonly number: string
  readonly version: number
  readonly requestId: string
  readonly assigneeId: string | undefined
  readonly hasConflict: boolean
  readonly reason: string | undefined
  readonly signposts: readonly string[]
  readonly signpostWords?: (language: string) => string
  readonly duplicateOf: string | undefined
  readonly related: readonly string[]
}

/** `triage_over`: a colleague decided meanwhile or long ago; the rest as in the steps that triage is made of. */
export type TriageError = {
  readonly code: StateChangeError['code'] | LinkRefusal | 'triage_over' | 'severity_reason_missing'
}

type On = Scoped<'case.change_state'>

/**
 * Does everything an officer decided on the triage page, all or nothing: what was found of danger, the severity with the clocks it
 * starts, the links, and the move by the rules of the workflow. Of two officers at once one wins. A tie that is declared stays
 * written down although the rest does not.
 */
export async function triageCase(
  grant: Grant<'case.change_state'>,
  triage: Triage,
): Promise<Result<void, TriageError>> {
  const done = await allOrNothing(grant, (on) => triageWithin(on, triage))
  if (!done.ok && done.error.code === 'assignee_conflict' && triage.hasConflict && triage.assigneeId)
    await declareTie(grant, triage.number, triage.assigneeId)
  return done
}

async function triageWithin(on: On, triage: Triage): Promise<Result<void, TriageError>> {
  const { number, requestId } = triage
  const head = await lockCase(on, number)
  if (!head) return err({ code: 'not_found' })
  if (head.version !== triage.version) {
    const isDone = await wasDoneByForm(on, head.id, 'case.triaged', requestId)
    return isDone ? ok(undefined) : err({ code: 'changed_meanwhile' })
  }
  if (head.state !== 'received' && head.state !== 'triage') return err({ code: 'triage_over' })
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return err({ code: 'case_gone' })
  const at = now()
  const planned = planTriage(await loadTriageFacts(on, head, caseSeal, at.toISOString().slice(0, 10)), triage)
  if (!planned.ok) return planned
  const plan = planned.value

  if (head.state === 'received') {
    const begun = await changeStateWithin(on, {
      number,
      version: head.version,
      to: 'triage',
      requestId: newId(),
      declared: [],
    })
    if (!begun.ok) return begun
  }
  await writeSeverity(on, head, plan, { caseSeal, reason: triage.severityReason, at })
  const dangersNot = DANGER_CODES.filter((code) => triage.findings[code] === 'not')
  await insertTriage(on, head.id, { requestId, dangersNot, plan, decision: triage.decision, triagedAt: at })
  for (const otherNumber of triage.related.filter((one) => one !== triage.duplicateOf)) {
    const linked = await linkWithin(on, head, { otherNumber, kind: 'related', requestId: newId() })
    if (!linked.ok && linked.error.code !== 'linked_already') return linked
  }
  const decided = await decide(on, triage)
  if (!decided.ok) return decided
  await refreshDeadlines(on, head.id, at)
  if (plan.becomesCritical) await notify(on, { caseId: head.id, kind: 'critical_report', key: requestId })
  await appendAudit(on, on.grant.actor.officeId, 'case.triaged', {
    caseId: head.id,
    detail: {
      decision: triage.decision,
      proposed: plan.proposed,
      severity: plan.severity,
      dangers: plan.dangers,
      dangersNot,
      requestId,
    },
  })
  return ok(undefined)
}

async function writeSeverity(
  on: On,
  before: CaseHead,
  plan: TriagePlan,
  { caseSeal, reason, at }: { caseSeal: CaseSeal; reason: string | undefined; at: Date },
): Promise<void> {
  const head = await lockCase(on, before.number)
  if (!head) throw new Error('a locked case does not go away')
  await updateCase(on, head.id, head.version, {
    severity: plan.severity,
    severityReasons: [...plan.reasons],
    isSeverityOverridden: plan.isOverridden,
  })
  if (plan.isOverridden && reason?.trim())
    await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text: reason.trim(), createdAt: at })
  if (plan.severity !== before.severity)
    await appendAudit(on, on.grant.actor.officeId, 'case.severity_changed', {
      caseId: head.id,
      detail: { from: before.severity, to: plan.severity },
    })
}

/** The end of triage: a move of the workflow with its own guards, or none yet. */
async function decide(on: On, triage: Triage): Promise<Result<unknown, TriageError>> {
  const { number, decision, requestId, reason } = triage
  if (decision === 'later') return ok(undefined)
  const head = await lockCase(on, number)
  if (!head) return err({ code: 'not_found' })
  const base = { number, version: head.version, requestId, declared: [] } satisfies Partial<StateChange>
  if (decision === 'assign') {
    const { assigneeId, hasConflict } = triage
    return changeStateWithin(on, { ...base, to: 'assigned', assigneeId, hasAssigneeConflict: hasConflict })
  }
  // What goes to this worker names no other case.
  if (revealsOthers(reason ?? '', number, [])) return err({ code: 'reveals_others' })
  if (decision === 'signpost') {
    const { signpostWords } = triage
    const signpost = triage.signposts.join(' ')
    return changeStateWithin(on, {
      ...base,
      to: 'closed',
      closingCode: 'inadmissible_signposted',
      reason,
      signpost,
      signpostWords,
    })
  }
  const linked = await linkWithin(on, head, {
    otherNumber: triage.duplicateOf ?? '',
    kind: 'duplicate',
    requestId: newId(),
    ...(reason ? { toWorker: reason } : {}),
  })
  if (!linked.ok) return linked
  return changeStateWithin(on, { ...base, to: 'closed', closingCode: 'duplicate_merged', reason })
}

async function declareTie(grant: Grant<'case.change_state'>, number: string, staffId: string): Promise<void> {
  await within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head || (await hasDeclaredConflict(on, head.id, staffId))) return
    await appendAudit(on, grant.actor.officeId, 'case.conflict_declared', { caseId: head.id, detail: { staffId } })
  })
}
