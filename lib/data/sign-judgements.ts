import 'server-only'
import type { Judgement } from '@/lib/domain/case-signs'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** One judgement on a sign, opened; who judged by id. */
export type StoredJudgement = {
  readonly id: string
  readonly indicator: string
  readonly version: number
  readonly judgement: string
  readonly reason: string
  readonly judgedById: string
  readonly judgedAt: Date
}

const REASON = 'sign_judgement.sealed_reason'

/** Every judgement of a case, in the order they were made. */
export async function listJudgements(
  on: Scoped<'case.read' | 'case.judge_sign'>,
  caseSeal: CaseSeal,
): Promise<StoredJudgement[]> {
  const rows = await on.db.signJudgement.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ judgedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    indicator: row.indicator,
    version: row.version,
    judgement: row.judgement,
    reason: caseSeal.unseal(REASON, row.id, row.sealedReason),
    judgedById: row.judgedById,
    judgedAt: row.judgedAt,
  }))
}

/** Whether the form of this id made a judgement before. */
export async function isJudgementStored(on: Scoped<'case.judge_sign'>, requestId: string): Promise<boolean> {
  return (await on.db.signJudgement.count({ where: { requestId } })) > 0
}

/** The sign as it stands; null when neither an answer nor an officer raised it. */
export function findSign(on: Scoped<'case.judge_sign'>, caseId: string, indicator: string) {
  return on.db.indicatorFinding.findUnique({
    where: { caseId_indicator: { caseId, indicator } },
    select: { id: true, raisedBy: true, version: true, judgement: true, judgedById: true, judgedAt: true },
  })
}

/** Adds a sign that an officer saw and no answer raised. */
export async function insertSign(on: Scoped<'case.judge_sign'>, caseId: string, indicator: string): Promise<void> {
  await on.db.indicatorFinding.createMany({
    data: [{ id: newId(), caseId, indicator, raisedBy: [], addedById: on.grant.actor.id }],
    skipDuplicates: true,
  })
}

/** Adds the next judgement, its reason sealed, and shows it at the sign. The case is held. */
export async function insertJudgement(
  on: Scoped<'case.judge_sign'>,
  caseSeal: CaseSeal,
  made: {
    readonly indicator: string
    readonly version: number
    readonly judgement: Judgement
    readonly reason: string
    readonly requestId: string
    readonly judgedAt: Date
  },
): Promise<void> {
  const { reason, ...columns } = made
  const { indicator, version, judgement, judgedAt } = made
  const judgedById = on.grant.actor.id
  const id = newId()
  await on.db.signJudgement.create({
    data: {
      ...columns,
      id,
      caseId: caseSeal.caseId,
      sealedReason: new Uint8Array(caseSeal.seal(REASON, id, reason)),
      judgedById,
    },
    select: { id: true },
  })
  await on.db.indicatorFinding.updateMany({
    where: { caseId: caseSeal.caseId, indicator },
    data: { judgement, judgedById, judgedAt, version },
  })
}
