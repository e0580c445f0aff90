import 'server-only'
import type { GroupActKind, GroupOutcome } from '@/lib/domain/group-acts'
import type { GroupReader } from './case-groups'
import type { Scoped } from './within'

type GroupActor = 'case.write_message' | 'case.write_note'

/** An act on a group and what came of it, case by case. */
export type GroupAct = {
  readonly id: string
  readonly groupId: string
  readonly kind: GroupActKind
  readonly actedById: string
  readonly actedAt: Date
  readonly cases: readonly { readonly caseId: string; readonly number: string; readonly outcome: GroupOutcome }[]
}

/** An act of this id on this group by the person of the grant; null when there is none. */
export async function findGroupAct(on: Scoped<GroupReader>, groupId: string, id: string): Promise<GroupAct | null> {
  const row = await on.db.groupAct.findFirst({
    where: { id, groupId },
    include: { cases: { include: { case: { select: { number: true } } }, orderBy: { case: { number: 'asc' } } } },
  })
  return (
    row && {
      id: row.id,
      groupId: row.groupId,
      kind: row.kind as GroupActKind,
      actedById: row.actedById,
      actedAt: row.actedAt,
      cases: row.cases.map((one) => ({
        caseId: one.caseId,
        number: one.case.number,
        outcome: one.outcome as GroupOutcome,
      })),
    }
  )
}

/** The acts on a group, the latest first. */
export async function listGroupActs(on: Scoped<GroupReader>, groupId: string) {
  return on.db.groupAct.findMany({
    where: { groupId },
    select: { id: true, kind: true, actedById: true, actedAt: true },
    orderBy: [{ actedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
}

/** Begins an act with all cases waiting. False when the form of this id began it before: then its cases stay as they are. */
export async function insertGroupAct(
  on: Scoped<GroupActor>,
  act: { id: string; groupId: string; kind: GroupActKind; caseIds: readonly string[]; actedAt: Date },
): Promise<boolean> {
  const { id, groupId, kind, actedAt } = act
  const { count } = await on.db.groupAct.createMany({
    data: [{ id, groupId, kind, actedById: on.grant.actor.id, actedAt }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  await on.db.groupActCase.createMany({
    data: act.caseIds.map((caseId) => ({ actId: id, caseId, outcome: 'waiting' satisfies GroupOutcome })),
  })
  return true
}

/** Cases of an act of the person of the grant that wait. */
export async function listWaiting(
  on: Scoped<GroupActor>,
  actId: string,
  caseId?: string,
): Promise<readonly { readonly caseId: string; readonly number: string }[]> {
  const rows = await on.db.groupActCase.findMany({
    where: {
      actId,
      outcome: 'waiting',
      act: { actedById: on.grant.actor.id },
      ...(caseId === undefined ? {} : { caseId }),
    },
    select: { caseId: true, case: { select: { number: true } } },
    orderBy: { caseId: 'asc' },
  })
  return rows.map((row) => ({ caseId: row.caseId, number: row.case.number }))
}

/** Writes down what came of an act for one case; once. */
export async function updateOutcome(
  on: Scoped<GroupActor>,
  actId: string,
  caseId: string,
  outcome: Exclude<GroupOutcome, 'waiting'>,
): Promise<void> {
  await on.db.groupActCase.updateMany({ where: { actId, caseId, outcome: 'waiting' }, data: { outcome } })
}
