import 'server-only'
import type { CaseHead } from '@/lib/domain/case-file'
import type { DeadlineKind } from '@/lib/domain/deadlines'
import type { Severity } from '@/lib/domain/severity-levels'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { Scoped } from './within'

/** The facts of a case of this office by its number, nothing unsealed; null when there is none that the grant may see. */
export async function findCaseHead(
  on: Scoped<
    | 'case.read'
    | 'case.take'
    | 'case.assign'
    | 'case.hand_over'
    | 'case.label'
    | 'case.change_state'
    | 'case.change_severity'
    | 'case.write_message'
    | 'case.write_note'
    | 'case.write_fees'
    | 'case.hold'
    | 'case.write_person'
    | 'case.link_party'
    | 'case.write_remedies'
    | 'case.ask_party'
    | 'case.decide_correction'
    | 'case.answer_right'
    | 'case.answer_officer_request'
    | 'case.replace_code'
    | 'case.confirm_code'
    | 'case.translate'
    | 'case.judge_sign'
    | 'case.manage_tasks'
  >,
  number: string,
): Promise<CaseHead | null> {
  const row = await on.db.case.findFirst({
    where: { number, officeId: on.grant.actor.officeId },
    select: {
      id: true,
      number: true,
      version: true,
      state: true,
      stateChangedAt: true,
      severity: true,
      severityReasons: true,
      isSeverityOverridden: true,
      scheme: true,
      origin: true,
      destination: true,
      channel: true,
      language: true,
      grievanceCodes: true,
      dangerCodes: true,
      isAnonymous: true,
      closingCode: true,
      receivedAt: true,
      firstReplyAt: true,
      closedAt: true,
      nextDueAt: true,
      nextDueKind: true,
      paidAnswer: true,
      inDebt: true,
      debtJpy: true,
      paidTotalJpy: true,
      programme: true,
      jobOrder: true,
      departureOn: true,
      unreadFromWorker: true,
      assignee: { select: { id: true, displayName: true } },
    },
  })
  if (!row) return null
  const { grievanceCodes: grievances, dangerCodes: dangers, unreadFromWorker: unread, ...rest } = row
  return {
    ...rest,
    grievances,
    dangers,
    unread,
    state: row.state as CaseState,
    severity: row.severity as Severity,
    closingCode: row.closingCode as ClosingCode | null,
    nextDueKind: row.nextDueKind as DeadlineKind | null,
  }
}

/** Who answers has seen what the worker wrote: the officer who holds the case, or, while nobody does, anybody of the office. */
export async function markReadByOffice(on: Scoped<'case.read'>, head: CaseHead, at: Date): Promise<void> {
  if (head.unread === 0) return
  if (head.assignee !== null && head.assignee.id !== on.grant.actor.id) return
  await on.db.message.updateMany({
    where: { caseId: head.id, direction: 'from_worker', readAt: null },
    data: { readAt: at },
  })
  await on.db.case.updateMany({ where: { id: head.id }, data: { unreadFromWorker: 0 } })
}
