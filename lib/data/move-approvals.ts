import 'server-only'
import type { ApprovalRequest } from '@/lib/domain/case-file'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import { findStaffNames } from './staff'
import type { Scoped } from './within'

/** One move of a case as it stands: since when it stands there, and the body that a prepared referral would go to. */
export type ApprovableMove = {
  readonly caseId: string
  readonly to: CaseState
  readonly bodyCode: string | null
  readonly since: Date
}

/** The requests of a case that still count where it stands now, the latest first. One made before the last move is void. */
export async function listApprovalRequests(
  on: Scoped<'case.read' | 'case.change_state'>,
  caseId: string,
  since: Date,
): Promise<ApprovalRequest[]> {
  const rows = await on.db.moveApproval.findMany({
    where: { caseId, usedAt: null, requestedAt: { gte: since } },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
  })
  const nameOf = await findStaffNames(
    on,
    rows.flatMap((row) => [row.requestedById, row.approvedById]),
  )
  return rows.map(({ id, toState, bodyCode, requestedById, requestedAt, approvedById }) => ({
    id,
    toState: toState as CaseState,
    bodyCode,
    requestedById,
    requestedBy: nameOf(requestedById),
    requestedAt,
    approvedById,
    approvedBy: nameOf(approvedById),
  }))
}

/** The confirmation that the person of the grant may use for this move, and who gave it; null when there is none. */
export async function findApprovalToUse(
  on: Scoped<'case.read' | 'case.change_state'>,
  { caseId, to, bodyCode, since }: ApprovableMove,
): Promise<{ id: string; approvedById: string } | null> {
  const found = (await listApprovalRequests(on, caseId, since)).find(
    (one) =>
      one.requestedById === on.grant.actor.id &&
      one.toState === to &&
      one.bodyCode === bodyCode &&
      one.approvedById !== null,
  )
  return found?.approvedById ? { id: found.id, approvedById: found.approvedById } : null
}

/** Asks colleagues to confirm a move. */
export async function insertApprovalRequest(
  on: Scoped<'case.change_state'>,
  request: { caseId: string; to: CaseState; bodyCode: string | null; requestedById: string; requestedAt: Date },
): Promise<void> {
  const { to: toState, ...rest } = request
  await on.db.moveApproval.createMany({ data: [{ id: newId(), toState, ...rest }] })
}

/** Confirms a request of somebody else. False when it was confirmed before, or is one's own. */
export async function updateApprovalGiven(
  on: Scoped<'case.change_state'>,
  id: string,
  by: { approvedById: string; approvedAt: Date },
): Promise<boolean> {
  const { count } = await on.db.moveApproval.updateMany({
    where: { id, approvedAt: null, requestedById: { not: by.approvedById } },
    data: by,
  })
  return count === 1
}

/** The move was made: the confirmation is used up. */
export async function updateApprovalUsed(on: Scoped<'case.change_state'>, id: string, usedAt: Date): Promise<void> {
  await on.db.moveApproval.updateMany({ where: { id, usedAt: null }, data: { usedAt } })
}
