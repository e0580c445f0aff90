import 'server-only'
import type { CaseFile, CaseHead } from '@/lib/domain/case-file'
import type { DeadlineKind } from '@/lib/domain/deadlines'
import type { Severity } from '@/lib/domain/severity-levels'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { findCaseSeal } from './case-keys'
import {
  listChain,
  listEvents,
  listIndicators,
  listLedger,
  listLoans,
  listPeople,
  listReferrals,
  listRemedies,
  listStatements,
  type Opener,
} from './case-parts'
import { listConsents } from './consents'
import { listOpenDeadlines } from './deadlines'
import { listMessages } from './messages'
import { listNotes } from './notes'
import { listOriginalTexts } from './original-texts'
import { listEvidence } from './evidence'
import { findStaffNames } from './staff'
import { listStateMoves } from './state-moves'
import type { Scoped } from './within'

/** The facts of a case of this office by its number, nothing unsealed; null when there is none that the grant may see. */
export async function findCaseHead(
  on: Scoped<
    | 'case.read'
    | 'case.take'
    | 'case.assign'
    | 'case.change_state'
    | 'case.change_severity'
    | 'case.write_message'
    | 'case.write_note'
    | 'case.write_fees'
    | 'case.decide_correction'
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

/** Everything of a case, unsealed; null when there is none that the grant may see. The reading itself is written down by the use case. */
export async function findCaseFile(on: Scoped<'case.read'>, number: string): Promise<CaseFile | null> {
  const head = await findCaseHead(on, number)
  if (!head) return null
  const caseSeal = await findCaseSeal(on, head.id)
  const open = openerOf(caseSeal)
  const indicators = await listIndicators(on, head.id)
  const notes = caseSeal ? await listNotes(on, head.id, open) : []
  const moves = await listStateMoves(on, head.id)
  const events = await listEvents(on, head.id)
  const files = await listEvidence(on, head.id, caseSeal)
  const nameOf = await findStaffNames(on, [
    ...indicators.map((row) => row.judgedById),
    ...notes.map((row) => row.authorId),
    ...moves.map((row) => row.byStaffId),
    ...events.map((row) => row.actorId),
    ...files.map((row) => row.addedById),
  ])
  return {
    head,
    isReadable: caseSeal !== null,
    statements: caseSeal ? await listStatements(on, head.id, open) : [],
    asTyped: caseSeal ? (await listOriginalTexts(on, caseSeal)).flatMap(({ fields }) => Object.values(fields)) : [],
    people: caseSeal ? await listPeople(on, head.id, open) : [],
    chain: await listChain(on, head.id, caseSeal && open),
    ledger: await listLedger(on, head.id, caseSeal && open),
    loans: await listLoans(on, head.id, caseSeal && open),
    indicators: indicators.map(({ judgedById, ...row }) => ({ ...row, judgedBy: nameOf(judgedById) })),
    consents: await listConsents(on, head.id),
    messages: caseSeal ? await listMessages(on, caseSeal) : [],
    files: files.map(({ addedById, ...row }) => ({ ...row, addedBy: nameOf(addedById) })),
    notes: notes.map(({ authorId, ...row }) => ({ ...row, author: nameOf(authorId) })),
    referrals: await listReferrals(on, head.id),
    remedies: await listRemedies(on, head.id, caseSeal && open),
    moves: moves.map(({ byStaffId, ...row }) => ({ ...row, by: nameOf(byStaffId) })),
    deadlines: await listOpenDeadlines(on, head.id),
    events: events.map(({ actorId, ...row }) => ({ ...row, by: nameOf(actorId) })),
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

function openerOf(caseSeal: CaseSeal | null): Opener {
  return (column, row, sealed) => {
    if (!caseSeal) throw new Error('the key of this case is gone')
    return caseSeal.unseal(column, row, sealed)
  }
}
